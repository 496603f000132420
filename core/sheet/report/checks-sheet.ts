import {
  cellsOfCheck,
  checkPlaces,
  judgeCheck,
  type CheckJudgement,
  type CheckPlace,
} from "#core/report/check/run-checks.ts";
import { relationText } from "#core/report/check/relation-text.ts";
import type { CellReader } from "#core/report/counting/evaluate-formula.ts";
import type { TableCheck } from "#core/report/check/table-check.ts";
import type { Cell, CellValue } from "../cell.ts";
import { fillWords } from "../draft/fill-words.ts";
import { formulaCell, PLAIN_NUMBER, textCell } from "../draft/make-cell.ts";
import { addTableHead } from "../draft/plain-table.ts";
import { addRow, newDraft, reference, type SheetDraft } from "../draft/sheet-draft.ts";
import type { Column, Sheet } from "../sheet.ts";
import { sideFormulas, verdictFormula } from "./check-formulas.ts";
import { checkPlaceText, onlyTable } from "./check-place-text.ts";
import { findingState } from "./finding-marks.ts";
import type { ReportFrame } from "./report-frame.ts";
import { CHECKS_SHEET } from "./report-places.ts";
import type { ReportFindingView, ReportView } from "./report-view.ts";
import type { ReportWords } from "./report-words.ts";
import { reportPrint } from "./tables/table-sheet.ts";

/** Words that explain a finding; shown in files, typed where the finding is. */
export const EXPLANATION_KEY = "explanation";
const EXPLANATION: Column = { key: EXPLANATION_KEY, width: 36 };
const COLUMNS: readonly Column[] = [
  { key: "code", width: 12 },
  { key: "table", width: 14 },
  { key: "severity", width: 10 },
  { key: "left", width: 11 },
  { key: "relation", width: 12 },
  { key: "right", width: 11 },
  { key: "difference", width: 11 },
  { key: "verdict", width: 9 },
  { key: "text", width: 56 },
  // The table by number, 0 for what stands between tables: what 目录 counts by.
  { key: "no", width: 6, hidden: true },
];

export interface ChecksSheet {
  readonly sheet: Sheet;
  /** First and last physical row of the list, for formulas that count in it. */
  readonly rows: { readonly first: number; readonly last: number };
  /** What the service found not to hold, with the table it is counted under. */
  readonly found: readonly { readonly no: number; readonly severity: ReportFindingView["severity"] }[];
}

/** Every check at every place where it stands, judged by formulas over the tables' cells: live, and as the service judges (R4). */
export function checksSheet(frame: ReportFrame): ChecksSheet {
  const { view, words } = frame;
  const draft = newDraft(words.sheets.checks, frame.forFile ? [...COLUMNS, EXPLANATION] : COLUMNS);
  const headerRow = addTableHead(draft, {
    title: words.checks.title,
    info: fillWords(words.head, { maker: view.furniture.maker, unit: view.unitName, day: view.ask.on }),
    headers: words.checks.columns,
  });
  const tables = view.tables.map((definition) => ({ definition }));
  const findings = new Map(view.findings.map((finding) => [`${finding.code} ${finding.line}`, finding]));
  const lines = view.checks.flatMap((check) =>
    checkPlaces(check, tables).map((at) => ({ check, at, no: tableOf(check, at), findings })),
  );
  const read = valueReader(view);
  for (const line of lines) addCheck(draft, frame, { ...line, judged: judgeCheck(line.check, line.at.place, read) });
  const found = lines.flatMap(({ check, at, no }) => {
    const finding = findings.get(`${check.code} ${at.line}`);
    return finding ? [{ no, severity: finding.severity }] : [];
  });
  const sheet: Sheet = {
    ...{ key: CHECKS_SHEET, name: draft.sheet, columns: draft.columns, rows: draft.rows, merges: draft.merges },
    ...{ frozen: { rows: headerRow + 1, columns: 1 }, protection: "input-only" },
    print: reportPrint(frame, { from: headerRow, to: headerRow }),
  };
  // Below the hidden key row, counted from 1.
  return { sheet, rows: { first: headerRow + 3, last: Math.max(headerRow + 3, draft.rows.length + 1) }, found };
}

interface CheckLine {
  readonly check: TableCheck;
  readonly at: CheckPlace;
  readonly no: number;
  readonly findings: ReadonlyMap<string, ReportFindingView>;
  readonly judged: CheckJudgement;
}

/** The view's own numbers, so that every host shows verdicts before it calculates, and need not calculate to show them. */
function valueReader({ tables, lastYear }: ReportView): CellReader {
  const values = new Map(tables.map(({ no, cells }) => [no, cells]));
  return (table, cell, last) => (last ? lastYear[`${table}!${cell}`] : values.get(table)?.[cell]?.value) ?? null;
}

function addCheck(draft: SheetDraft, frame: ReportFrame, { check, at, no, findings, judged }: CheckLine): void {
  const { words, locate, forFile } = frame;
  const scope = { sheet: draft.sheet, locate };
  const row = draft.rows.length;
  const finding = findings.get(`${check.code} ${at.line}`);
  const [left, right] = [reference(draft, row, "left"), reference(draft, row, "right")];
  const sides = sideFormulas(check, at, scope);
  const verdict = verdictFormula(check, at, { sides: { left, right }, words: words.checks, scope });
  const figure = (formula: string, value: CellValue) => formulaCell(formula, value, { format: PLAIN_NUMBER });
  addRow(draft, {
    ...{ key: null, kind: "data" },
    cells: {
      code: textCell(check.code),
      table: textCell(checkPlaceText({ table: no === 0 ? null : no, line: at.line }, words), {
        link: linkOf(check, at),
      }),
      severity: textCell(words.checks.severity[check.severity], { align: "center" }),
      left: figure(sides.left, judged.left),
      relation: textCell(relationText(check.test), { align: "center" }),
      right: figure(sides.right, judged.right),
      difference: figure(`${left}-${right}`, judged.left - judged.right),
      verdict: verdictCell(
        formulaCell(verdict, shownVerdict(judged, words.checks), CENTERED),
        forFile ? finding : undefined,
      ),
      text: textCell(check.text, { align: "left" }),
      ...(forFile ? { [EXPLANATION_KEY]: textCell(finding?.explanation?.text ?? "", { align: "left" }) } : {}),
      no: { value: no, state: "text", format: PLAIN_NUMBER },
    },
  });
}

const CENTERED = { align: "center" } as const;

function shownVerdict({ waits, holds }: CheckJudgement, words: ReportWords["checks"]): string {
  if (waits) return words.waits;
  return holds ? words.passes : words.fails;
}

function verdictCell(cell: Cell, finding: ReportFindingView | undefined): Cell {
  return { ...cell, state: (finding && findingState(finding)) ?? cell.state };
}

/** The table it runs over, or whose cells it compares; 0 when they belong to several. */
function tableOf(check: TableCheck, at: CheckPlace): number {
  return check.table ?? onlyTable(cellsOfCheck(check, at.place).map(({ table }) => table)) ?? 0;
}

/** What a click selects: this year's cells. */
function linkOf(check: TableCheck, { place }: CheckPlace): string {
  const cells = cellsOfCheck(check, place).filter(({ lastYear }) => !lastYear);
  return `cells:${cells.map(({ table, cell }) => `${table}!${cell}`).join(" ")}`;
}
