import type { LedgerView } from "#core/sheet/ledger/ledger-view.ts";
import type { ReportView } from "#core/sheet/report/report-view.ts";
import type { RosterView } from "#core/sheet/roster/roster-view.ts";
import type { CellPlace } from "#core/sheet/reading.ts";
import type { SheetBook } from "#core/sheet/sheet-book.ts";
import type { LiveSheet } from "#core/sheet/sheet-host.ts";
import type { Outcome } from "#core/protocol/push.ts";
import type { ClientRefusal } from "#addin/service-client/client-refusal.ts";
import { dropsOnSend, type Change } from "#addin/screens/ledger/change.ts";
import type { BookChanges } from "../desk/found-changes.ts";
import { OpenBook, type OpenBookNeeds } from "./open-book.ts";
import type { AnsweredPush } from "../desk/settle-pushes.ts";
import { WorkLine } from "../work-line.ts";

export interface BookSessionState extends BookChanges {
  /** What the book was drawn from, where it is a ledger; else null. */
  readonly view: LedgerView | null;
  /** What the book was drawn from, where it is a roster; else null. */
  readonly roster: RosterView | null;
  /** What the book was drawn from, where it is an annual report; else null. */
  readonly report: ReportView | null;
  readonly book: SheetBook | null;
  readonly sending: boolean;
  /** Accepted in the last push. */
  readonly accepted: number;
}

export interface BookSessionNeeds extends Omit<OpenBookNeeds, "changed" | "host"> {
  readonly host: OpenBookNeeds["host"] & Pick<LiveSheet, "onEdited">;
}

/** What the workbench's book and the desk's have in common: a list of changes that follows the sheet. */
export abstract class BookSession<State extends BookSessionState> {
  protected readonly work: OpenBook;
  readonly #line = new WorkLine();
  readonly #listeners = new Set<() => void>();
  readonly #stopListening: () => void;
  #state: State;
  #isClosed = false;

  constructor(first: State, needs: BookSessionNeeds) {
    this.#state = first;
    const { host, noteOf, waiting } = needs;
    this.work = new OpenBook({ host, noteOf, waiting, changed: () => this.set(this.work.found as Partial<State>) });
    this.#stopListening = host.onEdited(() => {
      this.work.noteEdited();
      void this.compare();
    });
  }

  get state(): State {
    return this.#state;
  }

  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Nobody looks at it any more; its sheet may be gone. */
  protected get isClosed(): boolean {
    return this.#isClosed;
  }

  close(): void {
    this.#isClosed = true;
    this.#stopListening();
    this.#listeners.clear();
  }

  /** Reads the sheet and tells what differs from what was issued. @returns false: it could not be read. */
  async compare(): Promise<boolean> {
    return await this.#line.runOnce("compare", () => this.attempt(() => this.work.compare()));
  }

  setReason({ key }: Pick<Change, "key">, reason: string): void {
    this.work.setReason(key, reason);
  }

  /** Puts back what the service has: for "theirs" after a conflict, and for taking a change back. */
  async takeBack(key: string): Promise<boolean> {
    return await this.act(() => this.#choose(() => this.work.takeBack(key)));
  }

  /** "Mine": the change stays and may be sent again, based on the newest revision. */
  async keepMine(key: string): Promise<boolean> {
    return await this.act(() => this.#choose(() => this.work.keepMine(key)));
  }

  /** A formula that was overtyped comes back (W4). */
  async restoreFormula(place: CellPlace): Promise<boolean> {
    let isRestored = false;
    const isDone = await this.act(async () => {
      isRestored = await this.work.restoreFormula(place);
    });
    return isDone && isRestored;
  }

  /** Says what the host would not do, or throws what is no host's failure. */
  protected abstract failed(failure: unknown): void;

  /** In the sheet's line. @returns false: the host would not, and the state says why. */
  protected async act(work: () => Promise<void>): Promise<boolean> {
    return await this.#line.run(() => this.attempt(work));
  }

  /** Only for who stands in the line already, or touches no sheet. */
  protected async attempt(work: () => Promise<void>): Promise<boolean> {
    try {
      await work();
      return true;
    } catch (failure) {
      this.failed(failure);
      return false;
    }
  }

  protected set(change: Partial<State>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }

  /** What the last push saved besides is no answer to what becomes of this change now. */
  async #choose(work: () => Promise<void>): Promise<void> {
    this.set({ accepted: 0 } as Partial<State>);
    await work();
  }
}

export function acceptedOf(pushes: readonly AnsweredPush[]): number {
  return pushes.flatMap(({ outcomes }) => outcomes).filter(dropsOnSend).length;
}

export function firstRefusal(outcomes: readonly Outcome[]): ClientRefusal | null {
  for (const outcome of outcomes) {
    if (outcome.result === "refused") return outcome.refusal;
    if (outcome.result === "conflict") return { code: "changed-meanwhile" };
  }
  return null;
}
