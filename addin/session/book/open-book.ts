/**
 * A book in a live sheet: what was issued, what the officer changed since, how it is marked, and how it moves on to a
 * newer state. Changes are found by comparing what stands in the sheet with what was issued (W2a); the sheet itself holds the
 * only copy of what was typed. Calls must come one after the other (WorkLine); what the host would not do is thrown.
 */
import type { BaseSnapshot } from "#core/sheet/snapshot/base-snapshot.ts";
import type { CellValue } from "#core/sheet/cell.ts";
import type { LedgerViewer } from "#core/sheet/ledger/ledger-view.ts";
import type { BookReading, CellPlace } from "#core/sheet/reading.ts";
import type { ReportView } from "#core/sheet/report/report-view.ts";
import type { SheetBook } from "#core/sheet/sheet-book.ts";
import type { DrawOptions, LiveSheet } from "#core/sheet/sheet-host.ts";
import type { Outcome } from "#core/protocol/push.ts";
import { HostFailure } from "#addin/hosts/host-failure.ts";
import { withValues } from "./book-cells.ts";
import { byTheirKeys } from "../roster/by-their-keys.ts";
import { ChangeMarks } from "../desk/change-marks.ts";
import { formulaAt } from "../formula-at.ts";
import { FoundChanges, type BookChanges } from "../desk/found-changes.ts";
import { LastReading } from "./last-reading.ts";
import { issuedOfBook, issuedOfSnapshot, type Issued } from "./issued.ts";
import { reasonKey, settlePushes, unsettled, type AnsweredPush } from "../desk/settle-pushes.ts";
import { withWrites } from "../shown-values.ts";
import { stepToBook, type Step } from "./step-to-book.ts";
import { typedOver, writeBack } from "../desk/typed-over.ts";
import type { WaitingValues } from "../desk/waiting-values.ts";
import { whileNobodyTypes } from "./while-nobody-types.ts";

export interface OpenBookNeeds {
  readonly host: Pick<LiveSheet, "draw" | "read" | "mark" | "write" | "advance">;
  /** Sentences for notes, in the officer's language. */
  readonly noteOf: (outcome: Outcome) => string;
  readonly waiting: () => WaitingValues;
  readonly changed: () => void;
}

export class OpenBook {
  readonly #host: OpenBookNeeds["host"];
  readonly #waiting: OpenBookNeeds["waiting"];
  readonly #marks: ChangeMarks;
  readonly #found: FoundChanges;
  readonly #last: LastReading;
  #issued: Issued | null = null;
  #draws = 0;

  constructor({ host, noteOf, waiting, changed }: OpenBookNeeds) {
    this.#host = host;
    this.#waiting = waiting;
    this.#last = new LastReading(host);
    this.#marks = new ChangeMarks(noteOf);
    this.#found = new FoundChanges(waiting, changed);
  }

  get found(): BookChanges {
    return this.#found.now;
  }

  get issued(): Issued | null {
    return this.#issued;
  }

  /** How often the sheet was drawn. */
  get draws(): number {
    return this.#draws;
  }

  /** Nothing of ours stands in the workbook any more. */
  leave(): void {
    this.#issued = null;
    this.#last.hold(null);
    this.#marks.forget();
    this.#found.clear();
  }

  /** The book of a workbook that was opened again: the workbook's own base is all that is known. */
  async resume(snapshot: BaseSnapshot): Promise<void> {
    const reading = await this.#host.read();
    if (snapshot.identity.subject !== this.#issued?.snapshot.identity.subject) this.leave();
    this.#issued = issuedOfSnapshot(snapshot, reading);
    this.#last.hold(reading);
    this.#found.compare(this.#issued, reading);
    await this.#mark();
  }

  /** The service drew the same as stands here: now looks and notes are known too. */
  recognise(book: SheetBook): void {
    if (this.#issued) this.#issued = { ...issuedOfBook(book), snapshot: this.#issued.snapshot };
    this.showAgain();
  }

  /** As what he looks at it decides what needs a reason; so do the cells of a report. */
  setViewer(viewer: LedgerViewer | null, report: ReportView | null = null): void {
    this.#found.setViewer(viewer, report);
    this.showAgain();
  }

  setReason(key: string, reason: string): void {
    this.#found.setReason(key, reason);
    this.showAgain();
  }

  noteEdited(): void {
    this.#last.noteEdited();
  }

  /** The list as it is after something but the sheet changed. */
  showAgain(): void {
    this.#found.showAgain(this.#issued);
  }

  /** Reads the sheet, tells what differs from what was issued, and marks it. */
  async compare(): Promise<void> {
    if (!this.#issued) return;
    await this.#read(this.#issued);
    await this.#mark();
  }

  /**
   * Draws a book in the place of whatever stands there.
   * @param isAsked may go what is unsent by now?
   * @throws HostFailure typed-meanwhile where it may not
   */
  async replace(book: SheetBook, options: DrawOptions = {}, isAsked: () => boolean = () => true): Promise<void> {
    const issued = this.#issued;
    if (issued)
      await whileNobodyTypes(
        () => this.#asked(issued, isAsked),
        (seen) => this.#over(book, { ...options, seen }),
      );
    else await this.#host.draw(book, options);
    this.#draws += 1;
    this.leave();
    this.#issued = issuedOfBook(book);
    await this.compare();
  }

  /** Draws a newer state; what the officer typed and did not send stays typed. */
  async draw(book: SheetBook, options: DrawOptions = {}): Promise<void> {
    if (!this.#issued) {
      await this.replace(book, options);
      return;
    }
    const issued = this.#issued;
    await whileNobodyTypes(
      () => this.#read(issued),
      (reading) => this.#draw(book, { issued, reading }, options),
    );
  }

  /**
   * Has the host put back what its last drawing replaced; what was typed since is typed again.
   * @param undoDraw answers false where there is nothing to put back
   * @param adopt the book that stands there then
   */
  async undo(undoDraw: (seen: BookReading) => Promise<boolean>, adopt: () => Promise<void>): Promise<void> {
    const issued = this.#issued;
    if (!issued) return;
    const isBack = await whileNobodyTypes(() => this.#read(issued), undoDraw);
    const typed = new Map(this.found.changes.map(({ key, value }) => [key, value]));
    if (!isBack) return;
    await adopt();
    await this.#typeAgain(typed);
  }

  /**
   * What became of pushes. The base moves on with them; cells, looks and notes follow without a drawing where that is enough.
   * @param book the newest state, null: the service did not tell. @returns false: the sheet must be drawn to show it.
   */
  async take(pushes: readonly AnsweredPush[], book: SheetBook | null): Promise<boolean> {
    const issued = this.#issued;
    if (!issued) return true;
    const reading = await this.#latest(issued);
    const settled = settlePushes(issued, pushes);
    const over = typedOver(settled, reading);
    this.#found.shelf.keep(pushes);
    const step = book && issued.book ? stepToBook(issued.book, book, over) : undefined;
    if (book && step) await this.#advance(issuedOfBook(book), step, reading);
    else await this.#advance(settled.issued, { writes: over.followed, marks: [] }, reading);
    return step !== undefined;
  }

  /** Would drawing the newest state change anything that the officer sees? */
  differs(book: SheetBook): boolean {
    const issued = this.#issued;
    const { reading } = this.#last;
    if (!issued || !reading) return true;
    if (!issued.book)
      return JSON.stringify(issued.snapshot.sheets) !== JSON.stringify(issuedOfBook(book).snapshot.sheets);
    const step = stepToBook(issued.book, book, typedOver(unsettled(issued), reading));
    return step === undefined || step.writes.length + step.marks.length > 0;
  }

  /** Puts back what the service has: "theirs" after a conflict, a change taken back. */
  async takeBack(key: string): Promise<void> {
    const issued = this.#issued;
    const { changes } = this.found;
    const change = changes.find((candidate) => candidate.key === key);
    this.#found.shelf.forget(key);
    this.#found.setReason(key, null);
    if (!issued || !change) return;
    // The row's reason was for this change, unless another one in the row still needs it.
    const isLast = !changes.some((other) => other.key !== key && other.record === change.record);
    const keys = isLast ? [key, reasonKey(change.record)] : [key];
    await this.#host.write(keys.flatMap((each) => writeBack(issued, each)));
    await this.compare();
  }

  /** "Mine": the change stays, based on the newest revision since the base moved on. */
  async keepMine(key: string): Promise<void> {
    this.#found.shelf.forget(key);
    await this.compare();
  }

  /** Types again what was typed before an undo put an older state back; fields that it does not have are left out. */
  async #typeAgain(values: ReadonlyMap<string, CellValue>): Promise<void> {
    const issued = this.#issued;
    const writes = issued
      ? [...values].flatMap(([key, value]) => writeBack(issued, key).map((write) => ({ ...write, value })))
      : [];
    if (writes.length > 0) await this.#host.write(writes);
    await this.compare();
  }

  /** A formula that was overtyped comes back (W4). @returns false: none was issued there. */
  async restoreFormula(place: CellPlace): Promise<boolean> {
    if (!this.#issued) return false;
    const found = formulaAt(this.#issued, await this.#host.read(), place);
    if (!found) return false;
    await this.#host.write([found]);
    await this.compare();
    return true;
  }

  async #asked(issued: Issued, isAsked: () => boolean): Promise<BookReading> {
    const reading = await this.#latest(issued);
    if (!isAsked()) throw new HostFailure("typed-meanwhile");
    return reading;
  }

  async #over(book: SheetBook, options: DrawOptions): Promise<void> {
    // Refused, it was not the last reading any more.
    this.#last.noteEdited();
    await this.#host.draw(book, options);
  }

  /** Reads only where somebody typed since. */
  async #latest(issued: Issued): Promise<BookReading> {
    return this.#last.fresh ?? (await this.#read(issued));
  }

  async #read(issued: Issued): Promise<BookReading> {
    const reading = await this.#last.read();
    this.#found.compare(issued, reading);
    return reading;
  }

  async #mark(): Promise<void> {
    if (!this.#issued) return;
    const { marks, done } = this.#marks.plan(this.found.changes, this.#issued);
    if (marks.length > 0) await this.#host.mark(marks);
    done();
  }

  /** Values, looks and the new base in one round trip; the list is worked out from the last reading. */
  async #advance(next: Issued, { writes, marks: looks }: Step, reading: BookReading): Promise<void> {
    const before = this.#issued;
    const after = withWrites(next.snapshot, reading, writes);
    this.#found.compare(next, after);
    const { marks, done } = this.#marks.plan(this.found.changes, next, looks);
    try {
      await this.#host.advance({ writes, marks, base: next.snapshot });
    } catch (failure) {
      if (before) this.#found.compare(before, reading);
      throw failure;
    }
    done();
    this.#issued = next;
    this.#last.hold(after);
  }

  async #draw(
    book: SheetBook,
    at: { readonly issued: Issued; readonly reading: BookReading },
    options: DrawOptions,
  ): Promise<void> {
    const { issued, reading } = at;
    const next = issuedOfBook(book);
    const keyed = byTheirKeys(issued.snapshot, reading);
    const { typed } = typedOver(unsettled(issued), keyed.reading);
    const shown = withValues(book, typed);
    await this.#host.draw(shown, { ...options, base: next.snapshot, repaint: keyed.wereMixed, seen: reading });
    // Until here nothing has happened: a failed drawing leaves what was there.
    this.#draws += 1;
    this.#found.drawn((key) => typed.has(key) && !next.cells.has(key));
    this.#found.shelf.lookForConflicts({ typed, before: issued, after: next, waiting: this.#waiting() });
    this.#issued = next;
    this.#marks.forget();
    await this.compare();
  }
}
