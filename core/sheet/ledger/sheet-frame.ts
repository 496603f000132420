import { shownTime } from "#core/kernel/instant.ts";
import type { Cell } from "../cell.ts";
import { fillWords } from "../draft/fill-words.ts";
import { textCell } from "../draft/make-cell.ts";
import { addRow, addSpanningRow, type SheetDraft } from "../draft/sheet-draft.ts";
import type { PrintSettings, Sheet } from "../sheet.ts";
import { ledgerRecord } from "./ledger-record.ts";
import type { LedgerView } from "./ledger-view.ts";
import type { LedgerWords } from "./ledger-words.ts";

/** Title, info line and header: the same on top of each of a ledger's sheets. */
export interface LedgerFrame {
  readonly view: LedgerView;
  readonly words: LedgerWords;
}

/** @returns the header row's position. */
export function addFrame(draft: SheetDraft, frame: LedgerFrame, headers: Readonly<Record<string, string>>): number {
  const { view, words } = frame;
  addSpanningRow(draft, { key: "#name", kind: "title", height: 30 }, titleCell(view, draft));
  const info = fillWords(words.info, {
    unit: view.unitName,
    owner: view.ownerName,
    year: view.template.year,
    state: view.stateText,
  });
  addSpanningRow(draft, { key: null, kind: "info", height: 18 }, textCell(info, { align: "left" }));
  const cells: Record<string, Cell> = {};
  for (const column of draft.columns)
    cells[column.key] = textCell(headers[column.key] ?? "", { bold: true, align: "center" });
  return addRow(draft, { key: null, kind: "header", height: 32, cells });
}

/** The ledger's name is edited in one place only: the first sheet. */
function titleCell(view: LedgerView, draft: SheetDraft): Cell {
  const cell = textCell(view.name.text, { align: "center", bold: true });
  if (!view.name.mayEdit || draft.columns[0]?.key !== "number") return cell;
  return {
    ...cell,
    state: "input",
    binding: { record: ledgerRecord(view.ledgerId), field: "name", revision: view.name.revision },
    constraint: { type: "text", longest: 100 },
  };
}

export function finishSheet(
  draft: SheetDraft,
  frame: LedgerFrame,
  facts: Pick<Sheet, "key"> & { readonly headerRow: number; readonly frozenColumns: number },
): Sheet {
  return {
    key: facts.key,
    name: draft.sheet,
    columns: draft.columns,
    rows: draft.rows,
    merges: draft.merges,
    frozen: { rows: facts.headerRow + 1, columns: facts.frozenColumns },
    protection: "input-only",
    print: printOf(frame, facts.headerRow),
  };
}

function printOf({ view, words }: LedgerFrame, headerRow: number): PrintSettings {
  const facts = {
    name: view.name.text,
    unit: view.unitName,
    year: view.template.year,
    account: view.issue.issuedTo,
    time: shownTime(view.issue.issuedAt),
  };
  return {
    paper: "A4",
    orientation: "landscape",
    fitToWidth: true,
    repeatRows: { from: headerRow, to: headerRow },
    header: fillWords(words.printHeader, facts),
    footer: fillWords(words.printFooter, facts),
  };
}
