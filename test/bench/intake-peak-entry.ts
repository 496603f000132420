/** Reads a sheet as the child does and prints how much memory the process took at most, in megabytes. */
import { giveSheet } from "#service/workbook/intake/foreign/give-sheet.ts";
import { FOREIGN_LIMITS } from "#service/workbook/intake/intake-limits.ts";

const chunks: Buffer[] = [];
for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
let characters = 0;
await giveSheet(Buffer.concat(chunks), { sheet: "名册", limits: FOREIGN_LIMITS }, async (line) => {
  characters += JSON.stringify(line).length;
});
console.log(characters > 0 ? process.resourceUsage().maxRSS / 1_024 : 0);
