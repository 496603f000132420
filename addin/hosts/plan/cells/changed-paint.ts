import { NOTHING, type Painted } from "../plan.ts";

/** The line of the frame behind a line of the plan; null: it was not drawn before, or nobody knows how it looks. */
export interface DrawnLines {
  readonly rows: readonly (number | null)[];
  readonly columns: readonly (number | null)[];
  /** Of the plan's own counting: is anything else in that cell by now? */
  readonly isMarked: (row: number, column: number) => boolean;
}

/**
 * Only what has to be painted anew.
 * @param stood what was painted last; null: nobody knows
 * @param none what takes the old thing away where nothing is wanted; undefined: it may stay
 */
export function changedPaint<T>(
  wanted: Painted<T>,
  {
    stood,
    lines,
    none,
  }: { readonly stood: Painted<T> | null; readonly lines: DrawnLines; readonly none: T | undefined },
): Painted<T> {
  const table = none === undefined ? wanted.table : [...wanted.table, none];
  const noneId = none === undefined ? NOTHING : wanted.table.length;
  const names = table.map((thing) => JSON.stringify(thing));
  const stoodNames = stood?.table.map((thing) => JSON.stringify(thing)) ?? [];
  const isAsDrawn = (id: number, row: number, column: number): boolean => {
    const [drawnRow = null, drawnColumn = null] = [lines.rows[row], lines.columns[column]];
    if (drawnRow === null || drawnColumn === null || !stood || lines.isMarked(row, column)) return false;
    const before = stood.at[drawnRow]?.[drawnColumn] ?? NOTHING;
    return id === NOTHING ? before === NOTHING : names[id] === stoodNames[before];
  };
  const at = lines.rows.map((_drawnRow, row) => {
    const ids = lines.columns.map((_drawnColumn, column) => {
      const id = wanted.at[row]?.[column] ?? NOTHING;
      if (isAsDrawn(id, row, column)) return NOTHING;
      return id === NOTHING ? noneId : id;
    });
    return ids.every((id) => id === NOTHING) ? [] : ids;
  });
  return { table, at };
}
