/** The book in a desk's workbook as the service has it: known by its own base, asked for, and shown when it comes. */
import { parseSnapshot } from "#core/sheet/snapshot/parse-snapshot.ts";
import type { SnapshotCodec } from "#core/sheet/snapshot/snapshot-codec.ts";
import type { Me } from "#core/protocol/session.ts";
import type { Outcome } from "#core/protocol/push.ts";
import type { DeskSheet } from "#addin/hosts/desk-sheet.ts";
import type { Outbox, PushTarget } from "#addin/outbox/outbox.ts";
import type { Answer } from "#addin/service-client/client-refusal.ts";
import { BookSession } from "../book/book-session.ts";
import { BookSource, type BookSourceNeeds } from "../book/book-source.ts";
import type { LoadedBook } from "../book/loaded-book.ts";
import { refusalOfBook, refusalOfFailure } from "./desk-refusal.ts";
import { DESK_STARTING, type DeskSessionState } from "./desk-session-state.ts";
import { ViewTurns } from "./view-turns.ts";
import { waitingValues, type WaitingValues } from "./waiting-values.ts";

export interface DeskSessionNeeds extends BookSourceNeeds {
  readonly host: DeskSheet;
  readonly codec: SnapshotCodec;
  readonly outbox: Outbox;
  /** Sentences for notes, in the officer's language. */
  readonly noteOf: (outcome: Outcome) => string;
}

export abstract class DeskBookSession extends BookSession<DeskSessionState> {
  protected readonly needs: DeskSessionNeeds;
  protected readonly source: BookSource;
  protected readonly turns = new ViewTurns();
  protected me: Me | null = null;

  constructor(needs: DeskSessionNeeds) {
    super(DESK_STARTING, { ...needs, waiting: () => this.#waiting() });
    this.needs = needs;
    this.source = new BookSource(needs);
  }

  protected failed(failure: unknown): void {
    this.set({ actRefusal: refusalOfFailure(failure) });
  }

  /** In the sheet's line. Another service's or another kind's book is told, never guessed. */
  protected async adopt(meta: string | null): Promise<void> {
    const parsed = parseSnapshot(meta, this.needs.codec);
    const refusal = meta === null ? null : refusalOfBook(parsed);
    if (!parsed.ok || refusal) {
      this.work.leave();
      this.set({ phase: "nothing", identity: null, view: null, roster: null, report: null, book: null, refusal });
      return;
    }
    const { identity } = parsed.value;
    const isSame = identity.subject === this.state.identity?.subject;
    this.set({
      phase: "offline",
      identity,
      refusal: null,
      ...(isSame ? {} : { view: null, roster: null, report: null, book: null }),
    });
    await this.work.resume(parsed.value);
  }

  /** Nothing is queued before it is known at which service. */
  protected async enter(me: Me): Promise<Answer<string>> {
    const service = await this.source.identify();
    if (!service.ok) return service;
    const { accountId, accountName, actingPostId: post } = me;
    this.needs.outbox.signIn({ service: service.value, accountId, accountName, post });
    return service;
  }

  /** Asks the service for its view of the open book, and whether it has something newer; draws nothing. */
  protected async look(): Promise<boolean> {
    const target = this.target();
    if (!target || !this.me) return true;
    const turn = this.turns.ask();
    const loaded = await this.load(turn, target.ledger);
    if (!loaded) return false;
    return await this.act(async () => {
      if (!this.isOpen(target) || !this.turns.show(turn, target.ledger)) return;
      const news = this.work.differs(loaded.book);
      if (!news) this.work.recognise(loaded.book);
      this.shows(loaded, news);
    });
  }

  protected async load(turn: number, subject: string): Promise<LoadedBook | undefined> {
    return this.answered(turn, await this.ask(subject));
  }

  /** Says nothing: whoever asked may not want to know any more. */
  protected async ask(subject: string): ReturnType<BookSource["load"]> {
    const entered = this.me && !this.source.isIdentified ? await this.enter(this.me) : null;
    return entered?.ok === false ? entered : await this.source.load(subject, this.state.identity);
  }

  protected answered(turn: number, answer: Awaited<ReturnType<BookSource["load"]>>): LoadedBook | undefined {
    if (answer.ok) return answer.value;
    const { refusal } = answer;
    if (this.turns.isNewest(turn)) this.refuse({ refusal, actRefusal: refusal });
    else if (this.turns.isLastWish(turn)) this.refuse({ actRefusal: refusal });
    return undefined;
  }

  protected shows(loaded: LoadedBook, news: boolean): void {
    this.set({ phase: "ready", ...loaded, news, refusal: null });
    this.work.setViewer(loaded.view?.viewer ?? null, loaded.report);
  }

  protected target(): PushTarget | null {
    const { identity } = this.state;
    return identity && { service: identity.service, ledger: identity.subject };
  }

  protected isOpen({ ledger }: PushTarget): boolean {
    return this.target()?.ledger === ledger;
  }

  #waiting(): WaitingValues {
    const target = this.target();
    return waitingValues(target ? this.needs.outbox.waitingEdits(target) : []);
  }

  protected refuse(change: Partial<DeskSessionState>): false {
    this.set(change);
    return false;
  }
}
