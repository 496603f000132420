import assert from "node:assert/strict";
import { before, describe, it } from "mocha";
import {
  toId,
  type AccountId,
  type EvidenceId,
  type ItemKey,
  type LedgerId,
  type PersonId,
  type TemplateId,
  type TemplateVersionId,
  type UnitId,
} from "#core/kernel/ids.ts";
import type { Day, Instant } from "#core/kernel/instant.ts";
import {
  aLedgerRecord,
  anAccountRecord,
  anEvidenceRecord,
  anItemRecord,
  aNoticeRecord,
  aTemplateVersionRecord,
  aWordingRecord,
  AT,
} from "#test/builders/records.ts";
import { saveSmallWorld } from "#test/builders/record-world.ts";
import type { Opened } from "./opened-store.ts";

const ledger = (id: string): LedgerId => toId<LedgerId>(id);
const template = (id: string): TemplateId => toId<TemplateId>(id);
const key = (text: string): ItemKey => toId<ItemKey>(text);
const at = (minute: number): Instant => `2026-11-21T09:${String(minute).padStart(2, "0")}:00.000Z` as Instant;

export function describeLedgers(opened: Opened): void {
  describe("templates, ledgers, evidence and messages", () => {
    before(() => saveSmallWorld(opened().store));

    it("L1 keeps versions in order; a draft is changed from its own revision only, a published one never", async () => {
      const { store } = opened();
      const draft = aTemplateVersionRecord({
        id: toId<TemplateVersionId>("tpv_2"),
        version: 2,
        state: "draft",
        publishedAt: null,
      });
      await store.write(async (tx) => {
        await tx.templates.insertVersion(draft);
        assert.equal(await tx.templates.updateDraft({ ...draft, revision: 2 }, 1), true);
        assert.equal(await tx.templates.updateDraft({ ...draft, revision: 2 }, 1), false);
        assert.equal(
          await tx.templates.updateDraft({ ...draft, revision: 3, state: "published", publishedAt: AT }, 2),
          true,
        );
        assert.equal(await tx.templates.updateDraft({ ...draft, revision: 4 }, 3), false);
      });
      await store.read(async (tx) => {
        assert.deepEqual(
          (await tx.templates.versions(template("tpl_1"))).map(({ version }) => version),
          [1, 2],
        );
        assert.deepEqual(await tx.templates.version(draft.id), {
          ...draft,
          revision: 3,
          state: "published",
          publishedAt: AT,
        });
        assert.equal(await tx.templates.version(toId<TemplateVersionId>("none")), undefined);
      });
    });

    it("L12 keeps named lists of raters", async () => {
      const { store } = opened();
      const [one, two] = [toId<AccountId>("acc_1"), toId<AccountId>("acc_r")];
      await store.write(async (tx) => {
        await tx.accounts.saveAccounts([anAccountRecord({ id: two, name: "rater" })]);
        await tx.templates.saveRaterList(template("tpl_1"), "students", [two, one, two]);
        await tx.templates.saveRaterList(template("tpl_1"), "teachers", [two]);
        await tx.templates.saveRaterList(template("tpl_1"), "students", [one]);
      });
      await store.read(async (tx) => {
        assert.deepEqual(await tx.templates.raterList(template("tpl_1"), "students"), [one]);
        assert.deepEqual(await tx.templates.raterListsOf(two), [{ templateId: "tpl_1", raterClass: "teachers" }]);
      });
    });

    it("L3 there is one ledger per owner, template and year", async () => {
      const { store } = opened();
      const second = aLedgerRecord({ id: ledger("led_second") });
      const owner = { templateId: second.templateId, year: 2026, unitId: second.unitId, personId: null };
      await store.write(async (tx) => {
        assert.equal(await tx.ledgers.insertLedger(second), false);
        assert.equal((await tx.ledgers.byOwner(owner))?.id, "led_1");
        assert.equal(await tx.ledgers.byOwner({ ...owner, year: 2025 }), undefined);
        assert.equal(await tx.ledgers.insertLedger(aLedgerRecord({ id: ledger("led_2025"), year: 2025 })), true);
      });
    });

    it("L3 a member's ledger is his in whichever branch he is, and not his unit's", async () => {
      const { store } = opened();
      const personId = toId<PersonId>("per_1");
      const own = aLedgerRecord({ id: ledger("led_m"), level: "member", ownerKind: "member", personId });
      await store.write(async (tx) => {
        assert.equal(await tx.ledgers.insertLedger(own), true);
        assert.equal(
          await tx.ledgers.insertLedger({ ...own, id: ledger("led_m2"), unitId: toId<UnitId>("unit_b2") }),
          false,
        );
        assert.equal(await tx.ledgers.updateLedger({ ...own, unitId: toId<UnitId>("unit_b2") }, 1), true);
        assert.equal((await tx.ledgers.byId(own.id))?.unitId, "unit_b2");
      });
    });

    it("L2 a voided ledger makes room for a new one", async () => {
      const { store } = opened();
      const voided = aLedgerRecord({ id: ledger("led_v"), year: 2024 });
      await store.write(async (tx) => {
        await tx.ledgers.insertLedger(voided);
        assert.equal(await tx.ledgers.updateLedger({ ...voided, state: "voided", nameRevision: 2 }, 1), true);
        assert.equal(await tx.ledgers.insertLedger({ ...voided, id: ledger("led_w") }), true);
        assert.equal(
          (
            await tx.ledgers.byOwner({
              templateId: voided.templateId,
              year: 2024,
              unitId: voided.unitId,
              personId: null,
            })
          )?.id,
          "led_w",
        );
        assert.equal((await tx.ledgers.byId(voided.id))?.state, "voided");
      });
    });

    it("L2 renames from the name's own revision only", async () => {
      const { store } = opened();
      const renamed = aLedgerRecord({ name: "新名称", nameRevision: 2 });
      await store.write(async (tx) => {
        assert.equal(await tx.ledgers.updateLedger(renamed, 1), true);
        assert.equal(await tx.ledgers.updateLedger({ ...renamed, name: "另一个" }, 1), false);
        assert.deepEqual(await tx.ledgers.byId(renamed.id), renamed);
        await tx.ledgers.updateLedger({ ...aLedgerRecord(), nameRevision: 1 }, 2);
      });
    });

    it("L2 deletes an empty ledger with its wordings; one with scores the database does not give up", async () => {
      const { store } = opened();
      const empty = ledger("led_empty");
      await store.write(async (tx) => {
        await tx.ledgers.insertLedger(aLedgerRecord({ id: empty, year: 2023 }));
        await tx.ledgers.saveWordings([aWordingRecord({ ledgerId: empty })]);
        await tx.ledgers.deleteLedger(empty);
        assert.equal(await tx.ledgers.byId(empty), undefined);
        assert.deepEqual(await tx.ledgers.wordings(empty), []);
        await tx.ledgers.insertLedger(aLedgerRecord({ id: empty, year: 2023 }));
        await tx.ledgers.saveItems([anItemRecord({ ledgerId: empty })]);
      });
      await assert.rejects(
        store.write((tx) => tx.ledgers.deleteLedger(empty)),
        /foreign key/i,
      );
      assert.ok(await store.read((tx) => tx.ledgers.byId(empty)));
    });

    it("L5 keeps evidence records, sizes over 2 GB too, and knows every stored name", async () => {
      const { store } = opened();
      const second = anEvidenceRecord({
        id: toId<EvidenceId>("evi_2"),
        item: key("q2"),
        storedAs: "1".repeat(32),
        uploadedAt: at(1),
      });
      await store.write(async (tx) => {
        await tx.evidence.insert(anEvidenceRecord());
        await tx.evidence.insert(second);
      });
      await store.read(async (tx) => {
        assert.deepEqual(await tx.evidence.byId(anEvidenceRecord().id), anEvidenceRecord());
        assert.deepEqual(await tx.evidence.ofItem(ledger("led_1"), key("q2")), [second]);
        assert.deepEqual(
          (await tx.evidence.ofLedger(ledger("led_1"))).map(({ id }) => id),
          ["evi_1", "evi_2"],
        );
        assert.deepEqual(await tx.evidence.storedNames(), new Set(["0".repeat(32), "1".repeat(32)]));
      });
      assert.equal(await store.write((tx) => tx.evidence.remove(second.id)), true);
      assert.equal(await store.write((tx) => tx.evidence.remove(second.id)), false);
    });

    it("L8 keeps notices per person and account, newest first, and marks them read once", async () => {
      const { store } = opened();
      const [accountId, personId] = [toId<AccountId>("acc_1"), toId<PersonId>("per_1")];
      await store.write((tx) =>
        tx.messages.addNotices([
          aNoticeRecord(),
          aNoticeRecord({ id: "not_2", accountId: null, personId, at: at(1) }),
          aNoticeRecord({ id: "not_3", accountId: toId<AccountId>("acc_9"), at: at(2) }),
        ]),
      );
      await store.write((tx) => tx.messages.markNoticesRead(["not_1"], at(5)));
      await store.write((tx) => tx.messages.markNoticesRead(["not_1"], at(6)));
      await store.read(async (tx) => {
        const notices = await tx.messages.noticesOf({ accountId, personId }, 10);
        assert.deepEqual(
          notices.map(({ id, readAt }) => [id, readAt]),
          [
            ["not_2", null],
            ["not_1", at(5)],
          ],
        );
        assert.deepEqual(
          (await tx.messages.noticesOf({ accountId, personId: null }, 10)).map(({ id }) => id),
          ["not_1"],
        );
        assert.equal((await tx.messages.noticesOf({ accountId, personId }, 1)).length, 1);
      });
    });

    it("L8 keeps the talk about an item in its order", async () => {
      const { store } = opened();
      const message = {
        id: "talk_1",
        ledgerId: ledger("led_1"),
        item: key("q1"),
        at: at(1),
        accountId: toId<AccountId>("acc_1"),
        who: "李梅",
        text: "请看会议记录第 3 页 😀",
      };
      await store.write(async (tx) => {
        await tx.messages.addTalk({ ...message, id: "talk_2", at: at(2) });
        await tx.messages.addTalk(message);
      });
      const talk = await store.read((tx) => tx.messages.talk(ledger("led_1"), key("q1")));
      assert.deepEqual(talk, [message, { ...message, id: "talk_2", at: at(2) }]);
    });

    it("L15 keeps windows with a revision of their own, and the nearest can be chosen from several units", async () => {
      const { store } = opened();
      const unitId = toId<UnitId>("unit_g1");
      const window = {
        unitId,
        level: "branch",
        year: 2026,
        spans: `{"filling":{"from":"2026-01-01","to":"2026-06-30"}}`,
        closed: false,
        revision: 1,
      } as const;
      await store.write(async (tx) => {
        assert.equal(await tx.ledgers.saveWindow(window), true);
        assert.equal(await tx.ledgers.saveWindow({ ...window, closed: true }), false);
        assert.equal(await tx.ledgers.saveWindow({ ...window, closed: true, revision: 2 }), true);
      });
      const units = [unitId, toId<UnitId>("unit_root")];
      assert.deepEqual(await store.read((tx) => tx.ledgers.windows({ unitIds: units, level: "branch", year: 2026 })), [
        { ...window, closed: true, revision: 2 },
      ]);
      assert.deepEqual(
        await store.read((tx) => tx.ledgers.windows({ unitIds: units, level: "member", year: 2026 })),
        [],
      );
    });

    it("L15 L14 L17 keeps extensions, substitutes and published standings", async () => {
      const { store } = opened();
      const extension = {
        unitId: toId<UnitId>("unit_b1"),
        level: "branch",
        year: 2026,
        stage: "filling",
        to: "2026-07-10" as Day,
        reason: "系统迁移",
      } as const;
      const substitute = {
        ledgerId: ledger("led_1"),
        raterClass: "peer",
        personId: toId<PersonId>("per_2"),
        reason: "本支部无其他书记",
      } as const;
      const standing = {
        unitId: toId<UnitId>("unit_g1"),
        level: "branch",
        templateId: template("tpl_1"),
        year: 2026,
      } as const;
      await store.write(async (tx) => {
        await tx.ledgers.saveExtension({ ...extension, to: "2026-07-05" as Day });
        await tx.ledgers.saveExtension(extension);
        await tx.ledgers.saveSubstitute(substitute);
        assert.equal(await tx.ledgers.standingPublished(standing), false);
        await tx.ledgers.publishStanding(standing, AT);
        await tx.ledgers.publishStanding(standing, AT);
      });
      await store.read(async (tx) => {
        assert.deepEqual(await tx.ledgers.extensions(extension), [extension]);
        assert.deepEqual(await tx.ledgers.substitutes(substitute.ledgerId), [substitute]);
        assert.deepEqual(await tx.ledgers.substitutionsOf(substitute.personId), [substitute]);
        assert.equal(await tx.ledgers.standingPublished(standing), true);
        assert.equal(await tx.ledgers.standingPublished({ ...standing, year: 2025 }), false);
      });
    });
  });
}
