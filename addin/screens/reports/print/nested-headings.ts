import { nestedSpans } from "#core/sheet/report/tables/nested-spans.ts";
import type { ReportTableView } from "#core/sheet/report/report-view.ts";

export interface HeadingCell {
  readonly text: string;
  readonly columns: number;
  readonly rows: number;
}

export interface StubCell extends HeadingCell {
  readonly indent: number;
}

type Path = readonly string[];

/** Headings of columns, line by line from the top. */
export function headingLines(columns: ReportTableView["columns"], of: string): readonly (readonly HeadingCell[])[] {
  const paths = columns.map(({ path }) => path);
  const depth = deepest(paths);
  const spans = nestedSpans(paths);
  return Array.from({ length: depth }, (_, level) =>
    spans
      .filter((span) => span.level === level)
      .map(({ from, to, isLeaf, text }) => ({
        text: !isLeaf && isDivided(paths, from, level) ? of : text,
        columns: to - from + 1,
        rows: isLeaf ? depth - level : 1,
      })),
  );
}

/** What rows are called, row by row: a heading over several of them stands at the first. */
export function stubLines(rows: ReportTableView["rows"], of: string): readonly (readonly StubCell[])[] {
  const paths = rows.map(({ path }) => path);
  const depth = deepest(paths);
  const spans = nestedSpans(paths);
  return rows.map(({ indent }, index) =>
    spans
      .filter(({ from }) => from === index)
      .map(({ from, to, level, isLeaf, text }) => ({
        text: !isLeaf && isDivided(paths, from, level) ? of : text,
        columns: isLeaf ? depth - level : 1,
        rows: to - from + 1,
        indent: isLeaf ? Math.max(0, indent - level) : 0,
      })),
  );
}

export function deepest(paths: readonly Path[]): number {
  return Math.max(1, ...paths.map((path) => path.length));
}

/** The heading is the line before as well: "总数", then what it is divided into. */
function isDivided(paths: readonly Path[], from: number, level: number): boolean {
  const before = paths[from - 1];
  return before?.length === level + 1 && before.every((text, at) => text === paths[from]?.[at]);
}
