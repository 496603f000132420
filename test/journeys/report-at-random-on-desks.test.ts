import assert from "node:assert/strict";
import fc from "fast-check";
import { describe, it } from "mocha";
import type { DeskSheet } from "#addin/hosts/desk-sheet.ts";
import { ExcelHost } from "#addin/hosts/excel/excel-host.ts";
import { Outbox } from "#addin/outbox/outbox.ts";
import { DeskSession } from "#addin/session/desk/desk-session.ts";
import { newPushKey } from "#addin/session/desk/new-push-key.ts";
import type { Me } from "#core/protocol/session.ts";
import { keysOfReportCell } from "#core/sheet/report/report-places.ts";
import type { SnapshotCodec } from "#core/sheet/snapshot/snapshot-codec.ts";
import { deflateCodec } from "#addin/hosts/deflate-codec.ts";
import { aWpsDesk } from "#test/addin/hosts/wps/wps-desk.ts";
import { MemoryStorage } from "#test/fakes/desk/memory-storage.ts";
import { ExcelUser } from "#test/fakes/excel/excel-user.ts";
import { LTSC_2021, LTSC_2024, type ExcelProfile } from "#test/fakes/excel/profiles.ts";
import { startExcel } from "#test/fakes/excel/start-excel.ts";
import { MemoryHost } from "#test/fakes/memory-host/memory-host.ts";
import { addressOf } from "#core/sheet/cell-address.ts";
import { WorkbookModel } from "#test/fakes/workbook/workbook-model.ts";
import { WorkbookUser } from "#test/fakes/workbook/workbook-user.ts";
import { ReportDoor, type Line } from "./desks/report-door.ts";
import { findCell } from "./desks/workbook-hands.ts";

/** A desk program whose workbook stays when the program is closed. */
interface Program {
  readonly workbook: WorkbookModel;
  readonly codec: SnapshotCodec;
  readonly user: Pick<WorkbookUser, "type">;
  /** As the browser's grid it has no room beside the tables. */
  readonly isNarrow?: true;
  open(): Promise<DeskSheet>;
  /** For good. */
  dispose(): void;
}

async function excel(profile: ExcelProfile): Promise<Program> {
  const started = await startExcel({ profile });
  return {
    workbook: started.host.workbook,
    codec: deflateCodec,
    user: new ExcelUser(started.host, { heedsProtection: false }),
    async open() {
      const host = new ExcelHost(async () => Promise.resolve());
      await host.open();
      return host;
    },
    dispose: () => started.close(),
  };
}

async function inMemory(open: (workbook: WorkbookModel) => DeskSheet, codec: SnapshotCodec): Promise<Program> {
  const workbook = new WorkbookModel();
  const user = new WorkbookUser(workbook, { heedsProtection: false });
  return { workbook, codec, user, open: async () => open(workbook), dispose: () => undefined };
}

const MEMORY_CODEC = new MemoryHost(new WorkbookModel()).codec;

const PROGRAMS: Readonly<Record<string, { readonly runs: number; readonly start: () => Promise<Program> }>> = {
  "a sheet in memory": {
    runs: 40,
    start: async () => ({ ...(await inMemory((workbook) => new MemoryHost(workbook), MEMORY_CODEC)), isNarrow: true }),
  },
  "Excel LTSC 2021": { runs: 4, start: () => excel(LTSC_2021) },
  "Excel LTSC 2024": { runs: 4, start: () => excel(LTSC_2024) },
  WPS: { runs: 8, start: () => inMemory((workbook) => aWpsDesk(workbook).host, deflateCodec) },
};

type Act =
  | {
      readonly act: "type" | "type while drawing";
      readonly cell: string;
      readonly value: number;
      readonly after: number;
    }
  | { readonly act: "note"; readonly row: number; readonly text: string }
  | { readonly act: "send" | "refresh" | "reopen"; readonly line: Line }
  | { readonly act: "cancel"; readonly after: number }
  | { readonly act: "other"; readonly cell: string; readonly value: number };

/** Green cells and counted ones; one that others fill, and nobody here. */
const CELLS = ["1!D1", "1!D2", "2!D1", "3!D2", "1!B1", "2!A2"];
const OF_OTHERS = "3!D1";

const value = fc.integer({ min: 0, max: 99 });
const after = fc.integer({ min: 0, max: 4 });
const line = fc.constantFrom<Line>("ok", "ok", "down", "deaf");
const cell = fc.constantFrom(...CELLS);
const act: fc.Arbitrary<Act> = fc.oneof(
  fc.record({ act: fc.constantFrom("type" as const, "type while drawing" as const), cell, value, after }),
  fc.record({
    act: fc.constant("note" as const),
    row: fc.integer({ min: 4, max: 9 }),
    text: fc.constantFrom("甲", "乙"),
  }),
  fc.record({ act: fc.constantFrom("send" as const, "refresh" as const, "reopen" as const), line }),
  fc.record({ act: fc.constant("cancel" as const), after }),
  fc.record({ act: fc.constant("other" as const), cell: fc.constantFrom(...CELLS, OF_OTHERS), value }),
);

describe("an annual report at a desk, whatever happens between typing and sending", function () {
  this.timeout(240_000);
  for (const [name, { runs, start }] of Object.entries(PROGRAMS))
    it(`W2 W3 W5 ${name}: nothing typed is lost, nothing is taken twice, in the end the sheet holds what the service holds`, async () => {
      const seed = Number(process.env["FC_SEED"] ?? 20_261_123);
      await fc.assert(
        fc.asyncProperty(fc.array(act, { minLength: 3, maxLength: 12 }), async (script) => {
          const officer = await Officer.begin(await start());
          for (const one of script) await officer.does(one);
          await officer.finishes();
        }),
        { numRuns: Number(process.env["FC_RUNS"] ?? runs), seed },
      );
    });
});

class Officer {
  readonly #program: Program;
  readonly #door = new ReportDoor();
  readonly #storage = new MemoryStorage();
  readonly #wanted = new Map<string, number>();
  readonly #notes = new Map<number, string>();
  #now = 1_780_000_000_000;
  #open!: { readonly host: DeskSheet; readonly session: DeskSession; readonly outbox: Outbox };

  static async begin(program: Program): Promise<Officer> {
    const officer = new Officer(program);
    await officer.#opens();
    const { session } = officer.#open;
    assert.equal(await session.open(officer.#door.subject), true, JSON.stringify(session.state.actRefusal));
    return officer;
  }

  constructor(program: Program) {
    this.#program = program;
  }

  async does(one: Act): Promise<void> {
    const { session } = this.#open;
    if (one.act === "type") this.#types(one.cell, one.value);
    else if (one.act === "note") this.#writesBeside(one.row, one.text);
    else if (one.act === "other") this.#comesInBetween(one.cell, one.value);
    else if (one.act === "type while drawing") await this.#refreshes(one.after, () => this.#types(one.cell, one.value));
    else if (one.act === "cancel") await this.#refreshes(one.after, () => session.cancelDrawing());
    else if ("line" in one) {
      this.#door.line = one.line;
      if (one.act === "send") await this.#sends();
      else if (one.act === "refresh") await session.refresh();
      else await this.#reopens();
    }
    await this.#open.session.compare();
  }

  /** The line is back, and he sends until nothing is left; his own is what he keeps. */
  async finishes(): Promise<void> {
    this.#door.line = "ok";
    await this.#signsIn();
    for (let turn = 0; turn < 6; turn += 1) {
      this.#now += 3_600_000;
      const { session, outbox } = this.#open;
      await outbox.flush();
      await session.compare();
      for (const { key, outcome } of session.state.changes)
        if (outcome?.result === "conflict") await session.keepMine(key);
      await this.#sends();
      if (session.state.changes.length === 0 && outbox.state.entries.length === 0) break;
    }
    const { session, outbox } = this.#open;
    assert.equal(await session.refresh(), true, JSON.stringify(session.state.actRefusal));
    assert.deepEqual([session.state.changes, session.state.problems, outbox.state.entries], [[], [], []]);
    for (const [at, typed] of this.#wanted) assert.equal(this.#door.valueOf(at), typed, `${at} as it was typed last`);
    for (const at of [...CELLS, OF_OTHERS]) assert.equal(this.#shown(at), this.#door.valueOf(at), `${at} in the sheet`);
    for (const [row, text] of this.#notes) assert.equal(this.#beside(row).value, text, `beside row ${row}`);
    await this.#closes();
    this.#program.dispose();
  }

  async #refreshes(after: number, meanwhile: () => void): Promise<void> {
    const { session } = this.#open;
    let told = 0;
    const leave = session.onChange(() => {
      if (session.state.drawing !== null && told++ === after) meanwhile();
    });
    await session.refresh();
    leave();
  }

  /** Of what he has sent, somebody else's later number is the last; of what he has not, his own is: that is what he picks. */
  #comesInBetween(at: string, filled: number): void {
    if (this.#door.valueOf(at) === filled) return;
    if (this.#wanted.get(at) === this.#door.valueOf(at)) this.#wanted.delete(at);
    if (this.#wanted.get(at) === filled) return;
    this.#door.fill(at, filled);
  }

  #types(at: string, typed: number): void {
    const { sheet, row, column } = this.#cell(at);
    this.#program.user.type(sheet.name, addressOf({ row, column }), typed);
    this.#wanted.set(at, typed);
  }

  #writesBeside(row: number, text: string): void {
    if (this.#program.isNarrow === true) return;
    this.#program.user.type(this.#cell("1!D1").sheet.name, addressOf({ row, column: BESIDE }), text);
    this.#notes.set(row, text);
  }

  #beside(row: number) {
    return this.#cell("1!D1").sheet.stored(row, BESIDE);
  }

  #shown(at: string) {
    const { sheet, row, column } = this.#cell(at);
    return sheet.stored(row, column).value;
  }

  #cell(at: string) {
    return findCell(this.#program.workbook, keysOfReportCell(at) ?? assert.fail(at));
  }

  async #sends(): Promise<void> {
    const { session } = this.#open;
    await session.compare();
    for (const change of session.state.changes) if (change.needsReason) session.setReason(change, "另有档案");
    await session.send(new Set(session.state.changes.map(({ key }) => key)));
  }

  async #reopens(): Promise<void> {
    await this.#closes();
    await this.#opens();
  }

  async #opens(): Promise<void> {
    const host = await this.#program.open();
    const outbox = new Outbox({
      storage: this.#storage,
      push: (_subject, request) => this.#door.push(request),
      newKey: newPushKey,
      now: () => this.#now,
      wait: () => () => undefined,
    });
    const session = new DeskSession({
      ...{ host, outbox, codec: this.#program.codec },
      load: () => this.#door.load(),
      loadService: async () => ({ ok: true, value: { id: this.#door.service } }),
      noteOf: ({ result }) => result,
    });
    this.#open = { host, outbox, session };
    assert.equal(await session.start(), true, JSON.stringify(session.state.actRefusal));
    await this.#signsIn();
  }

  async #signsIn(): Promise<void> {
    await this.#open.session.signIn({ accountId: "a", accountName: "信息员", actingPostId: null } as unknown as Me);
  }

  async #closes(): Promise<void> {
    const { host, session, outbox } = this.#open;
    session.close();
    outbox.close();
    await host.close();
  }
}

/** Right of the table, where the officer's own columns are. */
const BESIDE = 20;
