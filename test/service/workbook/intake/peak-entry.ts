/** Reads a workbook as the child does and prints how much memory the process took at most, in megabytes. */
import { INTAKE_LIMITS } from "#service/workbook/intake/intake-limits.ts";
import { readArchive } from "#service/workbook/intake/read-archive.ts";

const chunks: Buffer[] = [];
for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
const answer = await readArchive(Buffer.concat(chunks), "workbook", INTAKE_LIMITS);
const characters = JSON.stringify(answer).length;
console.log(JSON.stringify({ ok: answer.ok, characters, megabytes: process.resourceUsage().maxRSS / 1024 }));
