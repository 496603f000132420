import assert from "node:assert/strict";
import fc from "fast-check";
import { before, describe, it } from "mocha";
import type { LedgerSubject } from "#core/access/decide.ts";
import { matchesFilter, type LedgerFilter } from "#core/access/ledger-filter.ts";
import {
  toId,
  type LedgerId,
  type PersonId,
  type TemplateId,
  type TemplateVersionId,
  type UnitId,
} from "#core/kernel/ids.ts";
import type { LedgerRecord } from "#service/ports/records.ts";
import type { LedgerQuery } from "#service/ports/ledgers.ts";
import { aLedgerRecord, aPersonRecord, aTemplateVersionRecord } from "#test/builders/records.ts";
import { saveSmallWorld } from "#test/builders/record-world.ts";
import type { Opened } from "./opened-store.ts";

const UNITS = ["unit_root", "unit_g1", "unit_b1", "unit_b2"].map((id) => toId<UnitId>(id));
const PERSONS = ["per_1", "per_2", "per_3"].map((id) => toId<PersonId>(id));
const TEMPLATES = ["tpl_1", "tpl_2"].map((id) => toId<TemplateId>(id));
export const EVERYTHING: LedgerFilter = {
  unitLedgersOf: UNITS,
  memberLedgersIn: UNITS,
  memberLedgerOf: null,
  ledgerIds: [],
  templateIds: [],
};
const NOTHING: LedgerFilter = { ...EVERYTHING, unitLedgersOf: [], memberLedgersIn: [] };

/** Every unit and every person owns a ledger of each template; each third one is voided, the years alternate. */
function everyLedger(): readonly LedgerRecord[] {
  const owners = [
    ...UNITS.map((unitId) => ({ ownerKind: "unit", unitId, personId: null }) as const),
    ...PERSONS.map((personId, index) => ({ ownerKind: "member", unitId: UNITS[2 + (index % 2)]!, personId }) as const),
  ];
  return TEMPLATES.flatMap((templateId, version) =>
    owners.map((owner, index) =>
      aLedgerRecord({
        ...owner,
        id: toId<LedgerId>(`led_${version}_${index}`),
        templateId,
        templateVersionId: toId<TemplateVersionId>(`tpv_${version + 1}`),
        level: owner.ownerKind === "member" ? "member" : "branch",
        year: 2020 + (index % 2),
        state: index % 3 === 2 ? "voided" : "open",
      }),
    ),
  );
}

function subjectOf({ id, templateId, ownerKind, unitId, personId }: LedgerRecord): LedgerSubject {
  const owner =
    ownerKind === "member" && personId !== null
      ? ({ kind: "member", unitId, personId } as const)
      : ({ kind: "unit", unitId } as const);
  return { ledgerId: id, templateId, owner };
}

export function describeReadableSet(opened: Opened): void {
  const ledgers = everyLedger();
  const query: LedgerQuery = { visible: EVERYTHING, includeVoided: true, most: 1000 };

  describe("the readable set", () => {
    before(async () => {
      const { store } = opened();
      await saveSmallWorld(store);
      await store.write(async (tx) => {
        await tx.organisation.savePersons([aPersonRecord({ id: PERSONS[2]! })]);
        await tx.templates.insertVersion(
          aTemplateVersionRecord({ id: toId<TemplateVersionId>("tpv_2"), templateId: TEMPLATES[1]! }),
        );
        await tx.ledgers.deleteLedger(toId<LedgerId>("led_1"));
        for (const ledger of ledgers) await tx.ledgers.insertLedger(ledger);
      });
    });

    it("L14.6 in SQL is the set of core/access, in lists, counts and years", async function () {
      this.timeout(240_000);
      const someOf = <T>(values: readonly T[]): fc.Arbitrary<readonly T[]> => fc.subarray([...values]);
      const filters: fc.Arbitrary<LedgerFilter> = fc.record({
        unitLedgersOf: someOf(UNITS),
        memberLedgersIn: someOf(UNITS),
        memberLedgerOf: fc.constantFrom(null, ...PERSONS),
        ledgerIds: fc.subarray(
          ledgers.map(({ id }) => id),
          { maxLength: 3 },
        ),
        templateIds: someOf(TEMPLATES),
      });
      const { store } = opened();
      await fc.assert(
        fc.asyncProperty(filters, async (visible) => {
          const expected = ledgers.filter((ledger) => matchesFilter(visible, subjectOf(ledger)));
          await store.read(async (tx) => {
            assert.deepEqual(
              (await tx.ledgers.list({ ...query, visible })).map(({ id }) => id),
              listed(expected),
            );
            assert.equal(await tx.ledgers.count({ ...query, visible }), expected.length);
            assert.deepEqual(
              await tx.ledgers.years(visible),
              [...new Set(expected.map(({ year }) => year))].toSorted((a, b) => b - a),
            );
          });
        }),
        { numRuns: 150 },
      );
    });

    it("L14.6 nothing readable is nothing listed, counted or found", async () => {
      await opened().store.read(async (tx) => {
        const nothing = { ...query, visible: NOTHING };
        assert.deepEqual(await tx.ledgers.list(nothing), []);
        assert.deepEqual(await tx.ledgers.list({ ...nothing, search: "台账" }), []);
        assert.equal(await tx.ledgers.count(nothing), 0);
        assert.deepEqual(await tx.ledgers.years(NOTHING), []);
      });
    });

    it("narrows by year, level, template, units and state, all at once", async () => {
      const { store } = opened();
      const narrow: LedgerQuery = {
        ...query,
        year: 2020,
        level: "branch",
        templateId: TEMPLATES[1]!,
        unitIds: [UNITS[0]!, UNITS[2]!],
        includeVoided: false,
      };
      const expected = ledgers.filter(
        (one) =>
          one.year === 2020 &&
          one.level === "branch" &&
          one.templateId === TEMPLATES[1] &&
          [UNITS[0], UNITS[2]].includes(one.unitId) &&
          one.state === "open",
      );
      assert.ok(expected.length > 0);
      assert.deepEqual(
        (await store.read((tx) => tx.ledgers.list(narrow))).map(({ id }) => id),
        listed(expected),
      );
      assert.equal(await store.read((tx) => tx.ledgers.count(narrow)), expected.length);
    });

    it("pages through a list without loss or repetition", async () => {
      const { store } = opened();
      const seen: LedgerId[] = [];
      for (;;) {
        const after = seen.at(-1);
        const page = await store.read((tx) =>
          tx.ledgers.list({ ...query, most: 4, ...(after === undefined ? {} : { after }) }),
        );
        seen.push(...page.map(({ id }) => id));
        if (page.length < 4) break;
      }
      assert.deepEqual(seen, listed(ledgers));
    });
  });
}

/** Newest year first, then by id. */
function listed(ledgers: readonly LedgerRecord[]): readonly LedgerId[] {
  const order = (a: LedgerRecord, b: LedgerRecord): number => b.year - a.year || (a.id < b.id ? -1 : 1);
  return ledgers.toSorted(order).map(({ id }) => id);
}
