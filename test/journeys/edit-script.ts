/**
 * What an officer does to a drawn ledger, as data: every face does it with its own hands, and must find the same (W1, W2a).
 * Values are of the type that the cell keeps; what typing makes of "5" is each program's own.
 */
import type { CellValue } from "#core/sheet/cell.ts";
import type { SheetDiff } from "#core/sheet/edit.ts";
import type { DrivenCell, SheetDriver } from "#test/contracts/sheet-host.ts";

/** Right and down are positive. */
export interface Shift {
  readonly rows: number;
  readonly columns: number;
}

/** A whole officer: what the contract suite's driver does, and blocks and lines of his own. */
export interface OfficerHands extends SheetDriver {
  /** The block's first cell comes onto that cell, or so far beside it; the rest follows as the sheet stands. */
  paste(cell: DrivenCell, block: readonly (readonly CellValue[])[], shift?: Shift): Promise<void>;
  /** An empty column, key included, before the column with that key. */
  insertColumnBefore(sheet: string, column: string): Promise<void>;
}

export type ScriptStep =
  | { readonly do: "type"; readonly at: DrivenCell; readonly value: CellValue }
  | { readonly do: "type-formula"; readonly at: DrivenCell; readonly formula: string }
  | { readonly do: "paste"; readonly at: DrivenCell; readonly block: readonly (readonly CellValue[])[] }
  /** A row of his own above that cell's, with a text in that cell's column. */
  | { readonly do: "own-row"; readonly at: DrivenCell; readonly text: string }
  /** A column of his own before that cell's, with a text in that cell's row. */
  | { readonly do: "own-column"; readonly at: DrivenCell; readonly text: string }
  | { readonly do: "delete-row"; readonly sheet: string; readonly row: string }
  | { readonly do: "move-row"; readonly sheet: string; readonly row: string; readonly above: string }
  | { readonly do: "move-column"; readonly sheet: string; readonly column: string; readonly before: string };

export async function performScript(hands: OfficerHands, script: readonly ScriptStep[]): Promise<void> {
  for (const step of script) await perform(hands, step);
}

function perform(hands: OfficerHands, step: ScriptStep): Promise<void> {
  switch (step.do) {
    case "type":
      return hands.type(step.at, step.value);
    case "type-formula":
      return hands.typeFormula(step.at, step.formula);
    case "paste":
      return hands.paste(step.at, step.block);
    case "own-row":
      return ownRow(hands, step);
    case "own-column":
      return ownColumn(hands, step);
    case "delete-row":
      return hands.deleteRow(step.sheet, step.row);
    case "move-row":
      return hands.moveRowAbove(step.sheet, step.row, step.above);
    case "move-column":
      return hands.moveColumnBefore(step.sheet, step.column, step.before);
  }
}

type Own = Pick<Extract<ScriptStep, { readonly do: "own-row" | "own-column" }>, "at" | "text">;

async function ownRow(hands: OfficerHands, { at, text }: Own): Promise<void> {
  await hands.insertRowAbove(at.sheet, at.row);
  await hands.paste(at, [[text]], { rows: -1, columns: 0 });
}

async function ownColumn(hands: OfficerHands, { at, text }: Own): Promise<void> {
  await hands.insertColumnBefore(at.sheet, at.column);
  await hands.paste(at, [[text]], { rows: 0, columns: -1 });
}

export const quantitative = (row: string, column: string): DrivenCell => ({ sheet: "quantitative", row, column });
export const qualitative = (row: string, column: string): DrivenCell => ({ sheet: "qualitative", row, column });

/** On the journey's template, as its owner: everything that can be done well and badly in one go. */
export const EDIT_SCRIPT: readonly ScriptStep[] = [
  { do: "type", at: quantitative("q1", "score"), value: 9.5 },
  { do: "type", at: quantitative("q1", "reason"), value: "一次会议缺少签到表" },
  { do: "type", at: quantitative("q2", "score"), value: null },
  // No level of its item: refused.
  { do: "type", at: quantitative("q3", "score"), value: 7 },
  // Somebody else changed it meanwhile: in conflict.
  { do: "type", at: quantitative("q4", "score"), value: 4 },
  { do: "type", at: quantitative("q2", "text.task"), value: "每月开展主题党日活动\n全年不少于十二次" },
  { do: "type", at: quantitative("q4", "text.task"), value: "=1+1" },
  {
    do: "paste",
    at: quantitative("q1", "text.responsible"),
    block: [
      ["张三", "2026.10"],
      ["110101199001011234", "每季度末"],
    ],
  },
  { do: "type", at: qualitative("l1", "rating.self"), value: 45 },
  { do: "own-row", at: quantitative("q4", "text.requirement"), text: "自己的一行" },
  { do: "own-column", at: quantitative("q1", "evidence"), text: "自己的备注" },
  { do: "own-row", at: qualitative("l2", "rating.self"), text: "自己的小计" },
  { do: "move-row", sheet: "quantitative", row: "q2", above: "q1" },
  { do: "move-column", sheet: "quantitative", column: "score", before: "text.task" },
  { do: "type", at: quantitative("#total:quantitative", "score"), value: 99 },
  { do: "type-formula", at: qualitative("l2", "rating.self"), formula: "5+5" },
  { do: "type", at: quantitative("q1", "maximum"), value: 20 },
];

/** The browser's grid keeps rows and columns of a protected ledger where they are. */
export const IN_CELLS: readonly ScriptStep[] = EDIT_SCRIPT.filter(
  (step) => step.do === "type" || step.do === "type-formula" || step.do === "paste",
);

/** Without what differs between ledgers that are otherwise the same: their ids. */
export function withoutLedgerId<T>(found: T, ledger: string): T {
  return JSON.parse(JSON.stringify(found).replaceAll(ledger, "LEDGER")) as T;
}

/** Field and old -> new of each edit, for messages and short assertions. */
export function editsInWords({ edits }: Pick<SheetDiff, "edits">): readonly string[] {
  return edits.map(({ record, field, base, value }) => {
    const item = record.split("/")[1] ?? record;
    return `${item} ${field} ${JSON.stringify(base)} -> ${JSON.stringify(value)}`;
  });
}
