import { diffBook } from "#core/sheet/diff-book.ts";
import type { Edit, SheetProblem } from "#core/sheet/edit.ts";
import type { LedgerViewer } from "#core/sheet/ledger/ledger-view.ts";
import type { BookReading } from "#core/sheet/reading.ts";
import type { ReportView } from "#core/sheet/report/report-view.ts";
import { newRowsOf, type NewRow } from "#core/sheet/roster/new-rows.ts";
import type { Change } from "#addin/screens/ledger/change.ts";
import { changeOf } from "./changes-of.ts";
import type { Issued } from "../book/issued.ts";
import { OutcomeShelf } from "./outcome-shelf.ts";
import type { WaitingValues } from "./waiting-values.ts";

export interface BookChanges {
  readonly changes: readonly Change[];
  readonly problems: readonly SheetProblem[];
  readonly stopped: boolean;
  /** Typed and not sent, and the cell is closed by now: it could not be kept in the sheet. Until the next drawing. */
  readonly dropped: readonly Change[];
  /** Rows of a roster that the officer wrote himself: people to be added, each when he says so. */
  readonly newRows: readonly NewRow[];
}

const NO_CHANGES: BookChanges = { changes: [], problems: [], stopped: false, dropped: [], newRows: [] };

/** What was found by the last comparison, with everything that the pane says about it. */
export class FoundChanges {
  readonly shelf = new OutcomeShelf();
  readonly #waiting: () => WaitingValues;
  readonly #changed: () => void;
  /** By field. */
  readonly #reasons = new Map<string, string>();
  #viewer: LedgerViewer | null = null;
  #report: ReportView | null = null;
  #found = NO_CHANGES;
  #edits: readonly Edit[] = [];

  constructor(waiting: () => WaitingValues, changed: () => void) {
    this.#waiting = waiting;
    this.#changed = changed;
  }

  get now(): BookChanges {
    return this.#found;
  }

  clear(): void {
    this.shelf.clear();
    this.#reasons.clear();
    this.#edits = [];
    this.#found = NO_CHANGES;
    this.#changed();
  }

  compare(issued: Issued, reading: BookReading): void {
    const { edits, problems, stopped } = diffBook(issued.snapshot, reading);
    this.shelf.dropTypedAnew(edits);
    this.#edits = edits;
    const newRows = newRowsOf(issued.snapshot, reading);
    this.#found = { ...this.#found, problems: besidesNewRows(problems, newRows), stopped, newRows };
    this.showAgain(issued);
  }

  /** The list as it is after something but the sheet changed. */
  showAgain(issued: Issued | null): void {
    const facts = {
      viewer: this.#viewer,
      report: this.#report,
      reasons: this.#reasons,
      outcomes: this.shelf.outcomes,
      waiting: this.#waiting(),
    };
    const changes = issued ? this.#edits.map((edit) => changeOf(edit, { issued, ...facts })) : [];
    this.#found = { ...this.#found, changes };
    this.#changed();
  }

  setViewer(viewer: LedgerViewer | null, report: ReportView | null): void {
    this.#viewer = viewer;
    this.#report = report;
  }

  /** @param reason null: none any more. */
  setReason(key: string, reason: string | null): void {
    if (reason === null) this.#reasons.delete(key);
    else this.#reasons.set(key, reason);
  }

  /** After a drawing: reasons go with their changes, and what could not be kept is told. */
  drawn(dropped: (key: string) => boolean): void {
    const { changes } = this.#found;
    for (const { key, reason } of changes) if (reason !== "") this.#reasons.set(key, reason);
    this.#found = { ...this.#found, dropped: changes.filter(({ key }) => dropped(key)) };
  }
}

/** In a roster a row without a key is nothing wrong. */
function besidesNewRows(problems: readonly SheetProblem[], newRows: readonly NewRow[]): readonly SheetProblem[] {
  return newRows.length === 0 ? problems : problems.filter(({ code }) => code !== "row-without-key");
}
