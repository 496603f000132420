import { useEffect, useRef, useState } from "react";
import type { ReportView } from "#core/sheet/report/report-view.ts";
import type { SheetBook } from "#core/sheet/sheet-book.ts";
import type { MenuEntry, Selection } from "#core/sheet/sheet-host.ts";
import type { Change } from "#addin/screens/ledger/change.ts";
import type { OpenGrid } from "#addin/hosts/grid/open-grid.ts";
import { cellOfReport } from "#core/sheet/report/cell-of-report.ts";
import { reportCellAt } from "#addin/session/report/report-cells.ts";
import type { ReportTab } from "#addin/wording/report/report-wording.ts";
import { reportWords } from "#addin/wording/report/report-words.ts";
import type { ReportPageProps } from "../report-page-props.ts";
import type { Trace } from "../trace/trace.ts";
import { offeredActs, type OfferedActs } from "./offered-acts.ts";

export interface ReportMenuNeeds extends Pick<ReportPageProps, "language" | "onTell"> {
  readonly grid: OpenGrid | null;
  readonly book: SheetBook | null;
  readonly view: ReportView | null;
  readonly changes: readonly Pick<Change, "field">[];
  readonly onTab: (tab: ReportTab) => void;
  readonly onRestore: (cell: string) => void;
  readonly onTrace: (trace: Trace) => void;
  readonly onRemark: (cell: string) => void;
}

type OfferedEntry = MenuEntry & { readonly offered: (selection: Selection) => boolean };

/** Right-click in the sheet: the records, a contrast with a cell that was chosen before, the way back, the card (R3, R5, R5a). */
export function useReportMenu(needs: ReportMenuNeeds): void {
  const { grid, language, view } = needs;
  const words = reportWords[language].menu;
  const [held, setHeld] = useState<string | null>(null);
  const latest = useRef(needs);
  latest.current = needs;
  const judges = view?.may.judge === true;
  const edits = view?.may.edit === true;
  useEffect(() => {
    const offers = (selection: Selection): OfferedActs => {
      const { book, view: shown, changes } = latest.current;
      const cell = book && reportCellAt(book, selection);
      const found = shown && cell !== null ? cellOfReport(shown, cell) : null;
      return offeredActs(
        found,
        changes.some(({ field }) => field === cell),
      );
    };
    const entry = (id: string, label: string, run: (cell: string) => void): OfferedEntry => ({
      ...{ id, label },
      offered: (selection) => offers(selection).any,
      run(selection) {
        const { book } = latest.current;
        const cell = book && reportCellAt(book, selection);
        if (cell !== null) run(cell);
      },
    });
    const second = (cell: string) => {
      if (held === null || held === cell) {
        setHeld(cell);
        latest.current.onTell(words.contrastHeld(cell));
      } else {
        setHeld(null);
        latest.current.onTrace({ kind: "contrast", first: held, second: cell });
      }
    };
    const restore: OfferedEntry = {
      ...entry("restore", words.restore, (cell) => latest.current.onRestore(cell)),
      offered: (selection) => offers(selection).restore,
    };
    const entries = [
      {
        ...entry("trace", words.trace, (cell) => latest.current.onTrace({ kind: "drill", cell, unit: null })),
        offered: (selection: Selection) => offers(selection).trace,
      },
      {
        ...entry("contrast", held === null ? words.contrast : words.contrastWith(held), second),
        offered: (selection: Selection) => offers(selection).trace,
      },
      ...(edits ? [restore] : []),
      ...(judges ? [entry("remark", words.remark, (cell) => latest.current.onRemark(cell))] : []),
      entry("card", words.card, () => latest.current.onTab("cell")),
    ];
    void grid?.host.setMenu(entries);
  }, [grid, words, held, judges, edits]);
}
