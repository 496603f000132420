import assert from "node:assert/strict";
import { ledgerBook } from "#core/sheet/ledger/ledger-book.ts";
import { LEDGER_WORDS_ZH } from "#core/sheet/ledger/ledger-words.ts";
import type { LedgerView } from "#core/sheet/ledger/ledger-view.ts";
import type { CellValue } from "#core/sheet/cell.ts";
import type { Me } from "#core/protocol/session.ts";
import type { Outcome } from "#core/protocol/push.ts";
import { Outbox } from "#addin/outbox/outbox.ts";
import { UNREACHABLE, type Answer, type ClientRefusal } from "#addin/service-client/client-refusal.ts";
import { ServiceClient } from "#addin/service-client/service-client.ts";
import { Transport } from "#addin/service-client/transport.ts";
import { DeskSession } from "#addin/session/desk/desk-session.ts";
import { drawnLedger } from "#addin/session/book/loaded-book.ts";
import { newPushKey } from "#addin/session/desk/new-push-key.ts";
import { KNOWN_PASSWORD } from "#test/environment/small-organisation.ts";
import { startTestService, type TestService } from "#test/environment/running-service.ts";
import { MemoryStorage } from "#test/fakes/desk/memory-storage.ts";
import { memoryDriver } from "#test/fakes/memory-host/memory-driver.ts";
import { MemoryHost } from "#test/fakes/memory-host/memory-host.ts";
import { WorkbookModel } from "#test/fakes/workbook/workbook-model.ts";
import { journeyTemplate } from "#test/journeys/journey-template.ts";
import { deskOf, openStages, publishTemplate, type LedgerDesk } from "#test/journeys/ledger-desk.ts";

/** ok; down: nothing arrives; deaf: the push arrives, its answer does not. */
export type Line = "ok" | "down" | "deaf";

/** A real service with one ledger of b11, whose items have evidence, and somebody else who looks at it over HTTP. */
export class DeskWorld {
  readonly service: TestService;
  readonly owner: LedgerDesk;
  readonly ledger: string;

  constructor(service: TestService, owner: LedgerDesk, ledger: string) {
    this.service = service;
    this.owner = owner;
    this.ledger = ledger;
  }

  static async start(): Promise<DeskWorld> {
    const service = await startTestService();
    const template = await publishTemplate(service, journeyTemplate());
    await openStages(service, { level: "branch" });
    const owner = await deskOf(service, "b11-secretary");
    const ledger = await owner.copyNew(template);
    for (const item of ["q1", "q2", "q3", "q4"]) {
      const attached = await owner.attach(ledger, item, { name: "记录.txt", text: `材料 ${item}` });
      assert.equal(attached.status, 201, attached.text);
    }
    return new DeskWorld(service, owner, ledger);
  }

  async scoreOf(item: string): Promise<string | null> {
    return (await this.owner.item(this.ledger, item)).state.entries.at(-1)?.score ?? null;
  }

  /** How often the item was changed: each accepted push once. */
  async revisionOf(item: string): Promise<number> {
    return (await this.owner.item(this.ledger, item)).revision;
  }

  close(): Promise<void> {
    return this.service.close();
  }
}

/** What stays on the desk when the program is closed. */
export class Desk {
  readonly workbook = new WorkbookModel();
  readonly storage = new MemoryStorage();
  readonly world: DeskWorld;
  line: Line = "ok";
  /** What the door says to pushes instead of letting them in. */
  doorRefusal: ClientRefusal | null = null;
  /** Bodies that were sent, whether or not they arrived. */
  readonly sent: { readonly key: string; readonly edits: string }[] = [];
  /** Moved by tests: waits and leases. */
  now = 1_780_000_000_000;

  constructor(world: DeskWorld) {
    this.world = world;
  }

  /** Opens the program over the same workbook and storage. */
  async open(): Promise<Program> {
    const program = new Program(this);
    await program.session.start();
    return program;
  }
}

const SCORE = { sheet: "quantitative", column: "score" };

/** Excel with our pane, from opening to closing. */
export class Program {
  readonly desk: Desk;
  readonly host: MemoryHost;
  readonly outbox: Outbox;
  readonly session: DeskSession;
  readonly client: ServiceClient;
  readonly waits: { readonly milliseconds: number; readonly then: () => void }[] = [];
  me: Me | null = null;
  isClosed = false;

  constructor(desk: Desk) {
    this.desk = desk;
    this.host = new MemoryHost(desk.workbook);
    this.client = new ServiceClient(new Transport(`${desk.world.service.url}/api`));
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
      host: this.host,
      codec: this.host.codec,
      outbox: this.outbox,
      load: async (ledger) => drawnLedger(await this.#ask(() => this.client.ledger(ledger)), drawBook),
      loadService: () => this.#ask(() => this.client.identity()),
      noteOf,
    });
  }

  async signIn(name = "b11-secretary"): Promise<boolean> {
    const answer = await this.client.signIn({ name, password: KNOWN_PASSWORD });
    assert.ok(answer.ok, JSON.stringify(answer));
    this.me = answer.value.me;
    return await this.session.signIn(this.me);
  }

  async signOut(): Promise<void> {
    await this.session.signIn(null);
    await this.client.signOut();
  }

  /** Signs in and draws the ledger. */
  async openLedger(name?: string): Promise<void> {
    await this.signIn(name);
    assert.ok(await this.session.open(this.desk.world.ledger), JSON.stringify(this.session.state.actRefusal));
  }

  async type(item: string, value: CellValue): Promise<void> {
    await memoryDriver(this.host).type({ ...SCORE, row: item }, value);
    await this.session.compare();
  }

  async typeReason(item: string, value: CellValue): Promise<void> {
    await memoryDriver(this.host).type({ ...SCORE, row: item, column: "reason" }, value);
    await this.session.compare();
  }

  shown(item: string, column = "score"): CellValue {
    const { sheet, row, column: at } = this.host.place({ ...SCORE, row: item, column });
    const { value } = sheet.stored(row, at);
    assert.ok(typeof value !== "object" || value === null);
    return value;
  }

  stateOf(item: string) {
    return this.host.stateOf({ ...SCORE, row: item });
  }

  async sendAll(): Promise<boolean> {
    return await this.session.send(new Set(this.session.state.changes.map(({ key }) => key)));
  }

  keyOf(item: string, field = "score"): string {
    return `ledger:${this.desk.world.ledger}/${item} ${field}`;
  }

  /** "1 old → new" of each change. */
  changes(): readonly string[] {
    return this.session.state.changes.map(({ record, base, value }) => {
      const item = record.split("/")[1] ?? record;
      return `${item} ${String(base)} → ${String(value)}`;
    });
  }

  /** As when the program is ended from outside: nothing more reaches desk or service. */
  close(): void {
    this.isClosed = true;
    this.session.close();
    this.outbox.close();
  }

  async #push(ledger: string, request: Parameters<ServiceClient["push"]>[1]) {
    const { line, sent, doorRefusal } = this.desk;
    sent.push({ key: request.key, edits: JSON.stringify(request.edits) });
    if (doorRefusal) return { ok: false, refusal: doorRefusal } as const;
    if (line === "down") return UNREACHABLE;
    const answer = await this.#alive(this.client.push(ledger, request));
    return line === "deaf" ? UNREACHABLE : answer;
  }

  async #ask<T>(ask: () => Promise<Answer<T>>): Promise<Answer<T>> {
    return this.desk.line === "ok" ? await this.#alive(ask()) : UNREACHABLE;
  }

  /** A program that was ended never hears the answer. */
  async #alive<T>(answer: Promise<T>): Promise<T> {
    const heard = await answer;
    return this.isClosed ? await new Promise<T>(() => undefined) : heard;
  }
}

function drawBook(view: LedgerView) {
  return ledgerBook(view, LEDGER_WORDS_ZH);
}

function noteOf(outcome: Outcome): string {
  if (outcome.result === "refused") return `被拒绝：${outcome.refusal.code}`;
  return outcome.result === "conflict" ? `${outcome.who} 改为 ${outcome.theirs ?? "空"}` : "";
}
