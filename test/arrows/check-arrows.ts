// `npm run arrows`: prints each broken arrow with the sentence of its rule, and fails.
// With a TypeScript it does not know, dependency-cruiser sees no module and is content; hence the count.
import { join } from "node:path";
import { cruise } from "./cruise.ts";

const leastModules = 40;
const { modules, files, violations } = await cruise(join(import.meta.dirname, "..", ".."));

for (const { rule, comment, from, to } of violations) console.error(`${from} -> ${to}\n  ${rule}: ${comment}\n`);
const seesAll = modules >= Math.max(files, leastModules);
if (!seesAll)
  console.error(`Only ${modules} of ${files} modules were seen (at least ${leastModules} are known to exist).`);
console.log(`arrows: ${modules} modules, ${violations.length} broken`);
process.exitCode = seesAll && violations.length === 0 ? 0 : 1;
