import assert from "node:assert/strict";
import fc from "fast-check";
import { after, before, describe, it } from "mocha";
import { Desk, DeskWorld, type Line, type Program } from "./desk-world.ts";

type Act =
  | { readonly act: "type"; readonly item: string; readonly score: number }
  | { readonly act: "send" | "flush" | "refresh" | "end" | "remove"; readonly line: Line }
  | { readonly act: "fail"; readonly call: "read" | "advance" | "draw" | "mark" };

const ITEMS = ["q1", "q2", "q4"];
const line = fc.constantFrom<Line>("ok", "down", "deaf");
const acts = fc.array(
  fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record({
        act: fc.constant("type" as const),
        item: fc.constantFrom(...ITEMS),
        score: fc.integer({ min: 0, max: 5 }),
      }),
    },
    {
      weight: 4,
      arbitrary: fc.record({
        act: fc.constantFrom("send" as const, "flush" as const, "refresh" as const, "end" as const),
        line,
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        act: fc.constant("fail" as const),
        call: fc.constantFrom("read" as const, "advance" as const, "draw" as const, "mark" as const),
      }),
    },
  ),
  { minLength: 3, maxLength: 14 },
);

/** One officer at one desk over one service, whatever happens to line and program. */
describe("whatever happens between typing and sending", () => {
  let world: DeskWorld;
  before(async () => {
    world = await DeskWorld.start();
  });
  after(() => world.close());

  it("W3 W5 in the end the service holds the officer's last values, each taken once", async function () {
    this.timeout(240_000);
    const seed = Number(process.env["FC_SEED"] ?? 20_260_601);
    await fc.assert(
      fc.asyncProperty(acts, async (script) => {
        const officer = await Officer.begin(world);
        for (const act of script) await officer.does(act);
        await officer.finishes();
      }),
      { numRuns: 20, seed },
    );
  });
});

class Officer {
  readonly #desk: Desk;
  #program: Program;
  /** What stood in the service before, and what he typed last. */
  readonly #wanted: Map<string, string>;

  static async begin(world: DeskWorld): Promise<Officer> {
    const desk = new Desk(world);
    const program = await desk.open();
    await program.openLedger();
    const scores = await Promise.all(ITEMS.map(async (item) => [item, (await world.scoreOf(item)) ?? ""] as const));
    return new Officer(desk, program, new Map(scores));
  }

  constructor(desk: Desk, program: Program, wanted: Map<string, string>) {
    this.#desk = desk;
    this.#program = program;
    this.#wanted = wanted;
  }

  async does(act: Act): Promise<void> {
    if (act.act === "type") {
      this.#wanted.set(act.item, String(act.score));
      await this.#program.type(act.item, act.score);
      return;
    }
    if (act.act === "fail") {
      this.#program.host.failNext(act.call, "host-busy");
      return;
    }
    this.#desk.line = act.line;
    if (act.act === "send") await this.#program.sendAll();
    else if (act.act === "flush") await this.#program.outbox.flush();
    else if (act.act === "refresh") await this.#program.session.refresh();
    else await this.#endsProgram();
  }

  async #endsProgram(): Promise<void> {
    // In the middle of a sending, too.
    void this.#program.sendAll();
    await new Promise((resolve) => setTimeout(resolve, 2));
    this.#program.close();
    this.#program = await this.#desk.open();
    if (this.#desk.line === "ok") await this.#program.signIn();
  }

  /** The line is back, and he sends until nothing is left; his own is what he keeps. */
  async finishes(): Promise<void> {
    this.#desk.line = "ok";
    await this.#program.signIn();
    for (let turn = 0; turn < 8; turn += 1) {
      const { session, outbox } = this.#program;
      await outbox.flush();
      await session.compare();
      for (const change of session.state.changes)
        if (change.outcome?.result === "conflict") await session.keepMine(change.key);
      await this.#program.sendAll();
      const isRead = await session.compare();
      if (isRead && session.state.changes.length === 0 && outbox.state.entries.length === 0) break;
    }
    await this.#assertInTheEnd();
    this.#program.close();
  }

  async #assertInTheEnd(): Promise<void> {
    const { world } = this.#desk;
    assert.deepEqual([this.#program.changes(), this.#program.outbox.state.entries], [[], []]);
    for (const [item, score] of this.#wanted) assert.equal((await world.scoreOf(item)) ?? "", score, item);
    const bodies = new Map<string, string>();
    for (const { key, edits } of this.#desk.sent) {
      assert.equal(bodies.get(key) ?? edits, edits, "a key is sent with one body only");
      bodies.set(key, edits);
    }
    await this.#assertNoValueTwice();
  }

  /** Two accepted pushes in a row for one item never say the same. */
  async #assertNoValueTwice(): Promise<void> {
    for (const item of ITEMS) {
      const { history } = await this.#desk.world.owner.item(this.#desk.world.ledger, item);
      const moves = history.map((entry) => /(\S+) → (\S+)/.exec(entry) ?? []);
      for (const [, from, to] of moves) assert.ok(from === undefined || from !== to, `${item}: ${history.join(" | ")}`);
    }
  }
}
