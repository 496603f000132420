import type { CellState } from "../cell.ts";
import { legendOf } from "../cell-state.ts";
import type { SheetBook } from "../sheet-book.ts";
import type { Sheet } from "../sheet.ts";
import type { LedgerView } from "./ledger-view.ts";
import type { LedgerWords } from "./ledger-words.ts";
import { qualitativeSheet } from "./qualitative-sheet.ts";
import { quantitativeSheet } from "./quantitative-sheet.ts";
import { totalsSheet } from "./totals-sheet.ts";

/** A ledger as its viewer may see it: 定量任务, 定性测评, 考核得分, with formulas over named cells (L13) and bindings where he may write. */
export function ledgerBook(view: LedgerView, words: LedgerWords): SheetBook {
  const frame = { view, words };
  const quantitative = quantitativeSheet(frame);
  const qualitative = qualitativeSheet(frame);
  const used = statesOf([quantitative.sheet, qualitative.sheet]);
  const totals = totalsSheet(frame, used);
  return {
    identity: {
      kind: "ledger",
      ...view.issue,
      subject: view.ledgerId,
      unit: view.unitName,
      year: view.template.year,
    },
    title: view.name.text,
    sheets: [quantitative.sheet, qualitative.sheet, totals.sheet],
    names: [...quantitative.draft.names, ...qualitative.draft.names, ...totals.draft.names],
    legend: legendOf(new Set<CellState>([...used, "computed", "changed", "refused", "conflict"]), words.states),
  };
}

function statesOf(sheets: readonly Sheet[]): ReadonlySet<CellState> {
  const used = new Set<CellState>();
  for (const sheet of sheets)
    for (const row of sheet.rows) for (const cell of Object.values(row.cells)) used.add(cell.state);
  return used;
}
