import { sameValue } from "#core/sheet/diff/same-value.ts";
import type { ReadCell, SheetReading } from "#core/sheet/reading.ts";
import { isLayoutKey } from "#core/sheet/row-key.ts";
import type { SheetPlan } from "../plan.ts";
import { keyPositions, type KeyPositions } from "./key-positions.ts";

/** Where the sheet stood when it was looked at. Physical, 0-based. */
export interface TypedCell {
  readonly row: number;
  readonly column: number;
  readonly content: ReadCell;
}

export interface SinceWhen {
  readonly stood: SheetReading;
  /** What was being drawn. */
  readonly drawn: SheetPlan | undefined;
  readonly now: SheetReading;
}

const EMPTY: ReadCell = { value: null };

/** What holds neither what stood there nor what was being drawn was typed by the officer: it is not put back over (W4). */
export function typedSince({ stood, drawn, now }: SinceWhen): readonly TypedCell[] {
  const was = keyPositions(stood);
  const nowAt = cellsByKeys(now.rows, keyPositions(now));
  const drawnAt = cellsByKeys(drawn?.contents ?? [], {
    rows: places(drawn?.rowKeys),
    columns: places(drawn?.columnKeys),
  });
  return [...was.rows]
    .filter(([row]) => !isLayoutKey(row))
    .flatMap(([rowKey, row]) =>
      [...was.columns].flatMap(([columnKey, column]) => {
        const content = nowAt(rowKey, columnKey);
        const before = stood.rows[row]?.[column] ?? EMPTY;
        if (!content || isSame(before, content)) return [];
        const ours = drawnAt(rowKey, columnKey);
        return ours && isSame(ours, content) ? [] : [{ row, column, content }];
      }),
    );
}

type CellByKeys = (row: string, column: string) => ReadCell | undefined;

/** undefined: one of the keys is gone. */
function cellsByKeys(
  cells: SheetReading["rows"],
  { rows, columns }: Pick<KeyPositions, "rows" | "columns">,
): CellByKeys {
  return (rowKey, columnKey) => {
    const [row, column] = [rows.get(rowKey), columns.get(columnKey)];
    return row === undefined || column === undefined ? undefined : (cells[row]?.[column] ?? EMPTY);
  };
}

function places(keys: readonly string[] = []): ReadonlyMap<string, number> {
  return new Map(keys.map((key, at) => [key, at]));
}

/** Where a formula stands, or stood, nobody types. */
function isSame(a: ReadCell, b: ReadCell): boolean {
  return a.formula !== undefined || b.formula !== undefined || sameValue(a.value, b.value);
}

/** The sheet as it stood, with that typed into it. */
export function withTyped(reading: SheetReading, typed: readonly TypedCell[]): SheetReading {
  if (typed.length === 0) return reading;
  const rows = reading.rows.map((cells) => [...cells]);
  for (const { row, column, content } of typed) {
    const cells = rows[row];
    if (!cells) continue;
    while (cells.length < column) cells.push(EMPTY);
    cells[column] = content;
  }
  return { ...reading, rows };
}
