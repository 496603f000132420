import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { codeName } from "#core/people/field/code-list.ts";
import { buildFieldCatalogue } from "#core/people/field/field-catalogue.ts";
import type { FieldDefinition } from "#core/people/field/field.ts";
import { shippedCatalogue as catalogue } from "#test/builders/field-catalogue.ts";

const keys = (fields: readonly FieldDefinition[]): ReadonlySet<string> => new Set(fields.map(({ key }) => key));

const M1 =
  "name formerName sex ethnic birthDate nativePlace idNumber education degree school major workStart occupation occupationFrom title titleLevel frontline newStratum mobile address household photo unit stage joinedOn joinKind convertedOn bookNumber introducers conversionResult duesBase duesMonthly paidUntil hardship abroad lost leftOn leftKind appraisal awardName discipline";
const M1A =
  "studentLevel studentYear taiwanOrigin migrantWorker rank disciplineGround awardLevel leaveGround restoreKind floating floatingReach floatingTo abroadKind returnedOn lostSince lostWhy communityRegistered cultivators trainingKind memberTraining";
const M17 =
  "code name shortName kind parent foundedOn secretary deputies electedOn electionTerm electionDue unitAppraisedOn mutualReview supportUnit congressOn nature industry ownership enterpriseSize staff unitRelation socialCreditCode";

describe("field catalogue", () => {
  it("M1 has every field of a person", () => {
    const have = keys(catalogue.person);
    assert.deepEqual(
      M1.split(" ").filter((key) => !have.has(key)),
      [],
    );
  });

  it("M1a has every fact that the annual tables count", () => {
    const have = keys(catalogue.person);
    assert.deepEqual(
      M1A.split(" ").filter((key) => !have.has(key)),
      [],
    );
  });

  it("M17 has every field of a unit", () => {
    const have = keys(catalogue.unit);
    assert.deepEqual(
      M17.split(" ").filter((key) => !have.has(key)),
      [],
    );
  });

  it("M1 follows the national codes", () => {
    assert.equal(catalogue.codeList("ethnic").values.length, 56);
    assert.deepEqual(
      catalogue
        .codeList("sex")
        .values.map(({ code }) => code)
        .toSorted(),
      ["0", "1", "2", "9"],
    );
    assert.equal(catalogue.codeList("education").values.length, 40);
    assert.equal(catalogue.codeList("ethnic").byGroup.get(codeName("少数民族"))?.size, 55);
  });

  it("W8 no heading stands for two fields of one record", () => {
    for (const fields of [catalogue.person, catalogue.unit]) {
      const seen = new Map<string, string>();
      for (const { key, label, aliases } of fields) {
        for (const heading of [label.zh, label.en, ...aliases].map(codeName)) {
          const other = seen.get(heading);
          assert.ok(other === undefined || other === key, `${heading}: ${other ?? ""} and ${key}`);
          seen.set(heading, key);
        }
      }
    }
  });

  it("M10 has the six results and the on-time one in the rule's words", () => {
    assert.deepEqual(
      catalogue
        .codeList("conversion-result")
        .values.slice(1)
        .map(({ zh }) => zh),
      [
        "按期转正",
        "延长预备期",
        "推迟讨论",
        "延长预备期满转正",
        "预备期满尚未讨论或审批",
        "预备期满被取消预备党员资格",
        "预备期未满被取消预备党员资格",
      ],
    );
  });

  it("finds a field by its key, yearly ones with their year only", () => {
    assert.equal(catalogue.byKey("person", "appraisal.2026")?.year, "2026");
    assert.equal(catalogue.byKey("person", "appraisal"), undefined);
    assert.equal(catalogue.byKey("person", "name.2026"), undefined);
    assert.equal(catalogue.byKey("person", "electedOn"), undefined);
    assert.equal(catalogue.byKey("unit", "name")?.definition.of, "unit");
    assert.equal(catalogue.byKey("person", "__proto__"), undefined);
  });

  it("throws on data that contradict themselves", () => {
    const [name] = catalogue.person;
    assert.ok(name);
    const one = (fields: readonly FieldDefinition[]) => () =>
      buildFieldCatalogue({ person: fields, unit: [], codeLists: [] });
    assert.throws(one([name, name]), /same key/);
    assert.throws(one([{ ...name, codes: "sex" }]), /contradicts/);
    assert.throws(() => one([name])().codeList("none"), /unknown code list/);
    const values = [
      { code: "1", zh: "甲", en: "a" },
      { code: "2", zh: "乙", en: "b", also: ["甲"] },
    ];
    const list = { name: "x", label: { zh: "x", en: "x" }, values };
    assert.throws(() => buildFieldCatalogue({ person: [], unit: [], codeLists: [list] }), /is 1 and 2/);
    const sound = { ...list, values: values.slice(0, 1) };
    assert.throws(() => buildFieldCatalogue({ person: [], unit: [], codeLists: [sound, sound] }), /same name/);
  });
});
