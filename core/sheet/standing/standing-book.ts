import { shownTime } from "#core/kernel/instant.ts";
import type { Cell } from "../cell.ts";
import { fillWords } from "../draft/fill-words.ts";
import { decimalFormat, figureCell, formulaCell, textCell } from "../draft/make-cell.ts";
import { addTableHead, dataRow, finishTable } from "../draft/plain-table.ts";
import { addRow, newDraft, reference, type SheetDraft } from "../draft/sheet-draft.ts";
import type { SheetBook } from "../sheet-book.ts";
import type { StandingView, StandingViewRow } from "./standing-view.ts";
import type { StandingWords } from "./standing-words.ts";

const TOTALS_NAME = "全部总分";

/** 排名: totals and ranks are formulas where the rows shown are enough to compute them (L17). */
export function standingBook(view: StandingView, words: StandingWords): SheetBook {
  const draft = newDraft(words.sheet, [
    { key: "rank", width: 7 },
    { key: "owner", width: 30, identity: true },
    { key: "unit", width: 26 },
    { key: "quantitative", width: 11 },
    { key: "qualitative", width: 11 },
    { key: "total", width: 11 },
    { key: "grade", width: 9 },
    { key: "challenges", width: 10 },
    { key: "completeItems", width: 11 },
    { key: "completion", width: 10 },
  ]);
  const headerRow = addTableHead(draft, headOf(view, words));
  const first = draft.rows.length;
  for (const row of view.rows) addRow(draft, dataRow(row.ledgerId, rowCells(draft, view, row)));
  nameTotals(draft, first);
  const facts = {
    scope: view.scopeName,
    year: view.year,
    account: view.issue.issuedTo,
    time: shownTime(view.issue.issuedAt),
  };
  const sheet = finishTable(draft, {
    key: "standing",
    headerRow,
    protection: "none",
    orientation: "landscape",
    header: fillWords(words.printHeader, facts),
    footer: fillWords(words.printFooter, facts),
  });
  return {
    identity: {
      kind: "standing",
      ...view.issue,
      subject: view.subject,
      unit: view.scopeName,
      year: view.year,
    },
    title: fillWords(words.title, { year: view.year, template: view.templateName }),
    sheets: [sheet],
    names: draft.names,
    legend: [],
  };
}

function headOf(view: StandingView, words: StandingWords) {
  const info = fillWords(words.info, { scope: view.scopeName, of: view.of, time: shownTime(view.issue.issuedAt) });
  const own = view.view === "own" ? `　${fillWords(words.ownPlaceOnly, { of: view.of })}` : "";
  const title = fillWords(words.title, { year: view.year, template: view.templateName });
  return { title, info: `${info}${own}`, headers: words.columns };
}

function rowCells(draft: SheetDraft, view: StandingView, row: StandingViewRow): Readonly<Record<string, Cell>> {
  const at = draft.rows.length;
  const format = decimalFormat(view.decimals);
  const halves = `${reference(draft, at, "quantitative")}+${reference(draft, at, "qualitative")}`;
  const total = view.totalIsSum
    ? formulaCell(`ROUND(ROUND(${halves},9),${view.decimals})`, Number(row.total), { format, bold: true })
    : figureCell(row.total, "text", { format, bold: true });
  return {
    rank: rankCell(draft, view, row),
    owner: textCell(row.ownerName, row.link === null ? {} : { link: row.link }),
    unit: textCell(row.unitName),
    quantitative: figureCell(row.quantitative, "text", { format }),
    qualitative: figureCell(row.qualitative, "text", { format }),
    total,
    grade: textCell(row.grade, { align: "center" }),
    challenges: figureCell(String(row.challenges), "text", { format: "0" }),
    completeItems: textCell(`${row.complete}/${row.items}`, { align: "center" }),
    completion: { value: completion(row), state: "text", format: "0.0", align: "right" },
  };
}

/** RANK gives ties the same rank and counts on after them, as the service does (1, 1, 3). */
function rankCell(draft: SheetDraft, view: StandingView, row: StandingViewRow): Cell {
  if (view.view === "own") return figureCell(String(row.rank), "text", { format: "0", align: "center" });
  const total = reference(draft, draft.rows.length, "total");
  return formulaCell(`RANK(${total},${TOTALS_NAME},0)`, row.rank, { format: "0", align: "center" });
}

/** In percent with one decimal; not a percent format, whose numbers read back as texts. */
function completion(row: StandingViewRow): number {
  return row.items === 0 ? 0 : Math.round((row.complete / row.items) * 1000) / 10;
}

function nameTotals(draft: SheetDraft, first: number): void {
  const last = draft.rows.length - 1;
  if (last < first) return;
  const column = draft.columns.findIndex((candidate) => candidate.key === "total");
  draft.names.push({ name: TOTALS_NAME, sheet: draft.sheet, top: first, left: column, bottom: last, right: column });
}
