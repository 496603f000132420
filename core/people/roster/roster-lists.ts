import type { Day } from "#core/kernel/instant.ts";
import type { FieldCatalogue } from "../field/field-catalogue.ts";
import type { FieldDefinition, RecordKind } from "../field/field.ts";
import type { Facts } from "../person/facts.ts";
import type { Belonging } from "../person/person.ts";

/** A list as officers know it (M4): who stands in it and which columns it has. */
export interface RosterList {
  readonly of: RecordKind;
  /** Kinds of belonging that bring a person into it; empty for units. */
  readonly kinds: readonly Belonging["kind"][];
  readonly holds: (facts: Facts, day: Day) => boolean;
  readonly columns: readonly string[];
  /** Only those of whom a check says something. */
  readonly onlyFound?: true;
}

const WHO = ["name", "idNumber", "sex", "ethnic", "birthDate"];
const PLACE = ["unit", "stage"];
const STUDY = ["education", "degree", "school", "major"];
const WORK = ["occupation", "occupationFrom", "title", "titleLevel", "frontline", "newStratum"];
const WAY = ["appliedOn", "activistOn", "candidateOn"];
const TRAINED = ["trainingKind", "trainingOn", "trainingResult"];
const JOINED = ["joinedOn", "joinKind", "bookNumber", "conversionResult", "convertedOn"];
const REACH = ["mobile", "phone", "address"];
const ALL_MEMBERS = [
  ...[...WHO, ...PLACE, "nativePlace", "household", ...STUDY, "workStart", ...WORK, ...WAY, ...JOINED],
  ...["introducers", "appraisal", "duesBase", "duesMonthly", "duesKind", "paidUntil", "communityRegistered"],
  ...["hardship", "abroad", "lost", "student", ...REACH, "remark"],
];

const everybody = (): boolean => true;
const MEMBER = { of: "person", kinds: ["member"] } as const;
const ANYBODY = { of: "person", kinds: ["member", "applicant"] } as const;
const UNIT = { of: "unit", kinds: [], holds: everybody } as const;

export const ROSTER_LISTS: Readonly<Record<string, RosterList>> = {
  members: { ...MEMBER, holds: everybody, columns: ALL_MEMBERS },
  applicants: {
    ...{ of: "person", kinds: ["applicant"], holds: everybody },
    columns: [
      ...WHO,
      ...PLACE,
      ...STUDY,
      ...WORK,
      "youthLeague",
      ...WAY,
      "cultivators",
      ...TRAINED,
      ...REACH,
      "remark",
    ],
  },
  "due-for-conversion": {
    ...MEMBER,
    holds: ({ stage, probationDue = "" }, day) =>
      stage === "probationary" && probationDue !== "" && probationDue <= day,
    columns: [
      ...WHO,
      ...PLACE,
      "joinedOn",
      "probationDue",
      "probationUntil",
      "conversionResult",
      "introducers",
      "mobile",
    ],
  },
  hardship: {
    ...MEMBER,
    holds: ({ hardship = "" }) => hardship !== "" && hardship !== "0",
    columns: [...WHO, ...PLACE, "hardship", "hardshipSince", "hardshipHelp", "incapacity", "duesMonthly", ...REACH],
  },
  abroad: {
    ...MEMBER,
    holds: ({ abroad }) => abroad === "1",
    columns: [
      ...[...WHO, ...PLACE, "abroad", "abroadKind", "abroadTo", "abroadCountry", "abroadSince", "abroadDue"],
      ...["abroadRelation", "abroadContact", "returnedOn", "returnState", "mobile"],
    ],
  },
  lost: {
    ...MEMBER,
    holds: ({ lost }) => lost === "1",
    columns: [...WHO, ...PLACE, "lost", "lostSince", "lostWhy", "lostState", "keeper", "mobile", "address"],
  },
  dues: {
    ...MEMBER,
    holds: everybody,
    columns: [
      ...["name", "idNumber"],
      ...PLACE,
      "duesKind",
      "duesBase",
      "duesMonthly",
      "duesApprovedOn",
      "paidUntil",
      "mobile",
    ],
  },
  question: { ...ANYBODY, holds: everybody, columns: [...ALL_MEMBERS, "age", "partyYears"] },
  findings: { ...ANYBODY, holds: everybody, onlyFound: true, columns: [...ALL_MEMBERS, "cultivators", ...TRAINED] },
  units: {
    ...UNIT,
    columns: [
      ...["code", "name", "shortName", "kind", "parent", "branchForm", "foundedOn", "approvedBy", "secretary"],
      ...["secretaryMobile", "deputies", "committeeSize", "leaders", "members", "unitRelation", "entityName", "nature"],
      ...["affiliation", "industry", "ownership", "enterpriseSize", "staff", "professionals", "supportUnit"],
      ...["supportSince", "supportUntil", "unitPhone", "unitAddress", "unitRemark"],
    ],
  },
  elections: {
    ...UNIT,
    columns: [
      ...["code", "name", "kind", "secretary", "secretaryMobile", "electedOn", "electionTerm", "electionDue"],
      ...["electionWay", "electionDocument", "unitAppraisedOn", "mutualReview", "congressOn", "congressDelegates"],
    ],
  },
};

/** The columns of a list on a day; what is kept by year stands for that year, under its key ("appraisal.2026"). */
export function columnsOfList(
  { of, columns }: RosterList,
  catalogue: FieldCatalogue,
  day: Day,
): readonly FieldDefinition[] {
  return columns.flatMap((name) => fieldOn(catalogue, of, { name, day }) ?? []);
}

/** Every field of a kind of record, yearly ones for the day's year and the year before. */
export function allFields(of: RecordKind, catalogue: FieldCatalogue, day: Day): readonly FieldDefinition[] {
  const year = Number(day.slice(0, 4));
  return catalogue[of].flatMap((field) =>
    field.yearly ? [inYear(field, String(year - 1)), inYear(field, String(year))] : [field],
  );
}

function fieldOn(
  catalogue: FieldCatalogue,
  of: RecordKind,
  { name, day }: { readonly name: string; readonly day: Day },
): FieldDefinition | undefined {
  const field = catalogue[of].find(({ key }) => key === name);
  return field?.yearly ? inYear(field, day.slice(0, 4)) : field;
}

function inYear(field: FieldDefinition, year: string): FieldDefinition {
  const { zh, en } = field.label;
  return { ...field, key: `${field.key}.${year}`, label: { zh: `${year}年${zh}`, en: `${en} ${year}` } };
}
