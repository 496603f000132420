import { columnNumber } from "../formula/cell-name.ts";
import type { DefinitionLine } from "./definition-lines.ts";
import type { ProblemList } from "./problem-list.ts";
import { pathOf, readLine, readRow } from "./read-line.ts";
import { RunOn } from "./run-on.ts";
import type { ColumnDefinition, RowDefinition } from "./report-definition.ts";
import { includedRows, type RowStubs } from "./row-stubs.ts";

/** `A | 总数/女 | 性别 = 女`, in order from A. */
export function readColumns(lines: readonly DefinitionLine[], problems: ProblemList): readonly ColumnDefinition[] {
  const order = new RunOn();
  return lines.flatMap((line) => {
    const read = readLine(line, problems);
    if (!read) order.skip("one");
    else if (!order.isNext(/^[A-Z]+$/u.test(read.id) ? columnNumber(read.id) : 0))
      problems.add(line.no, "order-crooked", { place: read.id });
    return read ? [{ id: read.id, path: pathOf(read.heading), rule: read.rule, line: line.no }] : [];
  });
}

/** `3 > | 二、本年增加/发展党员 | 变动方式 = 发展党员`, or rows that several tables share: `@工作岗位`. */
export function readRows(
  lines: readonly DefinitionLine[],
  stubs: RowStubs,
  problems: ProblemList,
): readonly RowDefinition[] {
  const order = new RunOn();
  return lines.flatMap((line) => {
    const isShared = line.text.startsWith("@");
    const read = isShared ? includedRows(line, stubs, problems) : rowOf(line, problems);
    if (read.length === 0) order.skip(isShared ? "many" : "one");
    for (const row of read)
      if (!order.isNext(row.no)) problems.add(row.line, "order-crooked", { place: String(row.no) });
    return read;
  });
}

function rowOf(line: DefinitionLine, problems: ProblemList): readonly RowDefinition[] {
  const row = readRow(line, problems);
  return row ? [row] : [];
}
