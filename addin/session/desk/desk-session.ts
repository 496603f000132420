/**
 * The book in a desk program's workbook. The workbook itself knows what was issued, so its changes are found again after
 * any closing, without the service; pushes go through the desk's outbox, so that what was sent once arrives once (W5).
 */
import type { DrawOptions } from "#core/sheet/sheet-host.ts";
import type { Me } from "#core/protocol/session.ts";
import type { Outcome, PushEdit } from "#core/protocol/push.ts";
import type { AnsweredEntry, PushTarget } from "#addin/outbox/outbox.ts";
import { acceptedOf, firstRefusal } from "../book/book-session.ts";
import type { LoadedBook } from "../book/loaded-book.ts";
import { pushEditOf } from "./changes-of.ts";
import { DeskBookSession, type DeskSessionNeeds } from "./desk-book-session.ts";
import { refusalOfFailure } from "./desk-refusal.ts";
import { titleOf } from "./desk-session-state.ts";
import { Drawings } from "./drawings.ts";
import { unsentOf } from "./unsent-of.ts";

interface Wish {
  /** In the sheet's line, before the drawing. */
  readonly isWanted: () => boolean;
  readonly draw: (loaded: LoadedBook, options: DrawOptions) => Promise<void>;
}

export class DeskSession extends DeskBookSession {
  readonly #leaveOutbox: () => void;
  readonly #drawings = new Drawings((drawing) => this.set({ drawing }));
  #taking: Promise<boolean> | null = null;
  /** Outcomes that the sheet has seen, by key of their push, for whoever sent it. */
  readonly #taken = new Map<string, readonly Outcome[]>();

  constructor(needs: DeskSessionNeeds) {
    super(needs);
    this.#leaveOutbox = needs.outbox.onChange(() => {
      this.work.showAgain();
      void this.#takeAnswers();
    });
  }

  override close(): void {
    this.#leaveOutbox();
    super.close();
  }

  /** Also shows answers that the program would not show before. */
  override async compare(): Promise<boolean> {
    return (await super.compare()) && (await this.#takeAnswers());
  }

  /** Looks for our sheets in the workbook and shows what was changed since they were issued, whoever is signed in. */
  async start(): Promise<boolean> {
    const attached = await this.act(async () => {
      await this.adopt(await this.needs.host.attach());
    });
    if (!attached && this.state.phase === "starting") this.set({ phase: "nothing" });
    // Whoever signed in while the workbook was looked through.
    return attached && (await this.#takeAnswers()) && (await this.look());
  }

  /** The line is there again: what could not be asked is asked now, what waits is sent. */
  async reconnect(): Promise<boolean> {
    return this.me === null || (await this.signIn(this.me));
  }

  /** From here on the service may be asked. null: nobody is signed in any more; the book stays open. */
  async signIn(me: Me | null): Promise<boolean> {
    this.me = me;
    if (!me) {
      this.needs.outbox.signIn(null);
      return true;
    }
    const entered = await this.enter(me);
    return entered.ok ? await this.look() : this.refuse({ refusal: entered.refusal });
  }

  /** Puts another book into the workbook: a ledger by its id, a roster by its subject. The caller asked before, when something is unsent. */
  async open(subject: string): Promise<boolean> {
    const turn = this.turns.wish();
    const asked = new Set(unsentOf(this.state));
    // What was typed since the caller asked goes away with nobody's consent.
    const isAsked = () => unsentOf(this.state).every((unsent) => asked.has(unsent));
    return await this.#brings(turn, subject, {
      isWanted: () => this.turns.open(turn, subject),
      draw: ({ book }, options) => this.work.replace(book, options, isAsked),
    });
  }

  /** Draws the newest state; what the officer typed and did not send stays typed, and what is his own stays. */
  async refresh(): Promise<boolean> {
    const target = this.target();
    if (!target) return this.refuse({ actRefusal: { code: "nothing-open" } });
    const turn = this.turns.wish();
    return await this.#brings(turn, target.ledger, {
      isWanted: () => this.isOpen(target) && this.turns.mayShow(turn, target.ledger),
      draw: ({ book }, options) => this.work.draw(book, options),
    });
  }

  /** Puts back what the last drawing replaced, with its base; what was typed since stays typed. */
  async undoRefresh(): Promise<boolean> {
    const isDone = await this.act(async () => {
      const { host } = this.needs;
      await this.work.undo(
        (seen) => host.undoDraw(seen),
        async () => this.adopt((await host.read()).meta),
      );
      this.set({ mayUndo: false });
    });
    return isDone && (await this.look());
  }

  /** Stops the drawing that is under way; what stood there stays. */
  cancelDrawing(): void {
    this.#drawings.stop();
  }

  /** Queues the chosen changes and sends what waits. @returns true when all of them were accepted now. */
  async send(keys: ReadonlySet<string>): Promise<boolean> {
    if (this.state.sending) return false;
    // At once: nothing else is begun meanwhile, nor may what the push before saved look like the answer.
    return await this.#sends(async () => {
      const isRead = await this.act(async () => {
        await this.needs.host.commitTyping();
        await this.work.compare();
      });
      const chosen = this.state.changes.filter(({ key, waiting }) => keys.has(key) && waiting !== true);
      return isRead && chosen.length > 0 && (await this.sendEdits(chosen.map(pushEditOf)));
    });
  }

  /** Also for what is done by a button of the pane instead of by typing: accept, contest, rule ... Such an edit has no place. */
  async sendEdits(edits: readonly PushEdit[]): Promise<boolean> {
    const target = this.target();
    if (!target) return this.refuse({ sending: false, actRefusal: { code: "nothing-open" } });
    if (this.source.isForeign(target))
      return this.refuse({ sending: false, actRefusal: { code: "book-of-another-service" } });
    return await this.#sends(async () => {
      const { outbox } = this.needs;
      const added = outbox.add({ ...target, title: titleOf(this.state), edits });
      if (!added.ok) return this.refuse({ sending: false, actRefusal: added.refusal });
      await outbox.flush();
      await this.#takeAnswers();
      return this.#told(added.value, edits.length);
    });
  }

  /** As in the workbench; a change that waits leaves the outbox, unless the service may have seen it. */
  override async takeBack(key: string): Promise<boolean> {
    const target = this.target();
    const change = this.state.changes.find((candidate) => candidate.key === key);
    if (target && change) {
      const withdrawn = this.needs.outbox.withdraw(target, change);
      if (!withdrawn.ok) return this.refuse({ actRefusal: withdrawn.refusal });
    }
    return await super.takeBack(key);
  }

  /** Loads a book and draws it, unless another one that was asked for later stands by then. */
  async #brings(turn: number, subject: string, { isWanted, draw }: Wish): Promise<boolean> {
    this.set({ actRefusal: null });
    const isDone = await this.#drawings.run(async (drawing) => {
      let loaded: LoadedBook | undefined;
      const isAnswered = await this.attempt(async () => {
        loaded = this.answered(turn, await drawing.unlessStopped(this.ask(subject)));
      });
      const book = loaded;
      if (!isAnswered || !book) return false;
      return await this.act(async () => {
        if (isWanted()) await this.#draws(book, () => draw(book, drawing), turn);
      });
    });
    // The drawing is over, however long the service takes for the rest.
    return isDone && (await this.#takeAnswers());
  }

  /** Where only the look afterwards failed, the sheet is drawn all the same; the next look finds its changes. */
  async #draws(loaded: LoadedBook, draw: () => Promise<void>, turn: number): Promise<void> {
    const { draws } = this.work;
    try {
      await draw();
    } finally {
      if (this.work.draws > draws) {
        this.turns.shown(turn, loaded.book.identity.subject);
        this.set({ identity: loaded.book.identity, mayUndo: true });
        this.shows(loaded, false);
      }
    }
  }

  #takeAnswers(): Promise<boolean> {
    this.#taking ??= this.#takeAll().finally(() => (this.#taking = null));
    return this.#taking;
  }

  /** An answer leaves the outbox only when the sheet and its base have it. */
  async #takeAll(): Promise<boolean> {
    for (;;) {
      const target = this.target();
      const answered = target ? this.needs.outbox.answered(target) : [];
      if (!target || answered.length === 0) return true;
      // Of a book that was not drawn in here too little is known to move it on: the officer refreshes it.
      const turn = this.turns.ask();
      const loaded = this.work.issued?.book && this.me ? await this.load(turn, target.ledger) : undefined;
      const isTaken = await this.act(() => this.#take(target, answered, { turn, loaded }));
      if (!isTaken) return false;
    }
  }

  async #take(
    target: PushTarget,
    answered: readonly AnsweredEntry[],
    { turn, loaded }: { readonly turn: number; readonly loaded: LoadedBook | undefined },
  ): Promise<void> {
    if (!this.isOpen(target)) return;
    const isOld = loaded !== undefined && !this.turns.mayShow(turn, target.ledger);
    const newest = isOld ? undefined : loaded;
    const isShown = await this.work.take(answered, newest?.book ?? null);
    if (newest) this.turns.shown(turn, target.ledger);
    for (const { key, outcomes } of answered) this.#taken.set(key, outcomes);
    this.needs.outbox.forget(answered.map(({ key }) => key));
    // What an undo would bring back is older than what was sent since.
    this.set({ mayUndo: false });
    if (!isOld) await this.#showsTaken(newest, isShown);
  }

  async #showsTaken(newest: LoadedBook | undefined, isShown: boolean): Promise<void> {
    this.set({ news: !isShown && this.state.phase === "ready" });
    if (!newest) return;
    if (!isShown) await this.#drawNews(newest.book);
    this.shows(newest, this.state.news);
  }

  /** The sheet has its answer already: when it cannot be drawn now, a refresh is offered. */
  async #drawNews(book: LoadedBook["book"]): Promise<void> {
    try {
      await this.#drawings.run((options) => this.work.draw(book, options));
      this.set({ identity: book.identity, mayUndo: true, news: false });
    } catch (failure) {
      // Throws what is no host's failure.
      refusalOfFailure(failure);
    }
  }

  /** Whatever becomes of it, also a bug of ours: afterwards the officer can go on. */
  async #sends(work: () => Promise<boolean>): Promise<boolean> {
    this.set({ sending: true, actRefusal: null, accepted: 0 });
    try {
      return await work();
    } finally {
      if (this.state.sending) this.set({ sending: false });
    }
  }

  /** What became of a push that was just sent. */
  #told(key: string, edits: number): boolean {
    const { outbox } = this.needs;
    const outcomes = this.#taken.get(key);
    const entry = outbox.entry(key);
    this.#taken.clear();
    this.set({ sending: false });
    if (entry?.setAside) {
      outbox.forget([key]);
      return this.refuse({ actRefusal: entry.setAside });
    }
    if (!outcomes) return entry?.lastRefusal ? this.refuse({ actRefusal: entry.lastRefusal }) : false;
    const accepted = acceptedOf([{ edits: [], outcomes }]);
    this.set({ accepted, actRefusal: firstRefusal(outcomes) });
    return accepted === edits;
  }
}
