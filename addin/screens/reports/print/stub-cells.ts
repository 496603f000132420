import type { ReportTableView } from "#core/sheet/report/report-view.ts";
import type { HeadingCell } from "./heading-rows.ts";

export interface StubCell extends HeadingCell {
  readonly indent: number;
}

/**
 * The titles of rows, per row: a heading over several rows is one cell beside all of them. A row that stands under another row is
 * only indented. All rows are equally wide.
 */
export function stubCells(rows: ReportTableView["rows"]): readonly (readonly StubCell[])[] {
  const known = new Set(rows.map(({ path }) => key(path)));
  const shown = rows.map(({ path }) => withoutParents(path, known));
  const wide = Math.max(1, ...shown.map((path) => path.length));
  return shown.map((path, at) => {
    const indent = rows[at]?.indent ?? 0;
    const title = { text: path.at(-1) ?? "", columns: wide - path.length + 1, rows: 1, indent };
    const groups = path.slice(0, -1).flatMap((text, level) => {
      const group = path.slice(0, level + 1);
      if (at > 0 && isIn(shown[at - 1] ?? [], group)) return [];
      const next = shown.findIndex((other, index) => index > at && !isIn(other, group));
      return [{ text, columns: 1, rows: (next < 0 ? shown.length : next) - at, indent: 0 }];
    });
    return [...groups, title];
  });
}

function withoutParents(path: readonly string[], known: ReadonlySet<string>): readonly string[] {
  for (let length = path.length - 1; length > 0; length -= 1)
    if (known.has(key(path.slice(0, length)))) return path.slice(length);
  return path;
}

/** A row of the group itself, not one that is called like it. */
function isIn(path: readonly string[], group: readonly string[]): boolean {
  return path.length > group.length && group.every((text, level) => path[level] === text);
}

function key(path: readonly string[]): string {
  return path.join("\n");
}
