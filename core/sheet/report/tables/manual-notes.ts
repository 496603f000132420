import { gridCell } from "#core/report/formula/cell-name.ts";
import type { ReportTableView } from "../report-view.ts";

/** Why cells are filled by hand, told once where it is the same for a whole row or column. */
export interface ManualNotes {
  /** By row number. */
  readonly rows: ReadonlyMap<number, string>;
  /** By column letters. */
  readonly columns: ReadonlyMap<string, string>;
  /** By cell. */
  readonly cells: ReadonlyMap<string, string>;
}

export function manualNotes({ cells }: ReportTableView): ManualNotes {
  const manual = Object.entries(cells).flatMap(([cell, { kind, why }]) =>
    kind === "manual" && why !== undefined && why !== "" ? [{ cell, why, at: gridCell(cell) }] : [],
  );
  const rows = shared(manual.map(({ at, why }) => [at?.row, why] as const));
  const columns = shared(manual.map(({ at, why }) => [at?.column, why] as const));
  const own = manual.filter(({ at, why }) => !at || (rows.get(at.row) !== why && columns.get(at.column) !== why));
  return { rows, columns, cells: new Map(own.map(({ cell, why }) => [cell, why])) };
}

/** Lines of two or more cells that all say the same. */
function shared<K>(said: readonly (readonly [K | undefined, string])[]): ReadonlyMap<K, string> {
  const byLine = new Map<K, string[]>();
  for (const [line, why] of said) {
    if (line === undefined) continue;
    byLine.set(line, [...(byLine.get(line) ?? []), why]);
  }
  const found = new Map<K, string>();
  for (const [line, [first = "", ...more]] of byLine)
    if (more.length > 0 && more.every((why) => why === first)) found.set(line, first);
  return found;
}
