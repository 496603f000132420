import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { describe, it } from "mocha";
import { toId, type LedgerId } from "#core/kernel/ids.ts";
import { openVault } from "#service/crypto/open-vault.ts";
import { fileAnchor } from "#service/store/chain-anchor.ts";
import { openEngine } from "#service/store/engine/open-engine.ts";
import { openStore } from "#service/store/open-store.ts";
import { BrokenRow, RowReader } from "#service/store/rows/row-reader.ts";
import { anItemRecord } from "#test/builders/records.ts";
import { saveSmallWorld } from "#test/builders/record-world.ts";

describe("rows that are not what the program writes", () => {
  const row = {
    id: "led_1",
    item: "q1",
    year: 2026,
    part: 1.5,
    nothing: null,
    kind: "branch",
    body: `{"a":1}`,
    broken: "{",
  };
  const reader = new RowReader("item", row, ["id", "item"]);
  const isNumber = (value: unknown): value is number => typeof value === "number";
  const cases: readonly (readonly [what: string, read: () => unknown, message: RegExp])[] = [
    ["no text", () => reader.text("year"), /^item led_1\/q1: year is no text$/],
    ["null for text", () => reader.text("nothing"), /nothing is no text/],
    ["a missing column", () => reader.textOrNull("absent"), /absent is no text/],
    ["a fraction", () => reader.whole("part"), /part is no whole number/],
    ["a text for a number", () => reader.whole("id"), /id is no whole number/],
    ["an unknown word", () => reader.oneOf("kind", ["member"]), /kind is "branch"/],
    ["2026 for yes or no", () => reader.flag("year"), /year is neither 0 nor 1/],
    ["half a JSON", () => reader.json("broken", isNumber), /broken is no JSON/],
    ["JSON of another shape", () => reader.json("body", isNumber), /body has the wrong shape/],
  ];
  for (const [what, read, message] of cases) {
    it(`throw with table, key and column: ${what}`, () =>
      assert.throws(
        read,
        (error) =>
          error instanceof BrokenRow &&
          error.table === "item" &&
          error.key === "led_1/q1" &&
          message.test(error.message),
      ));
  }

  it("are noticed when they are read from the database", async () => {
    const folder = await mkdtemp(join(tmpdir(), "taizhang-rows-"));
    const address = `sqlite:${join(folder, "a.db")}`;
    const vault = await openVault(folder);
    const store = await openStore(address, { vault, anchor: fileAnchor(join(folder, "anchor"), vault) });
    await saveSmallWorld(store);
    await store.write((tx) => tx.ledgers.saveItems([anItemRecord({ item: "q1" }), anItemRecord({ item: "q2" })]));
    const engine = await openEngine(address);
    const damage = [
      `update item set state = replace(state, 'own', 'stolen') where item = 'q1'`,
      `update item set state = replace(state, 'q1', 'q2') where item = 'q1'`,
      `update item set state = '[]' where item = 'q1'`,
    ];
    for (const statement of damage) {
      const [kept] = await engine.read(
        async (db) =>
          (await sql<{ readonly state: string }>`select state from item where item = 'q1'`.execute(db)).rows,
      );
      await engine.write((db) => sql.raw(statement).execute(db));
      await assert.rejects(
        store.read((tx) => tx.ledgers.items(toId<LedgerId>("led_1"))),
        /^BrokenRow: item led_1\/q1: state/,
      );
      await engine.write((db) => sql`update item set state = ${kept?.state} where item = 'q1'`.execute(db));
    }
    await engine.write((db) =>
      sql`update person set phone = (select phone from person where id = 'per_2')`.execute(db),
    );
    await assert.rejects(
      store.read(async (tx) => await tx.organisation.persons([toId("per_1")])),
      /person per_1 does not open/,
    );
    await engine.close();
    await store.close();
    await rm(folder, { recursive: true, force: true });
  });
});
