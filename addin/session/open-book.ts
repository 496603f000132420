/**
 * A ledger's book in a live sheet: what was issued, what the officer changed since, how it is marked, and how it moves on to a
 * newer state. Changes are found by comparing what stands in the sheet with what was issued (W2a); the sheet itself holds the
 * only copy of what was typed. Calls must come one after the other (WorkLine); what the host would not do is thrown.
 */
import type { BaseSnapshot } from "#core/sheet/base-snapshot.ts";
import type { CellValue } from "#core/sheet/cell.ts";
import { sameValue } from "#core/sheet/diff/same-value.ts";
import { diffBook } from "#core/sheet/diff-book.ts";
import type { Edit, SheetProblem } from "#core/sheet/edit.ts";
import type { LedgerViewer } from "#core/sheet/ledger/ledger-view.ts";
import type { BookReading } from "#core/sheet/reading.ts";
import type { SheetBook } from "#core/sheet/sheet-book.ts";
import type { BookStep, CellMark, CellWrite, DrawOptions, LiveSheet } from "#core/sheet/sheet-host.ts";
import type { Outcome } from "#core/protocol/push.ts";
import type { Change } from "#addin/screens/ledger/change.ts";
import { withValues } from "./book-cells.ts";
import { ChangeMarks } from "./change-marks.ts";
import { changeOf } from "./changes-of.ts";
import { formulaAt } from "./formula-at.ts";
import { issuedOfBook, issuedOfSnapshot, type Issued } from "./issued.ts";
import { OutcomeShelf } from "./outcome-shelf.ts";
import { reasonKey, settlePushes, type AnsweredPush, type Settled } from "./settle-pushes.ts";
import { shownValues, withWrites } from "./shown-values.ts";
import { stepToBook } from "./step-to-book.ts";

export interface OpenBookNeeds {
  readonly host: Pick<LiveSheet, "draw" | "read" | "mark" | "write" | "advance">;
  /** Sentences for notes, in the officer's language. */
  readonly noteOf: (outcome: Outcome) => string;
  /** Values that wait in the outbox, by field. */
  readonly waiting: () => ReadonlyMap<string, CellValue>;
  readonly changed: () => void;
}

export interface BookChanges {
  readonly changes: readonly Change[];
  readonly problems: readonly SheetProblem[];
  readonly stopped: boolean;
  /** Typed and not sent, and the cell is closed by now: it could not be kept in the sheet. Until the next drawing. */
  readonly dropped: readonly Change[];
}

const NO_CHANGES: BookChanges = { changes: [], problems: [], stopped: false, dropped: [] };

export class OpenBook {
  readonly #needs: OpenBookNeeds;
  readonly #marks: ChangeMarks;
  readonly #shelf = new OutcomeShelf();
  readonly #reasons = new Map<string, string>();
  #found = NO_CHANGES;
  #edits: readonly Edit[] = [];
  #issued: Issued | null = null;
  #reading: BookReading | null = null;
  #viewer: LedgerViewer | null = null;
  #draws = 0;
  /** Somebody typed since the last reading. */
  #isStale = true;

  constructor(needs: OpenBookNeeds) {
    this.#needs = needs;
    this.#marks = new ChangeMarks(needs.noteOf);
  }

  get found(): BookChanges {
    return this.#found;
  }

  get issued(): Issued | null {
    return this.#issued;
  }

  /** How often the sheet was drawn. */
  get draws(): number {
    return this.#draws;
  }

  /** The book that stands in the sheet already. */
  adopt(issued: Issued | null): void {
    const isSameBook = issued?.snapshot.identity.subject === this.#issued?.snapshot.identity.subject;
    this.#issued = issued;
    this.#reading = null;
    this.#isStale = true;
    if (isSameBook) return;
    this.#shelf.clear();
    this.#reasons.clear();
    this.#marks.forget();
    this.#show({ ...NO_CHANGES }, []);
  }

  /** The book of a workbook that was opened again: the workbook's own base is all that is known. */
  async resume(snapshot: BaseSnapshot): Promise<void> {
    const reading = await this.#needs.host.read();
    const issued = issuedOfSnapshot(snapshot, reading);
    this.adopt(issued);
    this.#isStale = false;
    this.#reading = reading;
    this.#diff(issued, reading);
    await this.#mark();
  }

  /** The service drew the same as stands here: now looks and notes are known too. */
  recognise(book: SheetBook): void {
    if (this.#issued) this.#issued = { ...issuedOfBook(book), snapshot: this.#issued.snapshot };
    this.showAgain();
  }

  /** As what he looks at it decides what needs a reason. */
  setViewer(viewer: LedgerViewer | null): void {
    this.#viewer = viewer;
    this.showAgain();
  }

  noteEdited(): void {
    this.#isStale = true;
  }

  /** Reads the sheet, tells what differs from what was issued, and marks it. */
  async compare(): Promise<void> {
    if (!this.#issued) return;
    await this.#read(this.#issued);
    await this.#mark();
  }

  setReason(key: string, reason: string): void {
    this.#reasons.set(key, reason);
    this.showAgain();
  }

  /** The list as it is after something but the sheet changed. */
  showAgain(): void {
    this.#show(this.#found, this.#edits);
  }

  /** Draws a newer state; what the officer typed and did not send stays typed. */
  async draw(book: SheetBook, options: DrawOptions = {}): Promise<void> {
    const issued = this.#issued;
    if (issued) await this.#read(issued);
    await this.#draw(book, { issued: issued ?? issuedOfBook(book), usedReasons: new Map() }, options);
  }

  /** Draws a book in the place of whatever stands there. */
  async replace(book: SheetBook, options: DrawOptions = {}): Promise<void> {
    await this.#needs.host.draw(book, options);
    this.#draws += 1;
    this.adopt(null);
    this.adopt(issuedOfBook(book));
    await this.compare();
  }

  /**
   * What became of pushes. The base moves on with them; cells, looks and notes follow without a drawing where that is enough.
   * @param book the newest state, null: the service did not tell.
   */
  async take(pushes: readonly AnsweredPush[], book: SheetBook | null): Promise<void> {
    if (!this.#issued) return;
    if (this.#isStale || !this.#reading) await this.#read(this.#issued);
    const settled = settlePushes(this.#issued, pushes);
    this.#shelf.keep(pushes);
    const { book: old } = this.#issued;
    const step = book && old ? stepToBook(old, book, this.#factsFor(settled)) : undefined;
    if (book && step) return await this.#advance(issuedOfBook(book), step.writes, step.marks);
    if (settled.issued !== this.#issued) await this.#advance(settled.issued, this.#emptied(settled), []);
    else await this.#mark();
    if (book) await this.#draw(book, settled, {});
  }

  /** Would drawing the newest state change anything that the officer sees? */
  differs(book: SheetBook): boolean {
    const { book: old, snapshot } = this.#issued ?? {};
    if (old) {
      const step = stepToBook(
        old,
        book,
        this.#factsFor({ issued: this.#issued ?? issuedOfBook(book), usedReasons: new Map() }),
      );
      return step === undefined || step.writes.length + step.marks.length > 0;
    }
    const sheets = issuedOfBook(book).snapshot.sheets;
    return JSON.stringify(snapshot?.sheets) !== JSON.stringify(sheets);
  }

  /** Puts back what the service has: "theirs" after a conflict, a change taken back. */
  async takeBack(key: string): Promise<void> {
    const issued = this.#issued;
    const change = this.#found.changes.find((candidate) => candidate.key === key);
    this.#shelf.forget(key);
    this.#reasons.delete(key);
    if (!issued || !change) return;
    const isLast = !this.#found.changes.some((other) => other.key !== key && other.record === change.record);
    // The row's reason was for this change, unless another one in the row still needs it.
    const keys = isLast ? [key, reasonKey(change.record)] : [key];
    await this.#needs.host.write(keys.flatMap((each) => writeBack(issued, each)));
    await this.compare();
  }

  /** "Mine": the change stays, based on the newest revision since the base moved on. */
  async keepMine(key: string): Promise<void> {
    this.#shelf.forget(key);
    await this.compare();
  }

  /** Types again what was typed before an undo put an older state back; fields that it does not have are left out. */
  async typeAgain(values: ReadonlyMap<string, CellValue>): Promise<void> {
    const { cells } = this.#issued ?? {};
    const writes = [...values].flatMap(([key, value]) => {
      const cell = cells?.get(key);
      return cell ? [{ sheet: cell.sheet, row: cell.row, column: cell.column, value }] : [];
    });
    if (writes.length > 0) await this.#needs.host.write(writes);
    await this.compare();
  }

  /** A formula that was overtyped comes back (W4). @returns false: none was issued there. */
  async restoreFormula(place: Parameters<typeof formulaAt>[2]): Promise<boolean> {
    const issued = this.#issued;
    if (!issued) return false;
    const found = formulaAt(issued, await this.#needs.host.read(), place);
    if (!found) return false;
    await this.#needs.host.write([found]);
    await this.compare();
    return true;
  }

  async #read(issued: Issued): Promise<void> {
    this.#isStale = false;
    this.#reading = await this.#needs.host.read();
    this.#diff(issued, this.#reading);
  }

  #diff({ snapshot }: Issued, reading: BookReading): void {
    const { edits, problems, stopped } = diffBook(snapshot, reading);
    this.#shelf.dropTypedAnew(edits);
    this.#show({ ...this.#found, problems, stopped }, edits);
  }

  #show(found: BookChanges, edits: readonly Edit[]): void {
    const { waiting } = this.#needs;
    this.#edits = edits;
    const issued = this.#issued;
    const facts = { viewer: this.#viewer, reasons: this.#reasons, outcomes: this.#shelf.outcomes, waiting: waiting() };
    this.#found = { ...found, changes: issued ? edits.map((edit) => changeOf(edit, { issued, ...facts })) : [] };
    this.#needs.changed();
  }

  async #mark(): Promise<void> {
    if (!this.#issued) return;
    const { marks, done } = this.#marks.plan(this.#found.changes, this.#issued);
    if (marks.length > 0) await this.#needs.host.mark(marks);
    done();
  }

  /** Values, looks and the new base in one round trip; the list is worked out from the last reading. */
  async #advance(next: Issued, writes: readonly CellWrite[], looks: readonly CellMark[]): Promise<void> {
    const before = this.#issued;
    const reading = this.#reading;
    if (!reading) throw new Error("nothing was read before the book moved on");
    this.#issued = next;
    this.#diff(next, withWrites(next.snapshot, reading, writes));
    const { marks, done } = this.#marks.plan(this.#found.changes, next, looks);
    const step: BookStep = { writes, marks, base: next.snapshot };
    try {
      await this.#needs.host.advance(step);
    } catch (failure) {
      this.#issued = before;
      if (before) this.#diff(before, reading);
      throw failure;
    }
    done();
    this.#reading = withWrites(next.snapshot, reading, writes);
  }

  async #draw(book: SheetBook, settled: Settled, options: DrawOptions): Promise<void> {
    const next = issuedOfBook(book);
    const typed = this.#issued ? this.#typedOver(settled) : new Map<string, CellValue>();
    const changes = this.#found.changes;
    await this.#needs.host.draw(withValues(book, typed), { ...options, base: next.snapshot });
    this.#draws += 1;
    // Until then nothing has happened: a failed drawing leaves what was there.
    for (const { key, reason } of changes) if (reason !== "") this.#reasons.set(key, reason);
    this.#shelf.lookForConflicts({ typed, before: settled.issued, after: next, waiting: this.#needs.waiting() });
    this.#found = { ...this.#found, dropped: changes.filter(({ key }) => typed.has(key) && !next.cells.has(key)) };
    this.#issued = next;
    this.#marks.forget();
    await this.compare();
  }

  #factsFor(settled: Settled) {
    const shown = this.#shown(settled.issued);
    return { shown, typed: new Set(this.#typedOver(settled).keys()) };
  }

  #shown({ snapshot }: Issued): ReadonlyMap<string, CellValue> {
    return this.#reading ? shownValues(snapshot, this.#reading) : new Map<string, CellValue>();
  }

  /** What stands in the sheet and nobody took, by field. */
  #typedOver({ issued, usedReasons }: Settled): Map<string, CellValue> {
    const typed = new Map<string, CellValue>();
    for (const [key, value] of this.#shown(issued)) {
      const isUsed = usedReasons.get(key) === String(value ?? "").trim();
      if (!isUsed && !sameValue(issued.cells.get(key)?.value ?? null, value)) typed.set(key, value);
    }
    return typed;
  }

  /** Reasons whose edit was taken leave their cells. */
  #emptied({ issued, usedReasons }: Settled): readonly CellWrite[] {
    const shown = this.#shown(issued);
    return [...usedReasons].flatMap(([key, reason]) => {
      return String(shown.get(key) ?? "").trim() === reason ? writeBack(issued, key) : [];
    });
  }
}

function writeBack({ cells }: Issued, key: string): readonly CellWrite[] {
  const cell = cells.get(key);
  if (!cell) return [];
  const { sheet, row, column, value } = cell;
  return [{ sheet, row, column, value }];
}
