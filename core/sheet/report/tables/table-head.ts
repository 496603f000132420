import type { Cell } from "#core/sheet/cell.ts";
import { fillWords } from "#core/sheet/draft/fill-words.ts";
import { textCell } from "#core/sheet/draft/make-cell.ts";
import { addRow, type SheetDraft } from "#core/sheet/draft/sheet-draft.ts";
import { textWidth } from "#core/sheet/row-height.ts";
import type { Merge } from "#core/sheet/sheet.ts";
import { nestedSpans, type NestedSpan } from "./nested-spans.ts";
import type { ReportWords } from "../report-words.ts";
import { codeColumn, reasonColumn, stubColumn } from "./table-columns.ts";
import type { TableLayout } from "./table-layout.ts";

/** Of a row of headings and of a line of text in it, in points. */
const HEADING = 22.5;
const LINE = 15.75;

export interface HeadFacts {
  readonly words: ReportWords;
  /** Why whole columns are filled by hand. */
  readonly notes: ReadonlyMap<string, string>;
  readonly hasReasons: boolean;
}

/** Nested headings as merged rows, and below them the letters that cells are named by (A, B, C). */
export function addHeadings(draft: SheetDraft, layout: TableLayout, facts: HeadFacts): void {
  const { table, stubs, headings, headRow, lettersRow } = layout;
  const spans = nestedSpans(table.columns.map(({ path }) => path));
  for (let level = 0; level < headings; level += 1) {
    const cells = Object.fromEntries(draft.columns.map(({ key }) => [key, heading("")]));
    if (level === 0) Object.assign(cells, fixedHeadings(facts));
    for (const span of spans) {
      const id = table.columns[span.from]?.id;
      if (id !== undefined && span.level === level) cells[id] = headingOf(span, id, facts);
    }
    addRow(draft, { key: null, kind: "header", cells, height: headingHeight(draft, layout, level) });
  }
  if (headings > 1 || stubs > 1) draft.merges.push({ top: headRow, left: 0, bottom: lettersRow - 1, right: stubs - 1 });
  mergeDown(draft, stubs, layout);
  if (facts.hasReasons) mergeDown(draft, stubs + 1 + table.columns.length, layout);
  draft.merges.push(...spans.flatMap((span) => mergeOf(span, layout)));
  addLetters(draft, layout, facts.words);
}

function fixedHeadings({ words, hasReasons }: HeadFacts): Readonly<Record<string, Cell>> {
  return {
    [stubColumn(0)]: heading(words.stub),
    [codeColumn]: heading(words.code),
    ...(hasReasons ? { [reasonColumn]: heading(words.reason, { note: words.reasonNote }) } : {}),
  };
}

function headingOf({ isLeaf, text }: NestedSpan, id: string, { words, notes }: HeadFacts): Cell {
  const why = isLeaf ? notes.get(id) : undefined;
  return heading(text, why === undefined ? {} : { note: fillWords(words.manual, { why }) });
}

function heading(text: string, extra: Partial<Cell> = {}): Cell {
  return textCell(text, { bold: true, align: "center", ...extra });
}

function addLetters(draft: SheetDraft, { table, stubs, lettersRow }: TableLayout, words: ReportWords): void {
  const cells: Record<string, Cell> = {};
  for (const { key } of draft.columns) cells[key] = heading("");
  for (const { id } of table.columns) cells[id] = heading(id);
  cells[stubColumn(0)] = heading(words.letters);
  addRow(draft, { key: null, kind: "header", cells });
  if (stubs > 1) draft.merges.push({ top: lettersRow, left: 0, bottom: lettersRow, right: stubs - 1 });
}

function mergeDown(draft: SheetDraft, column: number, { headRow, lettersRow }: TableLayout): void {
  if (lettersRow - 1 > headRow)
    draft.merges.push({ top: headRow, left: column, bottom: lettersRow - 1, right: column });
}

/** Across where columns share a heading, down where a heading has none below it. */
function mergeOf({ from, to, level, isLeaf }: NestedSpan, { stubs, headings, headRow }: TableLayout): readonly Merge[] {
  const bottom = isLeaf ? headings - 1 : level;
  if (to === from && bottom === level) return [];
  return [{ top: headRow + level, left: stubs + 1 + from, bottom: headRow + bottom, right: stubs + 1 + to }];
}

/** A heading that spans several rows asks none of them for height: the last one gives what it needs. */
function headingHeight(draft: SheetDraft, { table, headings, stubs }: TableLayout, level: number): number {
  if (level < headings - 1) return HEADING;
  const needs = table.columns.map(({ path }, index) => {
    const width = draft.columns[stubs + 1 + index]?.width ?? 8;
    const lines = Math.ceil(textWidth(path.at(-1) ?? "") / Math.max(1, width - 1));
    return lines * LINE + 4.5 - HEADING * (headings - path.length);
  });
  return Math.max(HEADING, ...needs);
}
