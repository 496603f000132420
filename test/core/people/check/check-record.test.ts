import assert from "node:assert/strict";
import { describe, it } from "mocha";
import type { Day } from "#core/kernel/instant.ts";
import { toId, type PersonId } from "#core/kernel/ids.ts";
import type { CheckContext } from "#core/people/check/check-context.ts";
import { checkPerson, checkUnit } from "#core/people/check/check-record.ts";
import { sayFinding } from "#core/people/check/say-finding.ts";
import type { Facts, Lists } from "#core/people/person/facts.ts";
import type { Person } from "#core/people/person/person.ts";
import type { Stage } from "#core/people/person/stage.ts";
import { shippedChecks as checks } from "#test/builders/field-catalogue.ts";
import { aBelonging } from "#test/builders/person.ts";
import { aCheckContext, aWholePerson, aWholeUnit } from "#test/builders/record-checks.ts";

const me = toId<PersonId>("per_1");

function codesOf(person: Person, context: Partial<CheckContext> = {}): readonly string[] {
  return checkPerson(person, aCheckContext(context), checks).map(({ check }) => check);
}

/** Codes that a change of a whole record brings. */
function found(
  facts: Facts,
  more: { stage?: Stage; lists?: Lists; context?: Partial<CheckContext> } = {},
): readonly string[] {
  const person = aWholePerson({ facts, ...(more.stage ? { stage: more.stage } : {}) });
  return codesOf({ ...person, lists: more.lists ?? {} }, more.context);
}

function has(codes: readonly string[], code: string): void {
  assert.ok(codes.includes(code), `${code} is not among ${codes.join(" ") || "none"}`);
}

function hasNot(codes: readonly string[], code: string): void {
  assert.ok(!codes.includes(code), `${code} is among ${codes.join(" ")}`);
}

describe("record checks of people", () => {
  it("M21 say nothing about a whole record, at any stage", () => {
    for (const stage of ["applicant", "activist", "candidate", "probationary", "full"] as const) {
      assert.deepEqual(codesOf(aWholePerson({ stage })), [], stage);
    }
  });

  it("M21-1 the ID number has 18 characters and its check digit", () => {
    has(found({ idNumber: "110105200001022310" }), "M21-1");
    has(found({ idNumber: "11010520000102231" }), "M21-1");
  });

  it("M21-2 M21-5 ID numbers and book numbers belong to one person", () => {
    const doubled = { idNumber: new Set([me]), bookNumber: new Set([me]) };
    assert.deepEqual(found({}, { context: { doubled } }), ["M21-2", "M21-5"]);
  });

  it("M21-3 M21-4 birth date and sex agree with the ID number", () => {
    assert.deepEqual(found({ birthDate: "2000-01-03" }), ["M21-3"]);
    assert.deepEqual(found({ birthDate: "2000-01" }), []);
    assert.deepEqual(found({ sex: "2" }), ["M21-4"]);
  });

  it("M21-6 M6 half a year lies between application and activist", () => {
    assert.deepEqual(found({ appliedOn: "2021-04-01" }), []);
    assert.deepEqual(found({ appliedOn: "2021-04-02" }), ["M21-6"]);
    assert.deepEqual(found({ appliedOn: "2021-10-02" }), ["M21-6", "M6-1"]);
    assert.deepEqual(found({ appliedOn: "2021-08-31", activistOn: "2022-02-28" }), []);
  });

  it("M21-7 M6 a year lies between activist and candidate; 29 February counts to the 28th", () => {
    assert.deepEqual(found({ activistOn: "2022-03-01" }), []);
    assert.deepEqual(found({ activistOn: "2022-03-02" }), ["M21-7"]);
    hasNot(found({ activistOn: "2020-02-29", candidateOn: "2021-02-28" }), "M21-7");
    has(found({ activistOn: "2020-02-29", candidateOn: "2021-02-27" }), "M21-7");
  });

  it("M21-8 M6 nobody joins before he is a candidate", () => {
    assert.deepEqual(found({ candidateOn: "2024-06-02", trainingOn: "2024-05-01" }), ["M21-8"]);
    assert.deepEqual(found({ candidateOn: "2024-06-01" }), []);
  });

  it("M21-9 M10 a year of probation, where there was one", () => {
    has(found({ convertedOn: "2025-05-31" }), "M21-9");
    has(found({ convertedOn: "2024-05-31" }), "M21-9");
    const old = { birthDate: "1945-01-02", idNumber: "", appliedOn: "", activistOn: "", candidateOn: "" };
    hasNot(found({ ...old, joinedOn: "1970-05-01", meetingOn: "", convertedOn: "1970-05-01" }), "M21-9");
    has(found({ ...old, joinedOn: "1978-05-01", meetingOn: "", convertedOn: "1978-05-01" }), "M21-9");
    hasNot(found({ joinedOn: "2024-06", meetingOn: "", convertedOn: "2025-06-01" }), "M21-9");
  });

  it("M10 M21-9 on time is the day probation ends, later by extension only", () => {
    has(found({ convertedOn: "2025-06-02" }), "M10-1");
    has(found({ convertedOn: "2025-12-01" }), "M10-1");
    hasNot(found({ convertedOn: "2025-12-01", conversionResult: "4" }), "M10-1");
    hasNot(found({ convertedOn: "2026-06-01", conversionResult: "4" }), "M10-1");
    has(found({ convertedOn: "2026-06-02", conversionResult: "4" }), "M10-1");
  });

  it("M1-15 M1a a penalty comes after joining", () => {
    assert.deepEqual(found({ discipline: "1", disciplineOn: "2024-06-01" }), []);
    assert.deepEqual(found({ discipline: "1", disciplineOn: "2024-05-31" }), ["M1-15"]);
    hasNot(found({ discipline: "1", disciplineOn: "2024-06-02", joinedOn: "2024-06", meetingOn: "" }), "M1-15");
  });

  it("M21-10 M6 at least 18 at the application", () => {
    assert.deepEqual(found({ appliedOn: "2018-01-02" }), []);
    assert.deepEqual(found({ appliedOn: "2018-01-01" }), ["M21-10"]);
  });

  it("M21-11 M9 the day of joining is the day of the meeting", () => {
    assert.deepEqual(found({ meetingOn: "2024-05-31" }), ["M21-11"]);
    assert.deepEqual(found({ meetingOn: "" }), []);
  });

  it("M21-12 M9 under 28 by the league's recommendation, else newly admitted", () => {
    assert.deepEqual(found({ joinKind: "2" }), ["M21-12"]);
    assert.deepEqual(found({ joinKind: "3" }), []);
    const older = { birthDate: "1990-01-02", idNumber: "" };
    has(found({ ...older, joinKind: "1" }), "M21-12");
    hasNot(found({ ...older, joinKind: "2" }), "M21-12");
  });

  it("M21-13 M20 six months without dues", () => {
    assert.deepEqual(found({}, { context: { unpaidMonths: new Map([[me, 5]]) } }), []);
    assert.deepEqual(found({}, { context: { unpaidMonths: new Map([[me, 6]]) } }), ["M21-13"]);
  });

  it("M21-14 M10 probation that is over waits for conversion, from its very day", () => {
    const person = aWholePerson({ stage: "probationary" });
    assert.deepEqual(codesOf(person, { day: "2026-11-30" as Day }), []);
    assert.deepEqual(codesOf(person, { day: "2026-12-01" as Day }), ["M21-14"]);
    const extended = aWholePerson({ stage: "probationary", facts: { probationUntil: "2027-06-01" } });
    assert.deepEqual(codesOf(extended, { day: "2026-12-01" as Day }), []);
  });

  it("M21-15 M1 every member has a post that holds within the period", () => {
    assert.deepEqual(found({ occupationUntil: "2026-01-01" }), []);
    assert.deepEqual(found({ occupationUntil: "2025-12-31" }), ["M21-15"]);
    assert.deepEqual(found({ occupationFrom: "2027-01-01" }), ["M21-15", "M2-1"]);
    const occupations = [
      { occupation: "50", from: "2019-09-01", until: "2026-02-01" },
      { occupation: "13", from: "2027-01-01" },
    ];
    hasNot(found({}, { lists: { occupations } }), "M21-15");
  });

  it("M21-16 M14 a letter that ran out before it was received", () => {
    assert.deepEqual(found({}, { context: { overdueLetters: new Map([[me, "2026-10-01" as Day]]) } }), ["M21-16"]);
  });

  it("M21-18 M1b nobody goes without a procedure, and who has left is in no unit", () => {
    const person = aWholePerson();
    const ended = [aBelonging({ from: "2024-06-01", until: "2026-05-01" })];
    assert.deepEqual(codesOf({ ...person, belongings: ended }), ["M21-18"]);
    const left = { ...person.facts, leftOn: "2026-05-01", leftKind: "30" };
    assert.deepEqual(codesOf({ ...person, facts: left, belongings: ended }), []);
    assert.deepEqual(codesOf({ ...person, facts: left }), ["M1b-1"]);
    has(codesOf({ ...person, facts: { ...left, leftKind: "11" }, belongings: ended }), "M1b-2");
  });

  it("M2 what is required and empty is one hint that names it", () => {
    const [finding] = checkPerson(aWholePerson({ facts: { education: "", mobile: "" } }), aCheckContext(), checks);
    assert.equal(finding?.check, "M2-1");
    assert.deepEqual(finding.fields, ["education", "mobile"]);
    assert.equal(sayFinding(finding, checks).zh, "必填项未填：学历、手机。");
  });

  it("M2 a member of whom nothing is known lacks all a member needs", () => {
    const [finding] = checkPerson({ ...aWholePerson(), facts: { name: "王建国" } }, aCheckContext(), checks);
    assert.ok(finding?.fields.includes("joinedOn"));
  });

  it("M6 training comes before joining, since the rules ask for it", () => {
    has(found({ trainingOn: "2024-06-02" }), "M6-2");
    has(found({ trainingResult: "3" }), "M6-2");
    hasNot(found({ joinedOn: "2014-05-27", trainingOn: "", trainingKind: "" }), "M6-2");
    has(found({ joinedOn: "2014-05-28", trainingOn: "", trainingKind: "" }), "M6-2");
  });

  it("M6 a date known to the month only is a gap in papers that are complete", () => {
    has(found({ appliedOn: "2021-03" }), "M6-4");
    hasNot(found({ joinedOn: "1999-06" }), "M6-4");
  });

  it("M6 the stage and the roster say the same", () => {
    const belongings = [aBelonging({ kind: "applicant", from: "2021-03-01" })];
    has(codesOf({ ...aWholePerson(), belongings }), "M6-7");
    const candidate = aWholePerson({ stage: "candidate" });
    has(codesOf({ ...candidate, belongings: [aBelonging({ from: "2021-03-01" })] }), "M6-6");
  });

  it("M9 M10 approvals follow their decisions, within their months", () => {
    has(found({ approvedOn: "2024-05-31" }), "M9-1");
    hasNot(found({ approvedOn: "2024-12-01" }), "M9-2");
    has(found({ approvedOn: "2024-12-02" }), "M9-2");
    has(found({ conversionApprovedOn: "2025-12-02" }), "M10-3");
    has(found({ approvedOn: "" }, { stage: "probationary" }), "M9-3");
  });

  it("M10 an extension lasts 6 to 12 months, once", () => {
    const stage = "probationary" as const;
    hasNot(found({ probationUntil: "2027-06-01" }, { stage }), "M10-2");
    has(found({ probationUntil: "2027-05-31" }, { stage }), "M10-2");
    has(found({ probationUntil: "2027-12-02" }, { stage }), "M10-2");
    has(found({}, { stage, lists: { conversions: [{ result: "2" }, { result: "2" }] } }), "M10-2");
    has(found({ conversionResult: "1" }, { stage }), "M10-4");
  });

  it("M1 M1a facts that contradict each other", () => {
    has(found({ student: "1" }), "M1-1");
    has(found({ student: "1", birthDate: "1970-01-01" }), "M1-2");
    has(found({ occupation: "62" }), "M1-3");
    has(found({ birthDate: "1950-01-01" }), "M1-4");
    has(found({ occupationUntil: "2022-06-30" }), "M1-5");
    has(found({ workStart: "2013-12" }), "M1-6");
    has(found({ education: "20" }), "M1-8");
    has(found({ migrantWorker: "1" }), "M1-9");
    has(found({ titleLevel: "3" }), "M1-10");
    has(found({ abroadSince: "2025-01-01", returnedOn: "2024-01-01" }), "M1-11");
    has(found({ abroad: "1", abroadSince: "2024-01-01", returnedOn: "2025-01-01" }), "M1-12");
    has(found({ occupation: "62" }), "M1-13");
  });

  it("M15 who is lost is lost since some day, for some reason, and not for years", () => {
    has(found({ lost: "1" }), "M15-2");
    has(found({ lost: "1", lostSince: "2024-11-22", lostWhy: "1", keeper: "李四" }), "M15-1");
    hasNot(found({ lost: "1", lostSince: "2024-11-23", lostWhy: "1", keeper: "李四" }), "M15-1");
  });

  it("M20 dues follow the bands, or an approval", () => {
    has(found({ duesMonthly: "134.00" }), "M20-1");
    has(found({ duesKind: "4" }), "M20-2");
    hasNot(found({ duesKind: "4", duesApprovedOn: "2026-01-01" }), "M20-2");
  });

  it("A12 findings hold nothing sensitive", () => {
    const person = aWholePerson({
      facts: { idNumber: "110105200001022310", sex: "2", birthDate: "1999-01-01", mobile: "" },
    });
    const text = JSON.stringify(checkPerson(person, aCheckContext(), checks));
    assert.doesNotMatch(text, /11010520000102/);
  });

  it("M21 every check can be said in both languages", () => {
    for (const { code, severity, fields } of checks.definitions) {
      const said = sayFinding({ check: code, severity, record: "person:1", fields, facts: {} }, checks);
      assert.doesNotMatch(said.zh + said.en, /[{}]/, code);
    }
  });

  it("M21 sentences show labels, not codes", () => {
    const [kind] = checkPerson(aWholePerson({ facts: { joinKind: "2" } }), aCheckContext(), checks);
    assert.ok(kind);
    assert.equal(
      sayFinding(kind, checks).zh,
      "2024-06-01 入党时 24 周岁，加入组织类型一般为“团员推优”，现为“新吸收为中共预备党员”。",
    );
    assert.equal(
      sayFinding(kind, checks).en,
      "Aged 24 when joining on 2024-06-01: usually recommended by the youth league, here newly admitted.",
    );
    const [dues] = checkPerson(aWholePerson({ facts: { duesMonthly: "1.00" } }), aCheckContext(), checks);
    assert.ok(dues);
    assert.equal(sayFinding(dues, checks).zh, "按基数和类别应交 135.00 元，现为 1.00 元。");
    assert.throws(() => sayFinding({ ...dues, check: "M0-0" }, checks), /unknown check/);
  });

  it("M21 has all twenty record rules of the reference", () => {
    const codes = new Set(checks.definitions.map(({ code }) => code));
    const missing = Array.from({ length: 20 }, (_, index) => `M21-${String(index + 1)}`).filter(
      (code) => !codes.has(code),
    );
    assert.deepEqual(missing, []);
  });
});

describe("record checks of units", () => {
  const codes = (given: Parameters<typeof aWholeUnit>[0]) =>
    checkUnit(aWholeUnit(given), checks).map(({ check }) => check);

  it("M21 say nothing about a whole record", () => assert.deepEqual(codes({}), []));

  it("M21-17 M17 as many leaders as hold the post", () =>
    assert.deepEqual(codes({ about: { leaders: 4 } }), ["M21-17"]));

  it("M21-19 M19 a term that is over without an election", () => {
    has(codes({ facts: { electionDue: "2026-11-21" } }), "M21-19");
    hasNot(codes({ facts: { electionDue: "2026-11-22" } }), "M21-19");
    has(codes({ facts: { electionDue: "2026-11-22" } }), "M17-2");
    has(codes({ facts: { electionDue: "2024-04-30" } }), "M17-1");
  });

  it("M21-20 M17 a superior's credit code only for the same legal entity", () => {
    const code = "91350100M000100Y43";
    assert.deepEqual(codes({ facts: { socialCreditCode: code }, about: { superiorCreditCode: code } }), ["M21-20"]);
    assert.deepEqual(
      codes({ facts: { socialCreditCode: code, unitRelation: "2" }, about: { superiorCreditCode: code } }),
      [],
    );
  });

  it("M17 M5 members, committee, secretary and nature", () => {
    assert.deepEqual(codes({ about: { fullMembers: 2 } }), ["M17-3"]);
    assert.deepEqual(codes({ facts: { branchForm: "3" }, about: { fullMembers: 2 } }), []);
    assert.deepEqual(codes({ facts: { committeeSize: "" } }), ["M17-4"]);
    assert.deepEqual(codes({ about: { secretaryHere: false } }), ["M5-1"]);
    assert.deepEqual(codes({ facts: { institutionKind: "" } }), ["M17-6"]);
    assert.deepEqual(codes({ facts: { foundedOn: "" } }), ["M2-2"]);
    assert.deepEqual(codes({ facts: { foundedOn: "2025-01-01" } }), ["M17-5"]);
  });
});
