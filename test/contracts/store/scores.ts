import assert from "node:assert/strict";
import { before, describe, it } from "mocha";
import { toId, type ItemKey, type LedgerId } from "#core/kernel/ids.ts";
import { ratingKey, wordingKey } from "#service/ports/row-keys.ts";
import { aHistoryRecord, aLedgerRecord, anItemRecord, aRatingRecord, aWordingRecord } from "#test/builders/records.ts";
import { saveSmallWorld } from "#test/builders/record-world.ts";
import type { Opened } from "./opened-store.ts";

const ledger = (id: string): LedgerId => toId<LedgerId>(id);
const key = (text: string): ItemKey => toId<ItemKey>(text);

export function describeScores(opened: Opened): void {
  describe("scores, wordings and their history", () => {
    before(async () => {
      await saveSmallWorld(opened().store);
      await opened().store.write((tx) => tx.ledgers.insertLedger(aLedgerRecord({ id: ledger("led_2"), year: 2025 })));
    });

    it("W3 writes a row whose revision follows the stored one, and leaves the others alone", async () => {
      const { store } = opened();
      await store.write((tx) =>
        tx.ledgers.saveItems([anItemRecord({ item: "a" }), anItemRecord({ item: "b" }), anItemRecord({ item: "b2" })]),
      );
      await store.write((tx) => tx.ledgers.saveItems([anItemRecord({ item: "b", revision: 2 })]));
      const written = await store.write((tx) =>
        tx.ledgers.saveItems([
          anItemRecord({ item: "a", revision: 2, score: "1" }),
          anItemRecord({ item: "b", revision: 2, score: "2" }), // is at 2 already
          anItemRecord({ item: "b2", revision: 4, score: "3" }), // would be two steps at once
          anItemRecord({ item: "c", revision: 1, score: "4" }),
        ]),
      );
      assert.deepEqual(written, new Set(["a", "c"]));
      const items = await store.read((tx) => tx.ledgers.items(ledger("led_1")));
      assert.deepEqual(
        items.map(({ state, score, revision }) => [state.key, score, revision]),
        [
          ["a", "1", 2],
          ["b", "7.5", 2],
          ["b2", "7.5", 1],
          ["c", "4", 1],
        ],
      );
      assert.deepEqual(items[0], anItemRecord({ item: "a", revision: 2, score: "1" }));
    });

    it("does the same for wordings and ratings, and names the rows it wrote", async () => {
      const { store } = opened();
      const [wording, rating] = [aWordingRecord(), aRatingRecord()];
      await store.write(async (tx) => {
        assert.deepEqual(await tx.ledgers.saveWordings([wording]), new Set([wordingKey(wording)]));
        assert.deepEqual(await tx.ledgers.saveWordings([wording]), new Set());
        assert.deepEqual(
          await tx.ledgers.saveRatings([rating, { ...rating, raterKey: "per_2" }]),
          new Set([ratingKey(rating), ratingKey({ ...rating, raterKey: "per_2" })]),
        );
        assert.deepEqual(
          await tx.ledgers.saveRatings([{ ...rating, score: null, revision: 2 }]),
          new Set([ratingKey(rating)]),
        );
      });
      await store.read(async (tx) => {
        assert.deepEqual(await tx.ledgers.wordings(ledger("led_1")), [wording]);
        assert.deepEqual(
          (await tx.ledgers.ratings(ledger("led_1"))).map(({ raterKey, score }) => [raterKey, score]),
          [
            ["per_1", null],
            ["per_2", "9"],
          ],
        );
      });
    });

    it("gives the scores and ratings of many ledgers at once", async () => {
      const { store } = opened();
      await store.write(async (tx) => {
        await tx.ledgers.saveItems([anItemRecord({ ledgerId: "led_2", item: "x", score: null, challenges: 2 })]);
        await tx.ledgers.saveRatings([aRatingRecord({ ledgerId: ledger("led_2") })]);
      });
      await store.read(async (tx) => {
        const both = [ledger("led_1"), ledger("led_2")];
        assert.deepEqual((await tx.ledgers.scoresOf(both)).at(-1), {
          ledgerId: "led_2",
          item: "x",
          score: null,
          evidence: 1,
          challenges: 2,
        });
        assert.equal((await tx.ledgers.scoresOf(both)).length, (await tx.ledgers.items(ledger("led_1"))).length + 1);
        assert.deepEqual(await tx.ledgers.ratingsOf([ledger("led_2")]), [aRatingRecord({ ledgerId: ledger("led_2") })]);
        assert.deepEqual(
          (await tx.ledgers.challengedItems(both)).map(({ state }) => state.key),
          ["x"],
        );
        assert.deepEqual(await tx.ledgers.scoresOf([]), []);
      });
    });

    it("refuses rows of two ledgers in one call, and one row twice, as bugs", async () => {
      const { store } = opened();
      const both = [anItemRecord({ item: "m" }), anItemRecord({ ledgerId: "led_2", item: "n" })];
      await assert.rejects(
        store.write((tx) => tx.ledgers.saveItems(both)),
        /in one call/,
      );
      await assert.rejects(
        store.write((tx) => tx.ledgers.saveItems([anItemRecord({ item: "m" }), anItemRecord({ item: "m" })])),
        /twice/,
      );
      assert.deepEqual(await store.write((tx) => tx.ledgers.saveItems([])), new Set());
    });

    it("W9 gives the history of a record or of one field, newest first", async () => {
      const { store } = opened();
      const first = aHistoryRecord();
      const second = aHistoryRecord({ revision: 2, value: null, action: "withdraw", reason: "看错了材料" });
      const other = aHistoryRecord({ field: "wording.task", value: "每月一次" });
      await store.write((tx) => tx.ledgers.addHistory([first, other]));
      await store.write((tx) => tx.ledgers.addHistory([second]));
      await store.write((tx) => tx.ledgers.addHistory([aHistoryRecord({ record: "ledger:led_2/q1" })]));
      await store.read(async (tx) => {
        assert.deepEqual(await tx.ledgers.history(first.record), [second, other, first]);
        assert.deepEqual(await tx.ledgers.history(first.record, "score"), [second, first]);
        assert.deepEqual(await tx.ledgers.history("ledger:none"), []);
        assert.deepEqual(await tx.ledgers.latestHistory([first.record, "ledger:none"]), [second, other]);
        assert.deepEqual(await tx.ledgers.latestHistory([]), []);
      });
    });

    it("writes 5,000 rows in one step, with long Chinese texts", async function () {
      this.timeout(240_000);
      const { store } = opened();
      const text = "支部工作、党员教育、组织生活；".repeat(200);
      const rows = Array.from({ length: 5000 }, (_, index) =>
        aWordingRecord({ ledgerId: ledger("led_2"), item: key(`w${index}`), text: `${index}${text}` }),
      );
      assert.equal((await store.write((tx) => tx.ledgers.saveWordings(rows))).size, 5000);
      const stored = await store.read((tx) => tx.ledgers.wordings(ledger("led_2")));
      assert.equal(stored.length, 5000);
      assert.deepEqual(new Set(stored.map((row) => row.text)), new Set(rows.map((row) => row.text)));
      const changed = rows.map((row) => ({ ...row, text: "短", revision: 2 }));
      assert.equal((await store.write((tx) => tx.ledgers.saveWordings(changed))).size, 5000);
    });

    it("keeps any text that is text: quotes, braces, backslashes, line ends, characters beyond the first plane", async () => {
      const { store } = opened();
      const texts = [
        `'; drop table item; --`,
        `{"a":"\\u0000"}`,
        "a\\b\tc\r\nd",
        "𠮷野家 😀 é",
        "%_\\%",
        "",
        " ",
        "null",
        "\ufeff零宽\u200b",
      ];
      const rows = texts.map((text, index) => aWordingRecord({ item: key(`t${index}`), column: "note", text }));
      await store.write((tx) => tx.ledgers.saveWordings(rows));
      const stored = await store.read((tx) => tx.ledgers.wordings(ledger("led_1")));
      assert.deepEqual(
        stored.filter(({ column }) => column === "note").map(({ text }) => text),
        texts,
      );
    });

    it("refuses what is no text, on every database", async () => {
      const { store } = opened();
      for (const text of ["a\u0000b", "half \ud83d", "\udc00"]) {
        const row = aWordingRecord({ item: key("bad"), text });
        await assert.rejects(
          store.write((tx) => tx.ledgers.saveWordings([row])),
          /NUL or half a character/,
        );
      }
    });
  });
}
