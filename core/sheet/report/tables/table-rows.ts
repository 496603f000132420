import type { Cell } from "#core/sheet/cell.ts";
import { fillWords } from "#core/sheet/draft/fill-words.ts";
import { textCell } from "#core/sheet/draft/make-cell.ts";
import { addRow, addSpanningRow, type SheetDraft } from "#core/sheet/draft/sheet-draft.ts";
import { textWidth } from "#core/sheet/row-height.ts";
import { nestedSpans, type NestedSpan } from "./nested-spans.ts";
import { BLANK_COLUMN, keysInTable } from "../report-places.ts";
import { tableCell, recordOfAsk, type DrawnTable } from "./table-cell.ts";
import { codeColumn, reasonColumn, stubColumn } from "./table-columns.ts";

const STEP = "　";
const ROW = 19.5;
const LINE = 15.75;

/** The body: what each row is called in nested stubs, its number, its cells. */
export function addBody(draft: SheetDraft, drawn: DrawnTable, whys: ReadonlyMap<number, string>): void {
  const { table, stubs, firstRow } = drawn.layout;
  const spans = nestedSpans(table.rows.map(({ path }) => path));
  table.rows.forEach((row, index) => {
    const numbers = table.columns.map(({ id }) => `${id}${row.no}`);
    const cells: Record<string, Cell> = {
      ...stubCells(drawn, spans, { index, why: whys.get(row.no) }),
      [codeColumn]: codeCell(String(row.no)),
      ...Object.fromEntries(table.columns.map(({ id }) => [id, tableCell(drawn, `${id}${row.no}`)])),
      ...reasonCell(drawn, numbers),
    };
    addRow(draft, { key: `r${row.no}`, kind: "data", cells, height: rowHeight(draft, spans, index) });
  });
  for (const { from, to, level, isLeaf } of spans) {
    const right = isLeaf ? stubs - 1 : level;
    if (to > from || right > level)
      draft.merges.push({ top: firstRow + from, left: level, bottom: firstRow + to, right });
  }
}

function codeCell(text: string): Cell {
  return textCell(text, { align: "center" });
}

/** Each stub where it begins; what stands under a shared one is left to the merge. */
function stubCells(
  { layout: { table, stubs }, frame: { words } }: DrawnTable,
  spans: readonly NestedSpan[],
  { index, why }: { readonly index: number; readonly why: string | undefined },
): Record<string, Cell> {
  const cells = Array.from({ length: stubs }, (_, level) => [stubColumn(level), textCell(null)] as const);
  const begun = spans.filter(({ from }) => from === index);
  const note = why === undefined ? {} : { note: fillWords(words.manual, { why }) };
  const named = begun.map(({ level, isLeaf, text }) => {
    const indent = isLeaf ? STEP.repeat(Math.max(0, (table.rows[index]?.indent ?? 0) - level)) : "";
    return [stubColumn(level), textCell(`${indent}${text}`, { align: "left", ...(isLeaf ? note : {}) })] as const;
  });
  return Object.fromEntries([...cells, ...named]);
}

/** A stub that spans several rows gets the height it needs at the last of them. */
function rowHeight(draft: SheetDraft, spans: readonly NestedSpan[], index: number): number {
  const group = spans.find(({ from, to }) => to === index && from < to);
  if (!group) return ROW;
  const width = draft.columns[group.level]?.width ?? 14;
  const lines = Math.ceil(textWidth(group.text) / Math.max(1, width - 1));
  return Math.max(ROW, lines * LINE + 4.5 - ROW * (group.to - group.from));
}

/** Bound where a generated number of this row may be forced; what is typed is the reason of the row's edits. */
function reasonCell({ frame, layout }: DrawnTable, cells: readonly string[]): Record<string, Cell> {
  if (!frame.hasReasons) return {};
  if (cells.every((cell) => layout.table.cells[cell]?.kind !== "generated"))
    return { [reasonColumn]: { value: null, state: "locked" } };
  const binding = { record: recordOfAsk(frame.view.ask), field: "reason", revision: 0 };
  return {
    [reasonColumn]: {
      ...{ value: null, state: "input", format: "@", align: "left", binding },
      constraint: { type: "text", longest: 500 },
    },
  };
}

/** 补充资料: a row for each blank, with its words, so that every blank is a cell of its own. */
export function addSupplement(draft: SheetDraft, drawn: DrawnTable): void {
  const { layout, frame } = drawn;
  const { pieces, stubs } = layout;
  if (pieces.length === 0) return;
  addSpanningRow(draft, { key: null, kind: "section" }, textCell(frame.words.supplement, { bold: true }));
  for (const { cell, text } of pieces) {
    const keys = cell === null ? undefined : keysInTable(cell);
    if (cell === null || !keys) {
      addSpanningRow(draft, { key: null, kind: "info" }, textCell(text, { align: "left" }));
      continue;
    }
    const cells: Record<string, Cell> = {
      [stubColumn(0)]: textCell(text, { align: "left" }),
      [codeColumn]: codeCell(cell),
      [BLANK_COLUMN]: tableCell(drawn, cell),
    };
    const at = addRow(draft, { key: keys.row, kind: "data", cells: { ...cells, ...reasonCell(drawn, [cell]) } });
    if (stubs > 1) draft.merges.push({ top: at, left: 0, bottom: at, right: stubs - 1 });
  }
}
