import assert from "node:assert/strict";
import { before, describe, it } from "mocha";
import type { Month } from "#core/kernel/day-arithmetic.ts";
import { toId, type AccountId, type PersonId, type UnitId } from "#core/kernel/ids.ts";
import type { Day } from "#core/kernel/instant.ts";
import type { DevelopmentPlan } from "#core/people/development/development-plan.ts";
import type { PaymentRecord } from "#service/ports/records/procedures.ts";
import { AT } from "#test/builders/records.ts";
import { aTransferRecord } from "#test/builders/transfer.ts";
import { saveSmallWorld } from "#test/builders/record-world.ts";
import type { Opened } from "./opened-store.ts";

const person = (id: string): PersonId => toId<PersonId>(id);
const unit = (id: string): UnitId => toId<UnitId>(id);
const day = (text: string): Day => text as Day;
const month = (text: string): Month => text as Month;

function aPayment(given: Partial<PaymentRecord> = {}): PaymentRecord & { readonly months: readonly Month[] } {
  const months = [month("2026-01"), month("2026-02")];
  return {
    ...{
      id: "pay_1",
      personId: person("per_1"),
      unitId: unit("unit_b1"),
      from: month("2026-01"),
      to: month("2026-02"),
    },
    ...{ amount: "50.00", kind: "monthly", approval: "", paidOn: day("2026-02-10"), at: AT },
    ...{ accountId: toId<AccountId>("acc_1"), who: "李梅", months },
    ...given,
  };
}

const PLAN: DevelopmentPlan = {
  id: "pla_1",
  unitId: unit("unit_g1"),
  year: 2027,
  reported: null,
  confirmed: null,
  approved: null,
  listed: null,
  paper: { sealedOn: null, receivedOn: null },
  revision: 1,
};

export function describeProcedures(opened: Opened): void {
  describe("procedures", () => {
    before(() => saveSmallWorld(opened().store));

    it("gives a letter back as it was written, and by side, state and day", async () => {
      const { store } = opened();
      const letter = aTransferRecord();
      assert.equal((await store.write((tx) => tx.procedures.insertTransfers([letter]))).size, 0);
      await store.read(async (tx) => {
        assert.deepEqual(await tx.procedures.transfer("tra_1"), letter);
        const ids = async (query: object) =>
          (await tx.procedures.transfers({ units: [unit("unit_b1")], side: "both", most: 10, ...query })).map(
            ({ id }) => id,
          );
        assert.deepEqual(await ids({ side: "out" }), ["tra_1"]);
        assert.deepEqual(await ids({ side: "in" }), []);
        assert.deepEqual(await ids({ side: "in", units: [unit("unit_b2")] }), ["tra_1"]);
        assert.deepEqual(await ids({ states: ["received"] }), []);
        assert.deepEqual(await ids({ between: { from: day("2026-05-13"), to: day("2026-06-01") } }), []);
        assert.deepEqual(await ids({ between: { from: day("2026-05-12"), to: day("2026-05-12") } }), ["tra_1"]);
      });
    });

    it("M12 keeps one letter of a person on its way, whatever else is asked for him", async () => {
      const { store } = opened();
      const second = aTransferRecord({ id: "tra_2", toUnitId: unit("unit_g1") });
      const taken = await store.write((tx) => tx.procedures.insertTransfers([second]));
      assert.deepEqual([...taken], ["per_1"]);
      assert.equal(await store.read((tx) => tx.procedures.transfer("tra_2")), undefined);
      const asked = aTransferRecord({ id: "tra_3", state: "asked" });
      assert.equal((await store.write((tx) => tx.procedures.insertTransfers([asked]))).size, 0);
      const granted = { ...asked, state: "open", revision: 2 } as const;
      assert.equal((await store.write((tx) => tx.procedures.updateTransfers([granted]))).size, 0);
      const open = await store.read((tx) => tx.procedures.openTransfers([person("per_1"), person("per_2")]));
      assert.deepEqual(
        open.map(({ id }) => id),
        ["tra_1"],
      );
    });

    it("M12 lets a letter be received once: the second to write it is too late", async () => {
      const { store } = opened();
      const received = aTransferRecord({ state: "received", receivedOn: day("2026-05-20"), revision: 2 });
      const write = () => store.write((tx) => tx.procedures.updateTransfers([received]));
      const both = await Promise.all([write(), write()]);
      assert.deepEqual(both.map((written) => written.size).toSorted(), [0, 1]);
    });

    it("M13 numbers letters without gaps, by unit and year", async () => {
      const { store } = opened();
      const next = (year: number) => store.write((tx) => tx.procedures.nextLetterNumber(unit("unit_root"), year));
      assert.deepEqual([await next(2026), await next(2026), await next(2027)], [1, 2, 1]);
    });

    it("M7 keeps one plan per unit and year, and a change only on top of what was read", async () => {
      const { store } = opened();
      const save = (plan: DevelopmentPlan) => store.write((tx) => tx.procedures.savePlan(plan));
      assert.deepEqual([await save(PLAN), await save({ ...PLAN, id: "pla_2" })], [true, false]);
      const approved = {
        ...PLAN,
        ...{
          reported: 3,
          confirmed: { at: AT, who: "李梅" },
          approved: { at: AT, who: "赵敏", number: 2 },
          revision: 2,
        },
      };
      assert.deepEqual([await save(approved), await save(approved)], [true, false]);
      assert.deepEqual(await store.read((tx) => tx.procedures.plan("pla_1")), approved);
      const plans = await store.read((tx) => tx.procedures.plans({ units: [unit("unit_g1")], year: 2026 }));
      assert.deepEqual(plans, []);
    });

    it("M7 M8 keeps who stands in a plan and what became of him", async () => {
      const { store } = opened();
      const entry = { planId: "pla_1", personId: person("per_1"), check: "open", reason: "" } as const;
      await store.write((tx) => tx.procedures.savePlanEntries([entry, { ...entry, personId: person("per_2") }]));
      await store.write((tx) => tx.procedures.savePlanEntries([{ ...entry, check: "due" }]));
      await store.write((tx) => tx.procedures.removePlanEntries("pla_1", [person("per_2")]));
      await store.read(async (tx) => {
        assert.deepEqual(await tx.procedures.planEntries(["pla_1"]), [{ ...entry, check: "due" }]);
        assert.equal((await tx.procedures.plannedIn([person("per_1")], 2027)).length, 1);
        assert.equal((await tx.procedures.plannedIn([person("per_1")], 2026)).length, 0);
      });
    });

    it("M20 settles a month of a person once", async () => {
      const { store } = opened();
      await store.write((tx) => tx.procedures.insertPayments([aPayment()]));
      const again = aPayment({ id: "pay_2" });
      await assert.rejects(store.write((tx) => tx.procedures.insertPayments([again])));
      await store.read(async (tx) => {
        assert.deepEqual(
          (await tx.procedures.payments([person("per_1")])).map(({ id }) => id),
          ["pay_1"],
        );
        const settled = await tx.procedures.settledMonths([person("per_1"), person("per_2")]);
        assert.deepEqual([...(settled.get(person("per_1")) ?? [])].toSorted(), ["2026-01", "2026-02"]);
        assert.equal(settled.get(person("per_2")), undefined);
      });
    });

    it("M20 says from which month a unit keeps its book of dues", async () => {
      const { store } = opened();
      const kept = async () => [...(await store.read((tx) => tx.procedures.duesKeptFrom([unit("unit_b2")])))];
      const of = { personId: person("per_2"), unitId: unit("unit_b2") };
      const gift = aPayment({ ...of, id: "pay_gift", kind: "voluntary", approval: "组织部" });
      await store.write((tx) => tx.procedures.insertPayments([{ ...gift, months: [] }]));
      assert.deepEqual(await kept(), []);
      const [march, may] = ["2026-03", "2026-05"].map((text) => {
        const only = { from: month(text), to: month(text) };
        return { ...aPayment({ ...of, ...only, id: `pay_${text}` }), months: [month(text)] };
      });
      await store.write((tx) => tx.procedures.insertPayments([march ?? gift, may ?? gift].toReversed()));
      assert.deepEqual(await kept(), [["unit_b2", "2026-03"]]);
    });

    it("M20 R1 tells the largest voluntary payment of each within some days", async () => {
      const { store } = opened();
      const gifts = [
        { id: "pay_old", amount: "9000.00", paidOn: day("2025-12-31") },
        { id: "pay_less", amount: "999.99", paidOn: day("2026-01-01") },
        { id: "pay_most", amount: "1000.00", paidOn: day("2026-12-31") },
        { id: "pay_dues", amount: "2000.00", paidOn: day("2026-05-01"), kind: "reduced" as const },
      ].map((given) => aPayment({ kind: "voluntary", approval: "组织部", personId: person("per_1"), ...given }));
      await store.write((tx) => tx.procedures.insertPayments(gifts.map((gift) => ({ ...gift, months: [] }))));
      const largest = async (from: string, until: string) => [
        ...(await store.read((tx) =>
          tx.procedures.largestVoluntary([person("per_1")], { from: day(from), until: day(until) }),
        )),
      ];
      assert.deepEqual(await largest("2026-01-01", "2026-12-31"), [["per_1", "1000.00"]]);
      assert.deepEqual(await largest("2026-01-01", "2026-12-30"), [["per_1", "999.99"]]);
      assert.deepEqual(await largest("2024-01-01", "2024-12-31"), []);
    });

    it("M12 keeps what a unit is told, newest first", async () => {
      const { store } = opened();
      const told = { unitId: unit("unit_b2"), kind: "transfer-issued", record: "transfer:tra_1", about: "王建国" };
      const notice = { ...told, id: "n1", at: AT, who: "李梅", reason: "" };
      const later = { ...notice, id: "n2", at: AT.replace("2026", "2027") as typeof AT };
      await store.write((tx) => tx.procedures.addUnitNotices([notice, later]));
      const notices = await store.read((tx) => tx.procedures.unitNotices([unit("unit_b2")], 10));
      assert.deepEqual(
        notices.map(({ id }) => id),
        ["n2", "n1"],
      );
    });

    it("M12 keeps what each account has read of it, once", async () => {
      const { store } = opened();
      const [one, other] = [toId<AccountId>("acc_1"), toId<AccountId>("acc_2")];
      await store.write((tx) => tx.messages.markUnitNoticesRead(one, ["n1"], AT));
      await store.write((tx) => tx.messages.markUnitNoticesRead(one, ["n1", "n2"], AT));
      await store.write((tx) => tx.messages.markUnitNoticesRead(other, [], AT));
      await store.read(async (tx) => {
        assert.deepEqual([...(await tx.messages.unitNoticesReadBy(one))].toSorted(), ["n1", "n2"]);
        assert.deepEqual([...(await tx.messages.unitNoticesReadBy(other))], []);
      });
    });
  });
}
