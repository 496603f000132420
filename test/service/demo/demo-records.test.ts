import assert from "node:assert/strict";
import { describe, it } from "mocha";
import type { Day } from "#core/kernel/instant.ts";
import { toId, type AccountId } from "#core/kernel/ids.ts";
import { belongsOn, stageOn } from "#core/people/person/stage-on.ts";
import { movementsOf } from "#core/report/population/movement-rows.ts";
import type { Person } from "#core/people/person/person.ts";
import { demoOrganisation } from "#service/demo/demo-organisation.ts";
import { demoUnitRecords } from "#service/demo/demo-unit-records.ts";
import { demoDues } from "#service/demo/people/demo-dues.ts";
import { demoRecords } from "#service/demo/people/demo-records.ts";
import { seededRandom } from "#service/demo/seeded-random.ts";
import { shippedCatalogue } from "#test/builders/field-catalogue.ts";

const TODAY = "2026-11-22" as Day;
const YEAR = { from: "2026-01-01" as Day, until: "2026-12-31" as Day };
const MEMBERS = 2_000;

const organisation = demoOrganisation(MEMBERS, "2023-01-08" as Day, seededRandom(1));
const people = demoRecords(organisation, TODAY, seededRandom(1));
const present = people.filter((person) => belongsOn(person, TODAY).some(({ kind }) => kind === "member"));

function share(is: (person: Person) => boolean): number {
  return (100 * present.filter(is).length) / present.length;
}

function within(figure: number, least: number, most: number): void {
  assert.ok(figure >= least && figure <= most, `${String(figure)} is not between ${String(least)} and ${String(most)}`);
}

describe("the records of the demo university", () => {
  it("keep the members asked for, spread as in a medical university", () => {
    assert.equal(present.length, MEMBERS);
    within(
      share(({ facts }) => facts["sex"] === "2"),
      45,
      60,
    );
    within(
      share(({ facts }) => facts["ethnic"] !== "01"),
      5.5,
      10,
    );
    within(
      share(({ facts }) => Number(facts["education"]) < 40),
      80,
      95,
    );
    within(
      share(({ facts }) => facts["occupation"] === "50"),
      18,
      32,
    );
    within(
      share((person) => stageOn(person, TODAY) === "probationary"),
      4,
      9,
    );
  });

  it("M1 use fields, years and codes of the catalogue only", () => {
    const catalogue = shippedCatalogue;
    const records = [
      ...people.map(({ facts }) => ({ facts, of: "person" as const })),
      ...demoUnitRecords(organisation, TODAY, seededRandom(1)).map(({ facts }) => ({ facts, of: "unit" as const })),
    ];
    for (const { facts, of } of records)
      for (const [key, value] of Object.entries(facts)) {
        const definition = catalogue.byKey(of, key)?.definition;
        assert.ok(definition, `${of} ${key}`);
        if (definition.codes !== undefined)
          assert.ok(catalogue.codeList(definition.codes).byCode.has(value), `${key} ${value}`);
      }
  });

  it("put students among students and the retired among the retired", () => {
    for (const person of present) {
      const [place] = belongsOn(person, TODAY);
      const setting = organisation.settings.get(place?.unitId ?? toId("nowhere"));
      const isStudent = setting === "undergraduates" || setting === "postgraduates";
      assert.equal(person.facts["occupation"] === "50", isStudent, person.id);
      assert.equal(person.facts["occupation"] === "62", setting === "retired", person.id);
    }
  });

  it("M1b have a year behind them: admitted, come, moved, gone, died, expelled", () => {
    const kinds = new Map<string, number>();
    for (const person of people)
      for (const { kind } of movementsOf(person, YEAR)) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
    within(kinds.get("admitted") ?? 0, 60, 180);
    within(kinds.get("in") ?? 0, 20, 90);
    within(kinds.get("out") ?? 0, 50, 130);
    within(kinds.get("died") ?? 0, 5, 15);
    within(kinds.get("left") ?? 0, 1, 6);
  });

  it("M21 leave little to mend: about ten people without a valid post", () => {
    within(present.filter(({ facts }) => facts["occupationFrom"] === undefined).length, 6, 14);
  });

  it("M20 settle a year of months once each, for nearly everybody", () => {
    const taker = () => ({ id: toId<AccountId>("account-1"), holder: "信息员" });
    const payments = demoDues(people, { today: TODAY, taker });
    const settled = payments.flatMap(({ personId, months }) => months.map((month) => `${personId} ${month}`));
    assert.equal(new Set(settled).size, settled.length);
    const paid = new Set(payments.filter(({ to }) => to === "2026-10").map(({ personId }) => personId));
    within(
      share(({ id }) => paid.has(id)),
      90,
      98,
    );
    assert.ok(payments.every(({ months }) => months.every((month) => month >= "2025-11" && month <= "2026-10")));
  });
});
