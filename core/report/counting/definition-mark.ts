import type { CompiledSet } from "../compile/compiled-set.ts";
import { checksum } from "../population/checksum.ts";

/** The same for sets that ask the same of the same populations: what is kept for one serves the other. */
export function definitionMark({ conditions, tables }: CompiledSet): string {
  const asked = Object.entries(conditions).map(([name, all]) => [name, all.map(({ text }) => text)]);
  const summed = tables.flatMap(({ cells }) =>
    cells.flatMap(({ counted }) => (counted?.sumOf ? [`${counted.population} ${counted.sumOf}`] : [])),
  );
  const letters = JSON.stringify([asked, [...new Set(summed)]]);
  const words = Uint32Array.from({ length: letters.length }, (_, at) => letters.charCodeAt(at));
  return checksum(words)
    .map((sum) => sum.toString(16).padStart(8, "0"))
    .join("");
}
