import { textChecksum } from "#core/sheet/snapshot/text-checksum.ts";
import type { FoundTable } from "./found-table.ts";
import { headerKey } from "./header-key.ts";

/** The same for the same headings in the same order, however they are spaced or marked: a confirmed mapping is remembered under it. */
export function layoutKey({ columns }: Pick<FoundTable, "columns">): string {
  const headings = columns
    .filter(({ path }) => path.length > 0)
    .map(({ index, path }) => [index, ...path.map(headerKey)]);
  return `${String(headings.length)}-${textChecksum(JSON.stringify(headings))}`;
}
