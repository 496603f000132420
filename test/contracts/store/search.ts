import assert from "node:assert/strict";
import { before, describe, it } from "mocha";
import { toId, type LedgerId, type TemplateId, type TemplateVersionId } from "#core/kernel/ids.ts";
import { aLedgerRecord, aTemplateVersionRecord } from "#test/builders/records.ts";
import { saveSmallWorld } from "#test/builders/record-world.ts";
import type { Opened } from "./opened-store.ts";
import { EVERYTHING } from "./readable-set.ts";

const NAMES = [
  "100% 完成",
  "100 分制",
  "a_b",
  "aXb",
  String.raw`back\slash`,
  "Ledger ABC",
  "ledger abd",
  "ÄRGER",
  "ärger",
  "台账（标准化）",
  "'quoted'",
];

export function describeSearch(opened: Opened): void {
  describe("search by name", () => {
    before(async () => {
      const { store } = opened();
      await saveSmallWorld(store);
      await store.write(async (tx) => {
        for (const [index, name] of NAMES.entries()) {
          await tx.templates.insertVersion(
            aTemplateVersionRecord({
              id: toId<TemplateVersionId>(`tpv_s${index}`),
              templateId: toId<TemplateId>(`tpl_s${index}`),
              name,
            }),
          );
          await tx.ledgers.insertLedger(
            aLedgerRecord({ id: toId<LedgerId>(`led_s${index}`), year: 1990 + index, name }),
          );
        }
      });
    });

    const cases: readonly (readonly [search: string, found: readonly string[]])[] = [
      ["%", ["100% 完成"]],
      ["_", ["a_b"]],
      ["\\", [String.raw`back\slash`]],
      ["'", ["'quoted'"]],
      ["100", ["100 分制", "100% 完成"]],
      ["LEDGER ab", ["Ledger ABC", "ledger abd"]],
      ["ärger", ["ärger"]], // only A to Z have two cases here, on both databases
      ["标准", ["台账（标准化）"]],
      ["a%b", []],
    ];
    for (const [search, found] of cases) {
      it(`finds ${JSON.stringify(found)} for ${JSON.stringify(search)}`, async () => {
        await opened().store.read(async (tx) => {
          const templates = await tx.templates.list({ search, drafts: false });
          assert.deepEqual(templates.map(({ body }) => body.name).toSorted(), found.toSorted());
          const ledgers = await tx.ledgers.list({ visible: EVERYTHING, includeVoided: false, most: 100, search });
          assert.deepEqual(ledgers.map(({ name }) => name).toSorted(), found.toSorted());
        });
      });
    }

    it("lists templates by year and level, drafts for publishers only", async () => {
      const { store } = opened();
      const draft = aTemplateVersionRecord({
        id: toId<TemplateVersionId>("tpv_d"),
        templateId: toId<TemplateId>("tpl_d"),
        name: "草稿",
        state: "draft",
        publishedAt: null,
      });
      await store.write((tx) => tx.templates.insertVersion(draft));
      await store.read(async (tx) => {
        const count = async (filter: {
          readonly year?: number;
          readonly level?: "branch" | "member";
          readonly drafts?: boolean;
        }): Promise<number> => (await tx.templates.list({ search: "", drafts: false, ...filter })).length;
        assert.equal(await count({}), NAMES.length + 1);
        assert.equal(await count({ drafts: true }), NAMES.length + 2);
        assert.equal(await count({ year: 2026, level: "branch" }), NAMES.length + 1);
        assert.equal(await count({ year: 2025 }), 0);
        assert.equal(await count({ level: "member" }), 0);
      });
    });

    it("sorts names by their bytes, whatever the server's language is", async () => {
      const names = (await opened().store.read((tx) => tx.templates.list({ search: "", drafts: false }))).map(
        ({ body }) => body.name,
      );
      assert.deepEqual(
        names,
        names.toSorted((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b))),
      );
    });
  });
}
