import type { Cell, CellState } from "../cell.ts";
import { legendOf } from "../cell-state.ts";
import { textCell } from "../draft/make-cell.ts";
import { finishTable } from "../draft/plain-table.ts";
import { addRow, addSpanningRow, newDraft, type SheetDraft } from "../draft/sheet-draft.ts";
import type { Sheet } from "../sheet.ts";
import type { RosterCode, RosterView } from "./roster-view.ts";
import type { RosterWords } from "./roster-words.ts";

/** A second sheet that says how to fill the first one: short lists of choices fit into a cell, long ones only here. */
export function rosterGuide(view: RosterView, words: RosterWords, used: ReadonlySet<CellState>): Sheet {
  const { guide } = words;
  const draft = newDraft(guide.sheet, [
    { key: "list", width: 24 },
    { key: "code", width: 12 },
    { key: "label", width: 44 },
  ]);
  addSpanningRow(draft, { key: null, kind: "title", height: 30 }, textCell(guide.title, { bold: true }));
  for (const line of guide.lines) addSpanningRow(draft, { key: null, kind: "info", height: 32 }, textCell(line));
  for (const { state, symbol, label } of legendOf(used, words.states))
    addSpanningRow(draft, { key: null, kind: "legend" }, textCell(`${symbol} ${label}`, { state: state as CellState }));
  const headerRow = addRow(draft, { key: null, kind: "header", height: 24, cells: headings(words) });
  addCodes(draft, view, words);
  return finishTable(draft, {
    key: "guide",
    headerRow,
    protection: "none",
    orientation: "portrait",
    header: guide.title,
    footer: view.unitName,
  });
}

function headings({ guide }: RosterWords): Readonly<Record<string, Cell>> {
  const heading = (text: string): Cell => textCell(text, { bold: true, align: "center" });
  return { list: heading(guide.list), code: heading(guide.code), label: heading(guide.label) };
}

function addCodes(draft: SheetDraft, { fields, codes }: RosterView, words: RosterWords): void {
  const done = new Set<string>();
  for (const field of fields) {
    if (field.codes === undefined || done.has(field.codes)) continue;
    done.add(field.codes);
    for (const entry of codes[field.codes] ?? [])
      addRow(draft, { key: null, kind: "data", cells: codeCells(field.label[words.labels], entry, words) });
  }
}

function codeCells(list: string, { code, label, retired }: RosterCode, words: RosterWords): Record<string, Cell> {
  const name = `${label[words.labels]}${retired === true ? words.guide.retired : ""}`;
  return { list: textCell(list), code: textCell(code, { align: "center" }), label: textCell(name) };
}
