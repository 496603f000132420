import { intakeInspect } from "./commands/records/intake-inspect.ts";
import { runCommandLine } from "./run-command-line.ts";

// Databases, backups and exports are for who runs the service alone.
process.umask(0o077);
// A verdict on a file is due within two seconds: it does not wait for the database, the documents and the rest to be loaded.
const inspects = process.argv.slice(2, 4).join(" ") === intakeInspect.words;
const { commands } = inspects ? { commands: [intakeInspect] } : await import("./commands.ts");
process.exitCode = await runCommandLine(process.argv.slice(2), {
  commands,
  environment: process.env,
  out: (text) => process.stdout.write(`${text}\n`),
  err: (text) => process.stderr.write(`${text}\n`),
});
