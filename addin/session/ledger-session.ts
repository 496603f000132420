/**
 * One open ledger: what was drawn, what the officer changed since, what became of it. Changes are found by comparing what
 * stands in the sheet with what was issued (W2a); the sheet itself holds the only copy of what was typed.
 */
import type { BaseSnapshot } from "#core/sheet/base-snapshot.ts";
import type { CellValue } from "#core/sheet/cell.ts";
import { diffBook } from "#core/sheet/diff-book.ts";
import type { Edit, SheetProblem } from "#core/sheet/edit.ts";
import type { LedgerView } from "#core/sheet/ledger/ledger-view.ts";
import type { CellPlace } from "#core/sheet/reading.ts";
import type { SheetBook } from "#core/sheet/sheet-book.ts";
import type { CellMark, LiveSheet } from "#core/sheet/sheet-host.ts";
import { snapshotOfBook } from "#core/sheet/snapshot-of-book.ts";
import type { Outcome, PushAnswer, PushEdit, PushRequest } from "#core/protocol/push.ts";
import type { Answer, ClientRefusal } from "#addin/service-client/client-refusal.ts";
import { bookCellAt, boundCells, fieldKey, namesOfCell, withValues, type BookCell } from "./book-cells.ts";
import { dropsOnSend, needsReason, type Change } from "#addin/screens/ledger/change.ts";

export interface LedgerSessionState {
  readonly phase: "loading" | "ready" | "failed";
  readonly view: LedgerView | null;
  readonly book: SheetBook | null;
  readonly changes: readonly Change[];
  readonly problems: readonly SheetProblem[];
  readonly stopped: boolean;
  readonly sending: boolean;
  /** Of the last request as a whole; outcomes of single edits stand with their changes. */
  readonly refusal: ClientRefusal | null;
  /** Why the last single action of the pane was not done. */
  readonly actRefusal: ClientRefusal | null;
  /** Accepted in the last push. */
  readonly accepted: number;
}

export interface LedgerSessionNeeds {
  readonly host: Pick<LiveSheet, "draw" | "read" | "mark" | "write" | "onEdited">;
  readonly load: () => Promise<Answer<LedgerView>>;
  readonly push: (request: PushRequest) => Promise<Answer<PushAnswer>>;
  readonly draw: (view: LedgerView) => SheetBook;
  readonly newKey: () => string;
  /** Sentences for notes, in the officer's language. */
  readonly noteOf: (outcome: Outcome) => string;
}

export const NOTHING_OPEN: LedgerSessionState = {
  ...{ phase: "loading", view: null, book: null, changes: [], problems: [] },
  ...{ stopped: false, sending: false, refusal: null, actRefusal: null, accepted: 0 },
};

export class LedgerSession {
  readonly #needs: LedgerSessionNeeds;
  readonly #listeners = new Set<() => void>();
  readonly #stopListening: () => void;
  #state = NOTHING_OPEN;
  #snapshot: BaseSnapshot | null = null;
  #cells: ReadonlyMap<string, BookCell> = new Map();
  #reasons = new Map<string, string>();
  #outcomes = new Map<string, Outcome>();
  #marked = new Map<string, string>();
  /** A push that nobody answered is sent again under its key, so that nothing is done twice. */
  #unanswered: PushRequest | null = null;

  constructor(needs: LedgerSessionNeeds) {
    this.#needs = needs;
    this.#stopListening = needs.host.onEdited(() => void this.compare());
  }

  get state(): LedgerSessionState {
    return this.#state;
  }

  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  close(): void {
    this.#stopListening();
    this.#listeners.clear();
  }

  /** Draws the newest state; what the officer typed and did not send stays typed. */
  async refresh(): Promise<void> {
    const answer = await this.#needs.load();
    if (!answer.ok) {
      this.#set({ refusal: answer.refusal, phase: this.#state.book ? "ready" : "failed" });
      return;
    }
    await this.#drawView(answer.value);
  }

  /** Reads the sheet and tells what differs from what was issued. */
  async compare(): Promise<void> {
    const { edits, problems, stopped } = diffBook(this.#snapshot, await this.#needs.host.read());
    this.#forgetTakenBack(edits);
    this.#set({ changes: edits.map((edit) => this.#changeOf(edit)), problems, stopped });
    await this.#markChanges();
  }

  setReason(change: Pick<Change, "key">, reason: string): void {
    this.#reasons.set(change.key, reason);
    this.#set({
      changes: this.#state.changes.map((other) => (other.key === change.key ? { ...other, reason } : other)),
    });
  }

  /** Sends the chosen changes; each comes back accepted, refused or in conflict, and the sheet shows it. */
  async send(keys: ReadonlySet<string>): Promise<boolean> {
    const changes = this.#state.changes.filter((change) => keys.has(change.key));
    if (changes.length === 0 || this.#state.sending) return false;
    return await this.sendEdits(changes.map(pushEditOf));
  }

  /** Also for what is done by a button of the pane instead of by typing: accept, contest, rule ... */
  async sendEdits(edits: readonly PushEdit[]): Promise<boolean> {
    this.#set({ sending: true, refusal: null, actRefusal: null, accepted: 0 });
    const request = this.#requestFor(edits);
    this.#unanswered = request;
    const answer = await this.#needs.push(request);
    if (!answer.ok) {
      if (answer.refusal.code !== "service-unreachable") this.#unanswered = null;
      this.#set({ sending: false, refusal: answer.refusal, actRefusal: answer.refusal });
      return false;
    }
    this.#unanswered = null;
    const accepted = this.#keepOutcomes(edits, answer.value.outcomes);
    await this.refresh();
    this.#set({ sending: false, accepted, actRefusal: firstRefusal(answer.value.outcomes) });
    return accepted === edits.length;
  }

  /** Puts back what the service has: for "theirs" after a conflict, and for taking a change back. */
  async takeBack(key: string): Promise<void> {
    this.#outcomes.delete(key);
    this.#reasons.delete(key);
    const values = this.#typed();
    values.delete(key);
    await this.#redraw(values);
  }

  /** "Mine": the change stays, based on the newest revision since the sheet was drawn anew. */
  async keepMine(key: string): Promise<void> {
    this.#outcomes.delete(key);
    await this.compare();
  }

  /** A formula that was overtyped comes back (W4). */
  async restoreFormula(place: CellPlace): Promise<void> {
    const found = this.#state.book && bookCellAt(this.#state.book, place);
    if (!found || found.row.key === null || found.cell.formula === undefined) return;
    const { value, formula } = found.cell;
    await this.#needs.host.write([
      { sheet: found.sheet.key, row: found.row.key, column: found.column, value, formula },
    ]);
    await this.compare();
  }

  async #drawView(view: LedgerView): Promise<void> {
    const book = this.#needs.draw(view);
    const values = this.#typed();
    this.#lookForConflicts(book, values);
    this.#snapshot = snapshotOfBook(book);
    this.#cells = boundCells(book);
    this.#set({ view, book, refusal: null });
    await this.#redraw(values);
    this.#set({ phase: "ready" });
  }

  async #redraw(values: ReadonlyMap<string, CellValue>): Promise<void> {
    const { book } = this.#state;
    if (!book) return;
    this.#marked.clear();
    await this.#needs.host.draw(withValues(book, values));
    await this.compare();
  }

  /** What is typed now and was not accepted, by field. Cells that are closed by now lose what was typed. */
  #typed(): Map<string, CellValue> {
    const kept = this.#state.changes.filter((change) => !dropsOnSend(this.#outcomes.get(change.key)));
    // A reason typed in the row's own column goes with its change, whatever becomes of the column.
    for (const { key, reason } of kept) if (reason !== "") this.#reasons.set(key, reason);
    return new Map(kept.map((change) => [change.key, change.value]));
  }

  /** A field that somebody else moved while the officer was typing is shown before anything is sent. */
  #lookForConflicts(book: SheetBook, typed: ReadonlyMap<string, CellValue>): void {
    const cells = boundCells(book);
    for (const key of typed.keys()) {
      const moved = movedMeanwhile(this.#cells.get(key), cells.get(key));
      if (moved && !this.#outcomes.has(key)) this.#outcomes.set(key, moved);
    }
  }

  #changeOf(edit: Edit): Change {
    const key = fieldKey(edit);
    const cell = this.#cells.get(key);
    const names = cell ? namesOfCell(cell) : { row: edit.record, column: edit.field };
    const reason = this.#reasons.get(key) ?? edit.reason ?? "";
    const asks = needsReason(edit, this.#state.view?.viewer ?? "reader");
    return {
      ...edit,
      key,
      rowName: names.row,
      columnName: names.column,
      reason,
      needsReason: asks,
      outcome: this.#outcomes.get(key),
    };
  }

  #forgetTakenBack(edits: readonly Edit[]): void {
    const standing = new Set(edits.map(fieldKey));
    for (const key of this.#outcomes.keys()) if (!standing.has(key)) this.#outcomes.delete(key);
    for (const change of this.#state.changes) {
      const now = edits.find((edit) => fieldKey(edit) === change.key);
      // Typed anew: the old refusal says nothing about it.
      if (now && now.value !== change.value && change.outcome?.result === "refused") this.#outcomes.delete(change.key);
    }
  }

  async #markChanges(): Promise<void> {
    const wanted = new Map(this.#state.changes.map((change) => [change.key, this.#markOf(change)]));
    const marks: CellMark[] = [];
    for (const [key, mark] of wanted) if (mark && this.#marked.get(key) !== JSON.stringify(mark)) marks.push(mark);
    for (const key of this.#marked.keys()) if (!wanted.has(key)) marks.push(...this.#unmarkOf(key));
    this.#marked = new Map([...wanted].flatMap(([key, mark]) => (mark ? [[key, JSON.stringify(mark)] as const] : [])));
    if (marks.length > 0) await this.#needs.host.mark(marks);
  }

  #markOf(change: Change): CellMark | undefined {
    const cell = this.#cells.get(change.key);
    if (!cell) return undefined;
    const at = { sheet: cell.sheet.key, row: cell.rowKey, column: cell.column };
    const { outcome } = change;
    if (outcome?.result === "refused" || outcome?.result === "conflict")
      return { ...at, state: outcome.result, note: this.#needs.noteOf(outcome) };
    return { ...at, state: "changed", note: cell.cell.note ?? "" };
  }

  #unmarkOf(key: string): readonly CellMark[] {
    const cell = this.#cells.get(key);
    return cell
      ? [
          {
            sheet: cell.sheet.key,
            row: cell.rowKey,
            column: cell.column,
            state: cell.cell.state,
            note: cell.cell.note ?? "",
          },
        ]
      : [];
  }

  #requestFor(edits: readonly PushEdit[]): PushRequest {
    const same = this.#unanswered && JSON.stringify(this.#unanswered.edits) === JSON.stringify(edits);
    return same && this.#unanswered ? this.#unanswered : { key: this.#needs.newKey(), edits: [...edits] };
  }

  #keepOutcomes(edits: readonly PushEdit[], outcomes: readonly Outcome[]): number {
    let accepted = 0;
    edits.forEach((edit, index) => {
      const outcome = outcomes[index];
      if (!outcome) return;
      if (dropsOnSend(outcome)) accepted += 1;
      this.#outcomes.set(fieldKey(edit), outcome);
    });
    return accepted;
  }

  #set(change: Partial<LedgerSessionState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }
}

function movedMeanwhile(before: BookCell | undefined, after: BookCell | undefined): Outcome | undefined {
  const [old, now] = [before?.cell.binding, after?.cell.binding];
  if (!after || !old || !now || old.revision === now.revision) return undefined;
  const theirs = after.cell.value === null ? null : String(after.cell.value);
  return { result: "conflict", theirs, revision: now.revision, who: "", at: "" };
}

function firstRefusal(outcomes: readonly Outcome[]): ClientRefusal | null {
  for (const outcome of outcomes) {
    if (outcome.result === "refused") return outcome.refusal;
    if (outcome.result === "conflict") return { code: "changed-meanwhile" };
  }
  return null;
}

function pushEditOf(change: Change): PushEdit {
  const { record, field, baseRevision, value, place, reason } = change;
  const explained = reason.trim() === "" ? {} : { reason: reason.trim() };
  return {
    record,
    field,
    baseRevision,
    value,
    place: { ...place },
    ...explained,
    ...(change.needsReason ? { acknowledged: true } : {}),
  };
}
