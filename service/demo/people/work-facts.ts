import { addDays, addYears } from "#core/kernel/day-arithmetic.ts";
import type { Day } from "#core/kernel/instant.ts";
import type { Facts } from "#core/people/person/facts.ts";
import type { SeededRandom } from "../seeded-random.ts";
import { drawShare } from "./draw-share.ts";
import type { Shares } from "./population-shares.ts";
import type { Setting } from "./setting.ts";

export interface WorkWish {
  readonly setting: Setting;
  readonly age: number;
  readonly birthDate: Day;
  readonly sex: string;
  readonly today: Day;
  readonly education: string;
}

const RETIRES_AT: Readonly<Record<string, number>> = { "1": 60, "2": 55 };
const STUDENT = "50";
const RETIRED = "62";

/** Codes of the list `occupation`, for those of working age who do not study. */
const UNIVERSITY: Shares<string> = [
  ["13", 74],
  ["12", 22],
  ["16", 4],
];
const WORKING: Readonly<Record<Setting, Shares<string>>> = {
  ...{ undergraduates: [], postgraduates: [], retired: [] },
  national: [
    ["30", 33],
    ["13", 13],
    ["12", 7],
    ["14", 6],
    ["15", 5],
    ["16", 6],
    ["11", 10],
    ["21", 4],
    ["22", 4],
    ["25", 3],
    ["71", 3],
    ["73", 2],
    ["90", 4],
  ],
  university: UNIVERSITY,
  teaching: [
    ["13", 96],
    ["12", 4],
  ],
  clinical: [
    ["13", 92],
    ["12", 4],
    ["16", 4],
  ],
  office: [
    ["12", 80],
    ["13", 13],
    ["16", 7],
  ],
};

/** Occupation, its start, title, frontline status and dues of one person. */
export function workFacts(random: SeededRandom, wish: WorkWish): Facts {
  const occupation = occupationOf(random, wish);
  if (occupation === STUDENT) return { ...studentFacts(random, wish), duesKind: "3", duesMonthly: "0.20" };
  const workStart = addYears(wish.birthDate, Math.min(wish.age - 1, leavesSchoolAt(random, wish.education)));
  return {
    occupation,
    workStart: workStart.slice(0, 7),
    newStratum: "0",
    ...(occupation === RETIRED ? retiredFacts(random, wish) : employedFacts(random, wish, { occupation, workStart })),
  };
}

function retiredFacts(random: SeededRandom, { birthDate, sex }: WorkWish): Facts {
  const base = random.between(20, 95) * 100;
  const occupationFrom = addYears(birthDate, RETIRES_AT[sex] ?? 60);
  return { occupationFrom, frontline: "0", ...dues("2", base, base <= 5000 ? 5 : 10) };
}

function employedFacts(
  random: SeededRandom,
  wish: WorkWish,
  { occupation, workStart }: { readonly occupation: string; readonly workStart: Day },
): Facts {
  const base = random.between(28, 160) * 100;
  const inHealth = wish.setting === "clinical" && occupation === "13";
  return {
    occupationFrom: addDays(workStart, random.between(0, 2000)) < wish.today ? workStart : addDays(wish.today, -400),
    frontline: inHealth ? IN_HEALTH : (FRONTLINE[occupation] ?? "0"),
    ...titleFacts(random, occupation, wish),
    ...statusFacts(random, occupation, wish),
    ...dues("1", base, PERMILLE.find(([upTo]) => base <= upTo)?.[1] ?? 20),
  };
}

const PERMILLE: readonly (readonly [upTo: number, permille: number])[] = [
  [3_000, 5],
  [5_000, 10],
  [10_000, 15],
];

/** Years of age at which people with this education begin to work. */
export function leavesSchoolAt(random: SeededRandom, education: string): number {
  const [from, to] = SCHOOL_ENDS[education] ?? [19, 22];
  return random.between(from, to);
}

const SCHOOL_ENDS: Readonly<Record<string, readonly [from: number, to: number]>> = {
  ...{ "11": [28, 30], "14": [25, 27], "21": [22, 24], "31": [21, 23] },
};

const IN_HEALTH = "5";
const FRONTLINE: Readonly<Record<string, string>> = {
  "13": "3",
  "15": "1",
  "16": "1",
  "25": "1",
  "30": "2",
  "11": "4",
};

/** Where everybody does the same. */
const ALIKE: Readonly<Partial<Record<Setting, string>>> = {
  ...{ undergraduates: STUDENT, postgraduates: STUDENT, retired: RETIRED },
};

function occupationOf(random: SeededRandom, wish: WorkWish): string {
  const { setting } = wish;
  return ALIKE[setting] ?? whereNotWorking(random, wish) ?? drawShare(random, WORKING[setting]);
}

/** In a whole population some study and the old have retired. */
function whereNotWorking(random: SeededRandom, { setting, age, sex }: WorkWish): string | undefined {
  if (setting !== "national" && setting !== "university") return undefined;
  if (age >= (RETIRES_AT[sex] ?? 60)) return setting === "national" && random.chance(0.35) ? "30" : RETIRED;
  return random.chance(studying(setting, age)) ? STUDENT : undefined;
}

function studying(setting: "national" | "university", age: number): number {
  if (setting === "national") return age <= 23 ? 0.6 : 0;
  return age <= 24 ? 1 : age <= 28 ? 0.7 : 0;
}

function studentFacts(random: SeededRandom, { setting, age, education, today }: WorkWish): Facts {
  const from = addDays(today, -random.between(70, 900));
  const [doctor, master, bachelor] = ["1", "2", "3"] as const;
  const byAge = age <= 22 ? bachelor : age <= 26 ? master : doctor;
  const level =
    setting === "undergraduates"
      ? bachelor
      : setting === "postgraduates"
        ? education === "14"
          ? doctor
          : master
        : byAge;
  return {
    occupation: STUDENT,
    occupationFrom: from,
    student: "1",
    studentLevel: level,
    studentYear: random.pick(["1", "2", "3"]),
    frontline: "0",
    newStratum: "0",
  };
}

type ByCode = Readonly<Record<string, string>>;
const TEACHERS: ByCode = { "1": "教授", "2": "副教授", "3": "讲师", "4": "助教" };
const TITLES: Readonly<Partial<Record<Setting, ByCode>>> = {
  clinical: { "1": "主任医师", "2": "副主任医师", "3": "主治医师", "4": "住院医师" },
  office: { "1": "研究员", "2": "副研究员", "3": "助理研究员", "4": "研究实习员" },
};

function titleFacts(random: SeededRandom, occupation: string, { age, setting }: WorkWish): Facts {
  if (occupation !== "13" && occupation !== "15") return {};
  const level =
    age >= 48 ? random.pick(["1", "2", "3"]) : age >= 36 ? random.pick(["2", "3"]) : random.pick(["3", "4"]);
  return { titleLevel: level, title: (TITLES[setting] ?? TEACHERS)[level] ?? "" };
}

/** Rank of administrators, and on whose list somebody is; drawn for the branches of a university only. */
function statusFacts(random: SeededRandom, occupation: string, { age, setting }: WorkWish): Facts {
  if (setting === "national" || setting === "university") return {};
  const cadreStatus = random.chance(0.88) ? "3" : "5";
  if (setting === "teaching" && occupation === "13") return { cadreStatus, universityTeacher: "1" };
  if (occupation !== "12" || cadreStatus !== "3") return { cadreStatus };
  return { cadreStatus, ...rankFacts(random, age) };
}

function rankFacts(random: SeededRandom, age: number): Facts {
  const rank = random.pick(RANKS.find(([upTo]) => age <= upTo)?.[1] ?? ["51"]);
  return rank.startsWith("3") ? { rank, leadingCadre: "1" } : { rank };
}

/** Codes of the list "rank", by the oldest age to which each row applies. */
const RANKS: readonly (readonly [upTo: number, ranks: readonly string[]])[] = [
  [35, ["51"]],
  [44, ["41", "42", "42", "51"]],
  [99, ["31", "32", "32", "41"]],
];

/** @param permille of the base, rounded to the cent (M20) */
function dues(kind: string, base: number, permille: number): Facts {
  return { duesKind: kind, duesBase: base.toFixed(2), duesMonthly: ((base * permille) / 1000).toFixed(2) };
}
