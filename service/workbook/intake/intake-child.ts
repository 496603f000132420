/** Entry of the child process: the file comes in on standard input, one JSON answer goes out. It touches nothing else. */
import { INTAKE_LIMITS, type IntakeLimits } from "./intake-limits.ts";
import { READY } from "./ready.ts";
import { readArchive, type IntakeMode } from "./read-archive.ts";

const [mode = "workbook", limits = "{}"] = process.argv.slice(2);
const changed = JSON.parse(limits) as Partial<IntakeLimits>;
// Tells that it is up: from here on its time counts.
process.stdout.write(READY);
const chunks: Buffer[] = [];
for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
const answer = readArchive(Buffer.concat(chunks), mode as IntakeMode, { ...INTAKE_LIMITS, ...changed });
process.stdout.write(JSON.stringify(answer));
