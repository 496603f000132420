import { columnLetters } from "../formula/cell-name.ts";
import type { DefinitionLine } from "./definition-lines.ts";
import type { ProblemList } from "./problem-list.ts";
import { pathOf, readLine, readRow } from "./read-line.ts";
import type { ColumnDefinition, RowDefinition } from "./report-definition.ts";
import { includedRows, type RowStubs } from "./row-stubs.ts";

/** `A | 总数/女 | 性别 = 女`, in order from A. */
export function readColumns(lines: readonly DefinitionLine[], problems: ProblemList): readonly ColumnDefinition[] {
  return lines.flatMap((line, index) => {
    const read = readLine(line, problems);
    if (!read) return [];
    if (read.id !== columnLetters(index + 1)) problems.add(line.no, "order-crooked", { place: read.id });
    return [{ id: read.id, path: pathOf(read.heading), rule: read.rule, line: line.no }];
  });
}

/** `3 > | 二、本年增加/发展党员 | 变动方式 = 发展党员`, or rows that several tables share: `@工作岗位`. */
export function readRows(
  lines: readonly DefinitionLine[],
  stubs: RowStubs,
  problems: ProblemList,
): readonly RowDefinition[] {
  const rows = lines.flatMap((line) => (line.text.startsWith("@") ? includedRows(line, stubs, problems) : rowOf(line)));
  rows.forEach((row, index) => {
    if (row.no !== index + 1) problems.add(row.line, "order-crooked", { place: String(row.no) });
  });
  return rows;

  function rowOf(line: DefinitionLine): readonly RowDefinition[] {
    const row = readRow(line, problems);
    return row ? [row] : [];
  }
}
