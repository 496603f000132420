import type { CompiledCell } from "../compile/compiled-set.ts";
import type { TableDefinition } from "../definition/report-definition.ts";
import { gridCell } from "../formula/cell-name.ts";

const MONEY_HEADING = /[（(](?:万|亿)?元/u;
const MONEY_AFTER_BLANK = /^(?:万|亿)?元/u;
const BLANK = "____";

/** Whether a number typed into this cell may have decimals: sums of amounts, and what its heading or text says is money. */
export function takesDecimals(table: TableDefinition, { cell, counted }: CompiledCell): boolean {
  if (counted) return counted.sumOf !== null;
  const at = gridCell(cell);
  if (!at) return MONEY_AFTER_BLANK.test(textAfter(table, cell));
  const column = table.columns.find(({ id }) => id === at.column)?.path ?? [];
  const row = table.rows.find(({ no }) => no === at.row)?.path ?? [];
  return [...column, ...row].some((heading) => MONEY_HEADING.test(heading));
}

/** What stands behind a blank of a supplementary line: its unit. */
function textAfter({ supplement }: TableDefinition, cell: string): string {
  const [line = 0, blank = 0] = cell.slice(1).split(".").map(Number);
  const text = supplement.find(({ no }) => no === line)?.text ?? "";
  return text.split(BLANK)[blank]?.trimStart() ?? "";
}
