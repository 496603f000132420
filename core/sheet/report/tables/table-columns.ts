import type { Column } from "#core/sheet/sheet.ts";
import type { ReportTableView } from "../report-view.ts";

/** The column of line numbers. */
export const codeColumn = "code";
/** Why generated numbers of a row were changed; read back, it is the reason of that row's edits. */
export const reasonColumn = "reason";

export function stubColumn(level: number): string {
  return `stub${level}`;
}

/** Characters of what rows are called, outermost first. */
const STUBS: readonly (readonly number[])[] = [[34], [14, 26], [12, 16, 22]];
const DEEPER = 16;
/** A number of seven digits with its mark; where there are many columns they are as narrow as paper wants. */
const WIDE = 10;
const NARROW = 8;
const MANY = 14;

export function tableColumns(
  { columns }: ReportTableView,
  { stubs, hasReasons }: { readonly stubs: number; readonly hasReasons: boolean },
): readonly Column[] {
  const widths = STUBS[stubs - 1] ?? [];
  return [
    ...Array.from({ length: stubs }, (_, level) => ({ key: stubColumn(level), width: widths[level] ?? DEEPER })),
    { key: codeColumn, width: 7 },
    ...columns.map(({ id }) => ({ key: id, width: columns.length > MANY ? NARROW : WIDE })),
    ...(hasReasons ? [{ key: reasonColumn, width: 24 }] : []),
  ];
}
