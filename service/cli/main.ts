import { commands } from "./commands.ts";
import { runCommandLine } from "./run-command-line.ts";

// Databases, backups and exports are for who runs the service alone.
process.umask(0o077);
process.exitCode = await runCommandLine(process.argv.slice(2), {
  commands,
  environment: process.env,
  out: (text) => process.stdout.write(`${text}\n`),
  err: (text) => process.stderr.write(`${text}\n`),
});
