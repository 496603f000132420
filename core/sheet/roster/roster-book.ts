import { shownTime } from "#core/kernel/instant.ts";
import type { Cell, CellState } from "../cell.ts";
import { legendOf } from "../cell-state.ts";
import { fillWords } from "../draft/fill-words.ts";
import { textCell } from "../draft/make-cell.ts";
import { finishTable } from "../draft/plain-table.ts";
import { addRow, addSpanningRow, newDraft, type SheetDraft } from "../draft/sheet-draft.ts";
import type { SheetBook } from "../sheet-book.ts";
import { rosterCells } from "./roster-cells.ts";
import { rosterColumns, type RosterColumn } from "./roster-columns.ts";
import { rosterGuide } from "./roster-guide.ts";
import { ROSTER_SHEET } from "./roster-sheet-key.ts";
import { rosterSubject } from "./roster-subject.ts";
import type { RosterView } from "./roster-view.ts";
import type { RosterWords } from "./roster-words.ts";

/** A list of records as a sheet that may be sorted, filtered, pasted into and edited, with a guide to its codes beside it. */
export function rosterBook(view: RosterView, words: RosterWords): SheetBook {
  const list = words.lists[view.ask.list] ?? view.ask.list;
  const columns = rosterColumns(view, words);
  const draft = newDraft(
    list.slice(0, 31),
    columns.map(({ column }) => column),
  );
  const title = fillWords(words.title, { unit: view.unitName, list });
  const headerRow = addHead(draft, { view, words, columns, title });
  const used = new Set<CellState>(["input", "changed", "refused", "conflict"]);
  for (const row of view.rows) {
    const cells = rosterCells(row, columns, words);
    for (const { field } of columns) used.add(cells[field.key]?.state ?? "text");
    addRow(draft, { key: row.record, kind: "data", cells });
  }
  const time = shownTime(view.issue.issuedAt);
  const facts = { title, unit: view.unitName, day: view.on, account: view.issue.issuedTo, time };
  const sheet = finishTable(draft, {
    key: ROSTER_SHEET,
    headerRow,
    protection: "none",
    orientation: "landscape",
    header: fillWords(words.printHeader, facts),
    footer: fillWords(words.printFooter, facts),
  });
  return {
    identity: {
      kind: "roster",
      ...view.issue,
      subject: rosterSubject(view.ask),
      unit: view.unitName,
      year: Number(view.on.slice(0, 4)),
    },
    title,
    sheets: [sheet, rosterGuide(view, words, used)],
    names: [],
    legend: legendOf(used, words.states),
  };
}

interface Head {
  readonly view: RosterView;
  readonly words: RosterWords;
  readonly columns: readonly RosterColumn[];
  readonly title: string;
}

/** @returns the header row's position. */
function addHead(draft: SheetDraft, { view, words, columns, title }: Head): number {
  const filter = view.ask.filter === "" ? words.everybody : view.ask.filter;
  const info = fillWords(words.info, { day: view.on, count: view.rows.length, filter });
  addSpanningRow(draft, { key: null, kind: "title", height: 30 }, textCell(title, { bold: true, align: "left" }));
  addSpanningRow(draft, { key: null, kind: "info", height: 18 }, textCell(info, { align: "left" }));
  const cells: Record<string, Cell> = {};
  for (const column of columns) cells[column.field.key] = headingOf(column, words);
  return addRow(draft, { key: null, kind: "header", height: 36, cells });
}

function headingOf({ field, label }: RosterColumn, words: RosterWords): Cell {
  const isRequired = field.required !== undefined && field.required.length > 0;
  const notes = [
    ...(isRequired ? [words.required] : []),
    ...(field.edited === "procedure" ? [words.byProcedure] : []),
    ...(field.edited === "computed" ? [words.computed] : []),
    // Once, at the heading: 10,000 notes below it say no more and make every program slow.
    ...(field.sensitive === true ? [field.type === "id-number" ? words.maskedLocked : words.masked] : []),
  ];
  const note = notes.length === 0 ? {} : { note: notes.join("\n") };
  return textCell(label, { bold: true, align: "center", ...note });
}
