/**
 * One open book in the workbench: drawn from the service's view, changed by the officer, sent straight to the service.
 * Nothing of it is kept when the page closes (A7); a desk keeps what waits (DeskSession).
 */
import type { Outcome, PushAnswer, PushEdit, PushRequest } from "#core/protocol/push.ts";
import { endsSession, type Answer, type ClientRefusal } from "#addin/service-client/client-refusal.ts";
import {
  acceptedOf,
  BookSession,
  firstRefusal,
  type BookSessionNeeds,
  type BookSessionState,
} from "../book/book-session.ts";
import { pushEditOf } from "./changes-of.ts";
import type { LoadedBook } from "../book/loaded-book.ts";
import { wasTypedMeanwhile } from "../book/while-nobody-types.ts";
import { ViewTurns } from "./view-turns.ts";

export interface DirectSessionState extends BookSessionState {
  readonly phase: "loading" | "ready" | "failed";
  /** How far the first drawing is; null: nothing is being drawn, or too quickly to tell. */
  readonly drawing: { readonly done: number; readonly total: number } | null;
  /** Of the last request as a whole, or of the sheet; outcomes of single edits stand with their changes. */
  readonly refusal: ClientRefusal | TypedMeanwhile | null;
  /** Why the last single action of the pane was not done. */
  readonly actRefusal: ClientRefusal | null;
}

/** The sheet shows an older state than the service has, because somebody typed without a pause. */
interface TypedMeanwhile {
  readonly code: "typed-meanwhile";
}

export interface DirectSessionNeeds {
  readonly host: BookSessionNeeds["host"];
  readonly load: () => Promise<Answer<LoadedBook>>;
  readonly push: (request: PushRequest) => Promise<Answer<PushAnswer>>;
  readonly newKey: () => string;
  /** Sentences for notes, in the officer's language. */
  readonly noteOf: (outcome: Outcome) => string;
}

export const NOTHING_OPEN: DirectSessionState = {
  ...{ phase: "loading", view: null, roster: null, report: null, book: null, changes: [], problems: [], dropped: [] },
  ...{ newRows: [], stopped: false, sending: false, refusal: null, actRefusal: null, accepted: 0, drawing: null },
};

export class DirectSession extends BookSession<DirectSessionState> {
  readonly #needs: DirectSessionNeeds;
  /** A push that nobody answered is sent again under its key, so that nothing is done twice. */
  #unanswered: PushRequest | null = null;
  /** Who leaves while a big book is drawn does not wait for it. */
  readonly #left = { aborted: false };
  readonly #turns = new ViewTurns();

  constructor(needs: DirectSessionNeeds) {
    super(NOTHING_OPEN, { ...needs, waiting: () => new Map() });
    this.#needs = needs;
  }

  /** Draws the newest state; what the officer typed and did not send stays typed. */
  async refresh(): Promise<void> {
    const turn = this.#turns.ask();
    const answer = await this.#needs.load();
    if (this.isClosed) return;
    if (!answer.ok) {
      if (!this.#turns.isNewest(turn)) return;
      this.set({ refusal: answer.refusal, phase: this.state.book ? "ready" : "failed" });
      return;
    }
    const loaded = answer.value;
    await this.act(async () => {
      if (!this.#turns.show(turn)) return;
      // What is said beside the sheet is of what it shows; an empty one is told what it is waiting for.
      const isFirst = this.state.book === null;
      if (isFirst) this.#shows(loaded);
      await this.work.draw(loaded.book, {
        signal: this.#left,
        onProgress: (done, total) => this.set({ drawing: { done, total } }),
      });
      if (!isFirst) this.#shows(loaded);
      this.set({ phase: "ready", drawing: null });
    });
  }

  /** Somebody is signed in again, or the service answers again: what stood in the way is gone. A book that did not come is asked for anew. */
  goOn(): void {
    const { refusal, phase } = this.state;
    if (!refusal || refusal.code === "typed-meanwhile") return;
    if (refusal.code !== "service-unreachable" && !endsSession(refusal)) return;
    if (phase === "failed") void this.refresh();
    else this.set({ refusal: null });
  }

  override close(): void {
    this.#left.aborted = true;
    super.close();
  }

  /** Sends the chosen changes; each comes back accepted, refused or in conflict, and the sheet shows it. */
  async send(keys: ReadonlySet<string>): Promise<boolean> {
    if (this.state.sending) return false;
    // At once: pressed again it must not send again, nor may what the push before saved look like the answer.
    this.#beginSending();
    await this.act(() => this.work.compare());
    const changes = this.state.changes.filter((change) => keys.has(change.key));
    if (changes.length > 0) return await this.sendEdits(changes.map(pushEditOf));
    this.set({ sending: false });
    return false;
  }

  /** Also for what is done by a button of the pane instead of by typing: accept, contest, rule ... Such an edit has no place. */
  async sendEdits(edits: readonly PushEdit[]): Promise<boolean> {
    this.#beginSending();
    const request = this.#requestFor(edits);
    this.#unanswered = request;
    const answer = await this.#needs.push(request);
    if (!answer.ok) {
      if (answer.refusal.code !== "service-unreachable") this.#unanswered = null;
      this.set({ sending: false, refusal: answer.refusal, actRefusal: answer.refusal });
      return false;
    }
    this.#unanswered = null;
    const { outcomes } = answer.value;
    await this.#take(edits, outcomes);
    return acceptedOf([{ edits, outcomes }]) === edits.length;
  }

  protected failed(failure: unknown): void {
    // A push that is out goes on: it says itself when it is done.
    if (this.#left.aborted) return;
    // The grid has no other failures of its own: anything else is a bug.
    if (!wasTypedMeanwhile(failure)) {
      this.set({ sending: false });
      throw failure;
    }
    this.set({ phase: "ready", drawing: null, refusal: { code: "typed-meanwhile" } });
  }

  #beginSending(): void {
    this.set({ sending: true, refusal: null, actRefusal: null, accepted: 0 });
  }

  async #take(edits: readonly PushEdit[], outcomes: readonly Outcome[]): Promise<void> {
    const turn = this.#turns.ask();
    const loaded = await this.#needs.load();
    await this.act(async () => {
      const newest = loaded.ok && this.#turns.show(turn) ? loaded.value : null;
      // In the sheet's line: whatever was asked for meanwhile comes after it. It was saved whether the sheet can show it or not.
      this.set({ accepted: acceptedOf([{ edits, outcomes }]), actRefusal: firstRefusal(outcomes) });
      const isShown = await this.work.take([{ edits, outcomes }], newest?.book ?? null);
      if (newest && !isShown) await this.work.draw(newest.book);
      if (newest) this.#shows(newest);
      if (!loaded.ok && this.#turns.isNewest(turn)) this.set({ refusal: loaded.refusal });
    });
    this.set({ sending: false });
  }

  #shows(loaded: LoadedBook): void {
    this.set({ ...loaded, refusal: null });
    this.work.setViewer(loaded.view?.viewer ?? null, loaded.report);
  }

  #requestFor(edits: readonly PushEdit[]): PushRequest {
    const same = this.#unanswered && JSON.stringify(this.#unanswered.edits) === JSON.stringify(edits);
    return same && this.#unanswered ? this.#unanswered : { key: this.#needs.newKey(), edits: [...edits] };
  }
}
