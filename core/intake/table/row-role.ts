import type { SeenRow } from "../seen-workbook.ts";
import { cellText, filledColumns } from "./cell-text.ts";
import type { FoundTable, RowRole } from "./found-table.ts";
import { headerKey } from "./header-key.ts";

const SUM_WORD = /^(?:本页|本表|全部|以上|其中)?(?:小计|合计|总计|共计|累计|总人数|total|subtotal)/u;
const SUM_END = /(?:小计|合计|总计)$/u;
const SUM_COUNT = /^共(?:计)?\d+(?:人|名|条)/u;
const SUM_FORMULA = /^(?:SUM|SUBTOTAL|COUNTA?|AGGREGATE)\(/i;
const EXAMPLE = /^(?:示?例|样例|举例|填写?示例|填表示例|example)\d*$/u;
const NOTE =
  /^(?:填[表报写]?(?:说明|要求|须知|人|日期)|说明|备注|注意?|附注?|制表|审核|审批|单位负责人|负责人|党支部书记|经办人|联系人|盖章)/u;
const LONG_NAME = 4;

/** What a row under the table's header is. Looks at the row alone, so that a big sheet can be judged as its rows come. */
export function rowRole(table: Pick<FoundTable, "columns" | "headerTexts" | "wideRows">, row: SeenRow): RowRole {
  const filled = filledColumns(row);
  const counting = new Set(table.columns.filter(({ counts }) => counts).map(({ index }) => index));
  const telling = filled.filter((column) => !counting.has(column));
  // Rows numbered in advance and never filled in.
  if (telling.length === 0 && !filled.some((column) => isWord(row, column))) return "blank";
  if (repeatsHeader(table, row)) return "repeated-header";
  if (isSubtotal(row, filled)) return "subtotal";
  if (isNote(table, row, filled)) return "instruction";
  return "data";
}

function isWord(row: SeenRow, column: number): boolean {
  return /\p{L}/u.test(cellText(row.cells[column]));
}

function repeatsHeader({ headerTexts }: Pick<FoundTable, "headerTexts">, row: SeenRow): boolean {
  return headerTexts.some((header) => {
    let said = 0;
    for (const [column, cell] of row.cells.entries()) {
      const key = headerKey(cellText(cell));
      if (key === "") continue;
      // Of a row of data the first word tells: no other cell is looked at.
      if (key !== header[column]) return false;
      said += 1;
    }
    return said >= 2;
  });
}

/** 小计, 合计, 总计 in one of the first cells that say something, or sums without a name beside them. */
function isSubtotal(row: SeenRow, filled: readonly number[]): boolean {
  const heads = filled.slice(0, 3).map((column) => headerKey(cellText(row.cells[column])));
  if (heads.some((text) => isSumWord(text))) return true;
  const sums = filled.filter((column) => SUM_FORMULA.test(row.cells[column]?.formula ?? ""));
  return sums.length > 0 && filled.filter((column) => isWord(row, column)).length < 2;
}

function isSumWord(text: string): boolean {
  if (SUM_COUNT.test(text)) return true;
  return text.length <= 12 && (SUM_WORD.test(text) || SUM_END.test(text));
}

function isNote(
  { columns, wideRows }: Pick<FoundTable, "columns" | "wideRows">,
  row: SeenRow,
  filled: readonly number[],
): boolean {
  const [first = 0] = filled;
  const text = cellText(row.cells[first]);
  const key = headerKey(text);
  if (EXAMPLE.test(key) || isSignatures(row, filled)) return true;
  if (filled.length > 2) return false;
  if ((wideRows.get(row.row) ?? 0) > columns.length / 2 || NOTE.test(key)) return true;
  return filled.length === 1 && columns.length > 2 && text.length > LONG_NAME;
}

/** "填表人：王五   审核人：赵六" */
function isSignatures(row: SeenRow, filled: readonly number[]): boolean {
  const words = filled.filter((column) => isWord(row, column));
  return words.length > 0 && filled.length <= 4 && words.every((column) => /[:：]/u.test(cellText(row.cells[column])));
}
