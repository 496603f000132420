import assert from "node:assert/strict";
import { deflateCodec } from "#addin/hosts/deflate-codec.ts";
import { Outbox } from "#addin/outbox/outbox.ts";
import { UNREACHABLE, type Answer } from "#addin/service-client/client-refusal.ts";
import { ServiceClient } from "#addin/service-client/service-client.ts";
import { Transport } from "#addin/service-client/transport.ts";
import { bookDoor } from "#addin/session/book/book-door.ts";
import { DeskSession } from "#addin/session/desk/desk-session.ts";
import type { DeskSessionState } from "#addin/session/desk/desk-session-state.ts";
import { newPushKey } from "#addin/session/desk/new-push-key.ts";
import { noteOfOutcome } from "#addin/session/desk/note-of-outcome.ts";
import type { CellValue } from "#core/sheet/cell.ts";
import type { Outcome, PushAnswer, PushRequest } from "#core/protocol/push.ts";
import type { Me, SignInAnswer } from "#core/protocol/session.ts";
import type { DrivenCell } from "#test/contracts/sheet-host.ts";
import { KNOWN_PASSWORD } from "#test/environment/small-organisation.ts";
import { MemoryStorage } from "#test/fakes/desk/memory-storage.ts";
import type { WorkbookCell } from "#test/fakes/workbook/cell-model.ts";
import { isCellError } from "#test/fakes/workbook/cell-model.ts";
import { WorkbookModel } from "#test/fakes/workbook/workbook-model.ts";
import type { DeskProgram, RunningProgram } from "./desk-programs.ts";
import { nextTurns } from "./next-turns.ts";
import { findCell } from "./workbook-hands.ts";

/** ok: the service is asked. down: nothing arrives there. deaf: pushes arrive, their answers do not. */
export type Line = "ok" | "down" | "deaf";

export interface OfficeDeskNeeds {
  readonly program: DeskProgram;
  /** Where the service is now. */
  readonly url: () => string;
  /** Whoever works here. */
  readonly name: string;
}

/** Somebody's desk: a workbook on the disk, the outbox beside it, and a program that is opened and closed over both. */
export class OfficeDesk {
  readonly workbook = new WorkbookModel();
  readonly storage = new MemoryStorage();
  readonly needs: OfficeDeskNeeds;
  line: Line = "ok";
  /** Pushes that went out, whether or not they arrived. */
  readonly sent: PushRequest[] = [];
  /** Answers that came back. */
  readonly outcomes: Outcome[] = [];
  now = 1_780_000_000_000;
  /** Signing in is slow on purpose, and no test here is about passwords: one token for all openings. */
  #signedIn: SignInAnswer | null = null;

  constructor(needs: OfficeDeskNeeds) {
    this.needs = needs;
  }

  /** Opens the program over the same workbook and storage; nobody is signed in yet. */
  async open(): Promise<OpenPane> {
    const running = await this.needs.program.open(this.workbook);
    const pane = new OpenPane(this, running);
    assert.ok(await pane.session.start(), JSON.stringify(pane.state.actRefusal));
    return pane;
  }

  /** Opens the program, signs in, does that and closes it again. */
  async work<T>(does: (pane: OpenPane) => Promise<T>): Promise<T> {
    const pane = await this.open();
    try {
      await pane.signIn();
      return await does(pane);
    } finally {
      await pane.close();
    }
  }

  async signIn(client: ServiceClient): Promise<Me> {
    if (!this.#signedIn) {
      const answer = await client.signIn({ name: this.needs.name, password: KNOWN_PASSWORD });
      assert.ok(answer.ok, JSON.stringify(answer));
      this.#signedIn = answer.value;
    }
    this.useToken(client);
    return this.#signedIn.me;
  }

  useToken(client: ServiceClient): void {
    client.transport.useToken(this.#signedIn?.token ?? null);
  }

  /** What stands in a cell, calculated, wherever it stands now; or so many columns to the right of it. */
  cell(at: DrivenCell, right = 0): WorkbookCell {
    const { sheet, row, column } = findCell(this.workbook, at);
    return sheet.cell(row, column + right);
  }

  shown(at: DrivenCell, right = 0): CellValue {
    const { value } = this.cell(at, right);
    return isCellError(value) ? value.error : value;
  }

  fill(at: DrivenCell): string | null {
    return this.cell(at).style.fill ?? null;
  }
}

/** The pane beside the open workbook. */
export class OpenPane {
  readonly desk: OfficeDesk;
  readonly program: RunningProgram;
  readonly session: DeskSession;
  readonly outbox: Outbox;
  /** What the outbox would do by itself later. */
  readonly waits: { readonly milliseconds: number; readonly then: () => void }[] = [];
  readonly #url: () => string;
  #client: ServiceClient;
  #clientUrl: string;

  constructor(desk: OfficeDesk, program: RunningProgram) {
    this.desk = desk;
    this.program = program;
    this.#url = desk.needs.url;
    this.#clientUrl = this.#url();
    this.#client = new ServiceClient(new Transport(`${this.#clientUrl}/api`));
    this.outbox = new Outbox({
      storage: desk.storage,
      push: (ledger, request) => this.#push(ledger, request),
      newKey: newPushKey,
      now: () => desk.now,
      wait: (milliseconds, then) => {
        const waiting = { milliseconds, then };
        this.waits.push(waiting);
        return () => void this.waits.splice(this.waits.indexOf(waiting), 1);
      },
    });
    this.session = new DeskSession({
      host: program.host,
      codec: deflateCodec,
      outbox: this.outbox,
      load: (subject) => this.#ask(() => bookDoor(this.client, () => "zh-CN").load(subject)),
      loadService: () => this.#ask(() => this.client.identity()),
      noteOf: (outcome) => noteOfOutcome(outcome, "zh-CN"),
    });
  }

  get state(): DeskSessionState {
    return this.session.state;
  }

  /** A service that was started again has another port in tests, which officers would not notice. */
  get client(): ServiceClient {
    const url = this.#url();
    if (url !== this.#clientUrl) {
      this.#clientUrl = url;
      this.#client = new ServiceClient(new Transport(`${url}/api`));
      this.desk.useToken(this.#client);
    }
    return this.#client;
  }

  async signIn(): Promise<boolean> {
    const isSignedIn = await this.session.signIn(await this.desk.signIn(this.client));
    await this.outbox.flush();
    await this.session.compare();
    return isSignedIn;
  }

  async openLedger(ledger: string): Promise<void> {
    assert.ok(await this.session.open(ledger), JSON.stringify(this.state.actRefusal));
  }

  /** Draws the newest state. */
  async refresh(): Promise<void> {
    assert.ok(await this.session.refresh(), JSON.stringify(this.state.actRefusal));
  }

  async type(at: DrivenCell, value: CellValue): Promise<void> {
    await this.program.hands.type(at, value);
    await this.session.compare();
  }

  /** Everything that the list before sending shows. @returns true when all of it was accepted. */
  async sendAll(): Promise<boolean> {
    return await this.session.send(new Set(this.state.changes.map(({ key }) => key)));
  }

  /** @throws unless everything was accepted. */
  async sendsAll(): Promise<void> {
    const isSent = await this.sendAll();
    assert.ok(isSent, JSON.stringify([this.state.actRefusal, this.state.changes]));
  }

  /** "item field old -> new" of each change. */
  get changes(): readonly string[] {
    return this.state.changes.map(({ record, field, base, value }) => {
      const item = record.split("/")[1] ?? record;
      return `${item} ${field} ${String(base)} -> ${String(value)}`;
    });
  }

  /** As the list names it. */
  keyOf(item: string, field = "score"): string {
    const found = this.state.changes.find((change) => change.record.endsWith(`/${item}`) && change.field === field);
    return found?.key ?? assert.fail(`no change of ${item} ${field}`);
  }

  /** The workbook is saved and the program ended. */
  async close(): Promise<void> {
    this.session.close();
    this.outbox.close();
    await this.program.close();
  }

  async #push(ledger: string, request: PushRequest): Promise<Answer<PushAnswer>> {
    const { desk } = this;
    desk.sent.push(request);
    if (desk.line === "down") return UNREACHABLE;
    await nextTurns();
    const answer = await bookDoor(this.client, () => "zh-CN").push(ledger, request);
    if (desk.line === "deaf") return UNREACHABLE;
    if (answer.ok) desk.outcomes.push(...answer.value.outcomes);
    return answer;
  }

  async #ask<T>(ask: () => Promise<Answer<T>>): Promise<Answer<T>> {
    if (this.desk.line === "down") return UNREACHABLE;
    await nextTurns();
    return await ask();
  }
}
