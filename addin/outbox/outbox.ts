/**
 * Pushes that wait on this desk until the service has answered and the sheet has seen the answer (W5). Sent one after the
 * other in the order they were queued, by the account that queued them only, each with its first key and body.
 */
import type { PushAnswer, PushEdit, PushRequest } from "#core/protocol/push.ts";
import { ok, refuse, type Result } from "#core/kernel/result.ts";
import type { Answer, ClientRefusal } from "#addin/service-client/client-refusal.ts";
import { judgeRefusal, waitAfter } from "./judge-refusal.ts";
import { isSender, statusOf, type OutboxEntry, type OutboxRefusal, type Sender } from "./outbox-entry.ts";
import { OutboxEntries } from "./outbox-entries.ts";
import { EMPTY_STATE, isSameField, listed, type OutboxBlock, type OutboxState } from "./outbox-state.ts";
import type { OutboxStorage } from "./outbox-storage.ts";
import { rebaseEntries } from "./rebase-entries.ts";
import { SendLease } from "./send-lease.ts";

export interface OutboxNeeds {
  /** null: there is none; everything is kept in memory. */
  readonly storage: OutboxStorage | null;
  readonly push: (ledger: string, request: PushRequest) => Promise<Answer<PushAnswer>>;
  readonly newKey: () => string;
  readonly now: () => number;
  /** Calls back after so many milliseconds. @returns cancels it. */
  readonly wait: (milliseconds: number, then: () => void) => () => void;
}

/** The ledger that pushes are for, as its book names it. */
export interface PushTarget {
  readonly service: string;
  readonly ledger: string;
}

export interface AnsweredEntry extends Pick<OutboxEntry, "key" | "edits"> {
  /** One per edit, in their order. */
  readonly outcomes: PushAnswer["outcomes"];
}

/** The service forgets the keys of old pushes after 60 days. */
const OLDEST_TRY = 45 * 86_400_000;
/** Another pane has the lease: look again when it may have gone. */
const LOOK_AGAIN = 15_000;

export class Outbox {
  readonly #needs: OutboxNeeds;
  readonly #entries: OutboxEntries;
  readonly #lease: SendLease;
  readonly #listeners = new Set<() => void>();
  #state = EMPTY_STATE;
  #sender: Sender | null = null;
  #sending: Promise<void> | null = null;
  /** The last sending ended before everything was sent. */
  #isStopped = false;
  #failures = 0;
  #blocked: OutboxBlock | null = null;
  #cancelWait: (() => void) | null = null;
  #nextTryAt: number | null = null;

  constructor(needs: OutboxNeeds) {
    this.#needs = needs;
    this.#entries = new OutboxEntries(needs.storage);
    this.#lease = new SendLease(needs.storage, needs.newKey());
    this.#tell();
  }

  get state(): OutboxState {
    return this.#state;
  }

  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  close(): void {
    this.#stopWaiting();
    this.#listeners.clear();
    this.#lease.giveBack();
    this.#sender = null;
  }

  /** Whoever is signed in now, and for which post; what he queued is sent. null: nobody. */
  signIn(sender: Sender | null): void {
    this.#sender = sender;
    this.#failures = 0;
    this.#tell();
    if (sender) void this.flush();
  }

  /** @returns the key of the entry; it is sent with the next `flush`. */
  add(push: PushTarget & { readonly title: string; readonly edits: readonly PushEdit[] }): Result<string, AddRefusal> {
    const sender = this.#sender;
    if (!sender) return refuse({ code: "not-signed-in" });
    const { service, ledger, title, edits } = push;
    const key = this.#needs.newKey();
    const entry: OutboxEntry = {
      ...sender,
      ...{ key, service, ledger, title, edits, queuedAt: this.#afterLast() },
      ...{ tries: 0, lastRefusal: null, answer: null, setAside: null, version: 1 },
    };
    const written = this.#entries.change((entries) => [...entries, entry], { always: false });
    this.#tell();
    return written === "full" ? refuse({ code: "outbox-full" }) : ok(key);
  }

  /** Sends what waits, in order, until nothing does or the service does not take it. By timer, button, sign-in, "online". */
  async flush(): Promise<void> {
    const isJoining = this.#sending !== null;
    this.#sending ??= this.#sendAll().finally(() => {
      this.#sending = null;
      this.#tell();
    });
    await this.#sending;
    // What was queued while the last one was already being finished.
    if (isJoining && this.#next() && !this.#isStopped) await this.flush();
  }

  /** Another pane may have written. */
  look(): void {
    this.#tell();
  }

  /** What is queued and not answered for a ledger; of whoever is signed in, or of everybody. */
  waitingEdits({ service, ledger }: PushTarget): readonly PushEdit[] {
    return this.#waiting()
      .filter((entry) => entry.service === service && entry.ledger === ledger)
      .filter((entry) => this.#sender === null || isSender(entry, this.#sender))
      .flatMap(({ edits }) => edits);
  }

  /** How many changes of an account wait here, for whichever post and ledger. */
  waitingOf(accountId: string): number {
    const entries = this.#waiting().filter((entry) => entry.accountId === accountId);
    return entries.reduce((sum, { edits }) => sum + edits.length, 0);
  }

  /** Answers that no sheet has seen yet, oldest first. */
  answered({ service, ledger }: PushTarget): readonly AnsweredEntry[] {
    const entries = this.#entries.read().filter((entry) => entry.service === service && entry.ledger === ledger);
    return entries.flatMap(({ key, edits, answer }) => (answer ? [{ key, edits, outcomes: answer.outcomes }] : []));
  }

  entry(key: string): OutboxEntry | undefined {
    return this.#entries.read().find((entry) => entry.key === key);
  }

  /** The sheet has seen these answers, or the officer does not want to see what was set aside any more. */
  forget(keys: readonly string[]): void {
    if (keys.length === 0) return;
    this.#entries.change((entries) => entries.filter(({ key }) => !keys.includes(key)), { always: true });
    this.#tell();
  }

  /** Takes a field out of what waits, as long as the service cannot have seen it. */
  withdraw(target: PushTarget, field: Pick<PushEdit, "record" | "field">): Result<undefined, OutboxRefusal> {
    const holding = this.#waiting()
      .filter((entry) => entry.service === target.service)
      .filter((entry) => entry.edits.some((edit) => isSameField(edit, field)));
    if (holding.some(({ tries }) => tries > 0)) return refuse({ code: "already-on-its-way" });
    if (holding.length > 0) this.#update(holding, (entry) => without(entry, field));
    return ok(undefined);
  }

  /** What was set aside is tried once more, as the officer wishes. */
  retry(key: string): void {
    this.#update([{ key }], (entry) => ({ ...entry, setAside: null, queuedAt: this.#afterLast() }));
    void this.flush();
  }

  /** For a sign-out that shall leave nothing of an account on this desk; the changes stay in the workbook. */
  discardOf(accountId: string): void {
    this.#entries.change((entries) => entries.filter((entry) => entry.accountId !== accountId), { always: true });
    this.#tell();
  }

  async #sendAll(): Promise<void> {
    this.#stopWaiting();
    this.#blocked = null;
    this.#isStopped = false;
    for (let entry = this.#next(); entry && !this.#isStopped; entry = this.#next()) {
      this.#isStopped = !this.#takeLease() || !(await this.#send(entry));
    }
    if (!this.#isStopped) this.#blocked = this.#sender ? "other-sender" : "signed-out";
    this.#lease.giveBack();
  }

  #takeLease(): boolean {
    const isTaken = this.#lease.take(this.#needs.now());
    if (!isTaken) {
      this.#blocked = "other-pane";
      this.#plan(LOOK_AGAIN);
    }
    return isTaken;
  }

  #next(): OutboxEntry | undefined {
    const sender = this.#sender;
    return sender ? this.#waiting().find((entry) => isSender(entry, sender)) : undefined;
  }

  #waiting(): readonly OutboxEntry[] {
    return this.#entries.read().filter((entry) => statusOf(entry) === "waiting");
  }

  /** @returns false: the others had better wait too. */
  async #send(waiting: OutboxEntry): Promise<boolean> {
    if (waiting.tries > 0 && this.#needs.now() - waiting.queuedAt > OLDEST_TRY) {
      this.#update([waiting], (entry) => ({ ...entry, setAside: { code: "push-too-old" } }));
      return true;
    }
    // Before it leaves: from now on it may be with the service.
    this.#update([waiting], (entry) => ({ ...entry, tries: entry.tries + 1 }));
    const { key, ledger, edits } = waiting;
    const answer = await this.#needs.push(ledger, { key, edits: [...edits] });
    if (!answer.ok) return this.#refused(waiting, answer.refusal);
    this.#failures = 0;
    this.#entries.change((entries) => this.#answeredNow(entries, waiting, answer.value), { always: true });
    this.#tell();
    return true;
  }

  #answeredNow(entries: readonly OutboxEntry[], { key }: OutboxEntry, answer: PushAnswer): readonly OutboxEntry[] {
    const entry = entries.find((candidate) => candidate.key === key);
    if (!entry) return entries;
    const kept = entries.map((other) =>
      other === entry ? { ...entry, answer, lastRefusal: null, version: entry.version + 1 } : other,
    );
    return rebaseEntries(kept, entry, answer.outcomes);
  }

  #refused(waiting: OutboxEntry, refusal: ClientRefusal): boolean {
    const verdict = judgeRefusal(refusal);
    const setAside = verdict === "set-aside" ? refusal : null;
    this.#update([waiting], (entry) => ({ ...entry, lastRefusal: refusal, setAside }));
    if (verdict === "set-aside") return true;
    this.#failures += 1;
    if (verdict === "try-later") this.#plan(waitAfter(this.#failures));
    else this.#blocked = "signed-out";
    return false;
  }

  #update(of: readonly Pick<OutboxEntry, "key">[], change: (entry: OutboxEntry) => OutboxEntry | undefined): void {
    const keys = new Set(of.map(({ key }) => key));
    const changed = (entry: OutboxEntry): readonly OutboxEntry[] => {
      if (!keys.has(entry.key)) return [entry];
      const next = change(entry);
      return next ? [{ ...next, version: entry.version + 1 }] : [];
    };
    this.#entries.change((entries) => entries.flatMap(changed), { always: true });
    this.#tell();
  }

  /** Two pushes within one millisecond keep their order, and so do those of a clock that was set back. */
  #afterLast(): number {
    const last = this.#entries.read().at(-1)?.queuedAt ?? 0;
    return Math.max(this.#needs.now(), last + 1);
  }

  #plan(milliseconds: number): void {
    this.#stopWaiting();
    this.#nextTryAt = this.#needs.now() + milliseconds;
    this.#cancelWait = this.#needs.wait(milliseconds, () => void this.flush());
  }

  #stopWaiting(): void {
    this.#cancelWait?.();
    this.#cancelWait = null;
    this.#nextTryAt = null;
  }

  #tell(): void {
    const entries = this.#entries.read().map((entry) => listed(entry, this.#sender));
    const { isKept: kept, isDamaged: damaged } = this.#entries;
    const isWaiting = entries.some(({ status }) => status === "waiting");
    const blocked = isWaiting ? this.#blocked : null;
    const sending = this.#sending !== null;
    this.#state = { kept, damaged, entries, sending, nextTryAt: this.#nextTryAt, blocked };
    for (const listener of this.#listeners) listener();
  }
}

type AddRefusal = OutboxRefusal | { readonly code: "not-signed-in" };

function without(entry: OutboxEntry, field: Pick<PushEdit, "record" | "field">): OutboxEntry | undefined {
  const edits = entry.edits.filter((edit) => !isSameField(edit, field));
  return edits.length === 0 ? undefined : { ...entry, edits };
}
