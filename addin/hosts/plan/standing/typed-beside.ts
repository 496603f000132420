import { sameValue } from "#core/sheet/diff/same-value.ts";
import type { ReadCell, SheetReading } from "#core/sheet/reading.ts";
import { standingLines } from "./standing-sheet.ts";
import type { TypedCell } from "./typed-since.ts";

const EMPTY: ReadCell = { value: null };

/**
 * What was typed since into the officer's own cells of our sheet: rows and columns without a key.
 * @param now with its lines where they stood; a line that came back has nothing yet, and is known by its missing key
 */
export function typedBeside(stood: SheetReading, now: SheetReading): readonly TypedCell[] {
  const [then, here] = [standingLines(stood), standingLines(now)];
  const isSame = (before: readonly string[], after: readonly string[], at: number) =>
    (before[at] ?? "") === (after[at] ?? "");
  const found: TypedCell[] = [];
  now.rows.forEach((cells, row) => {
    if (row === then.keyRow || !isSame(then.rowKeys, here.rowKeys, row)) return;
    cells.forEach((content, column) => {
      if (column === then.keyColumn || !isSame(then.columnKeys, here.columnKeys, column)) return;
      const isOwn = (then.rowKeys[row] ?? "") === "" || (then.columnKeys[column] ?? "") === "";
      const before = stood.rows[row]?.[column] ?? EMPTY;
      if (isOwn && isTyped(before, content)) found.push({ row, column, content });
    });
  });
  return found;
}

/** A formula that stood there may read otherwise while lines come and go. */
function isTyped(before: ReadCell, now: ReadCell): boolean {
  if (before.formula !== undefined) return now.formula === undefined && now.value !== null;
  return now.formula !== undefined || !sameValue(before.value, now.value);
}

/** What was typed since below the last line that stood, where no row of ours has come. @returns where it would have stood then */
export function typedBelow(stood: SheetReading, now: SheetReading): readonly TypedCell[] {
  const [then, here] = [standingLines(stood), standingLines(now)];
  const last = then.rowKeys.findLastIndex((key) => key !== "" && here.rowKeys.includes(key));
  const moved = here.rowKeys.lastIndexOf(then.rowKeys[last] ?? "") - last;
  if (last < 0) return [];
  return now.rows.flatMap((cells, at) =>
    at - moved < stood.rows.length || here.rowKeys[at] !== ""
      ? []
      : cells.flatMap((content, column) => (isTyped(EMPTY, content) ? [{ row: at - moved, column, content }] : [])),
  );
}
