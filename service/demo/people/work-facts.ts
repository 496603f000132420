import { addDays, addYears } from "#core/kernel/day-arithmetic.ts";
import type { Day } from "#core/kernel/instant.ts";
import type { Facts } from "#core/people/person/facts.ts";
import type { SeededRandom } from "../seeded-random.ts";
import { drawShare } from "./draw-share.ts";
import type { Shares } from "./population-shares.ts";

export type Setting = "national" | "university";

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
const WORKING: Readonly<Record<Setting, Shares<string>>> = {
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
  university: [
    ["13", 74],
    ["12", 22],
    ["16", 4],
  ],
};

/** Occupation, its start, title, frontline status and dues of one person. */
export function workFacts(random: SeededRandom, wish: WorkWish): Facts {
  const occupation = occupationOf(random, wish);
  if (occupation === STUDENT) return { ...studentFacts(random, wish), duesKind: "3", duesMonthly: "0.20" };
  const workStart = addYears(wish.birthDate, random.between(19, 25));
  if (occupation === RETIRED) {
    const base = random.between(20, 95) * 100;
    const from = addYears(wish.birthDate, RETIRES_AT[wish.sex] ?? 60);
    return {
      occupation,
      occupationFrom: from,
      workStart: workStart.slice(0, 7),
      frontline: "0",
      newStratum: "0",
      ...dues("2", base, base <= 5000 ? 5 : 10),
    };
  }
  const base = random.between(28, 160) * 100;
  return {
    occupation,
    occupationFrom: addDays(workStart, random.between(0, 2000)) < wish.today ? workStart : addDays(wish.today, -400),
    workStart: workStart.slice(0, 7),
    frontline: FRONTLINE[occupation] ?? "0",
    newStratum: "0",
    ...titleFacts(random, occupation, wish.age),
    ...dues("1", base, base <= 3000 ? 5 : base <= 5000 ? 10 : base <= 10_000 ? 15 : 20),
  };
}

const FRONTLINE: Readonly<Record<string, string>> = {
  "13": "3",
  "15": "1",
  "16": "1",
  "25": "1",
  "30": "2",
  "11": "4",
};

function occupationOf(random: SeededRandom, { setting, age, sex }: WorkWish): string {
  if (age >= (RETIRES_AT[sex] ?? 60)) return setting === "national" && random.chance(0.35) ? "30" : RETIRED;
  const studies = setting === "university" ? (age <= 24 ? 1 : age <= 28 ? 0.7 : 0) : age <= 23 ? 0.6 : 0;
  return random.chance(studies) ? STUDENT : drawShare(random, WORKING[setting]);
}

function studentFacts(random: SeededRandom, { age, today }: WorkWish): Facts {
  const from = addDays(today, -random.between(70, 900));
  const level = age <= 22 ? "3" : age <= 26 ? "2" : "1";
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

const TITLES: Readonly<Record<string, string>> = { "1": "教授", "2": "副教授", "3": "讲师", "4": "助教" };

function titleFacts(random: SeededRandom, occupation: string, age: number): Facts {
  if (occupation !== "13" && occupation !== "15") return {};
  const level =
    age >= 48 ? random.pick(["1", "2", "3"]) : age >= 36 ? random.pick(["2", "3"]) : random.pick(["3", "4"]);
  return { titleLevel: level, title: TITLES[level] ?? "" };
}

/** @param permille of the base, rounded to the cent (M20) */
function dues(kind: string, base: number, permille: number): Facts {
  return { duesKind: kind, duesBase: base.toFixed(2), duesMonthly: ((base * permille) / 1000).toFixed(2) };
}
