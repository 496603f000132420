import { addDays, addMonths, addYears, daysBetween } from "#core/kernel/day-arithmetic.ts";
import type { Day } from "#core/kernel/instant.ts";
import type { Facts } from "#core/people/person/facts.ts";
import type { Stage } from "#core/people/person/stage.ts";
import type { SeededRandom } from "../seeded-random.ts";
import type { Setting } from "./setting.ts";

export interface DevelopmentWish {
  readonly stage: Stage;
  readonly setting: Setting;
  readonly birthDate: Day;
  readonly today: Day;
  /** Unique; part of the book number. */
  readonly serial: number;
}

/** Days from application to each later step, as people really wait: never less than the rules ask for (M6). */
interface Waits {
  readonly activist: number;
  readonly candidate: number;
  readonly admission: number;
}

const ORDER: readonly Stage[] = ["applicant", "activist", "candidate", "probationary", "full"];

/** The facts of a way into the party that keeps every rule and has reached the wished stage today. */
export function developmentFacts(random: SeededRandom, wish: DevelopmentWish): Facts {
  const reached = ORDER.indexOf(wish.stage);
  const waits = waitsOf(random, wish.setting);
  const appliedOn = applicationDay(random, wish, waits);
  const activistOn = addDays(appliedOn, waits.activist);
  const candidateOn = addDays(activistOn, waits.candidate);
  return {
    appliedOn,
    ...(reached >= 1 && { activistOn, cultivators: "培养人甲、培养人乙" }),
    ...(reached >= 2 && candidateFacts(candidateOn)),
    ...(reached >= 3 && memberFacts(wish, addDays(candidateOn, waits.admission), reached === 4)),
  };
}

/** Undergraduates are admitted before they leave school: no step waits longer than it must. */
function waitsOf(random: SeededRandom, setting: Setting): Waits {
  if (setting === "undergraduates")
    return {
      activist: random.between(186, 200),
      candidate: random.between(367, 400),
      admission: random.between(45, 90),
    };
  return {
    activist: random.between(190, 400),
    candidate: random.between(370, 800),
    admission: random.between(60, 300),
  };
}

function candidateFacts(candidateOn: Day): Facts {
  return { candidateOn, trainingKind: "1", trainingOn: addDays(candidateOn, 30), trainingResult: "1" };
}

function memberFacts({ birthDate, serial }: DevelopmentWish, joinedOn: Day, isFull: boolean): Facts {
  return {
    joinedOn,
    meetingOn: joinedOn,
    approvedOn: addDays(joinedOn, 20),
    approvingCommittee: "校党委",
    joinKind: joinedOn < addYears(birthDate, 28) ? "1" : "2",
    introducers: "介绍人甲、介绍人乙",
    bookNumber: `YZ${String(serial).padStart(8, "0")}`,
    ...(isFull && { convertedOn: addYears(joinedOn, 1), conversionResult: "1" }),
  };
}

/** So early that the stage is reached today and the next one is not overdue; never before the eighteenth birthday. */
function applicationDay(random: SeededRandom, { stage, birthDate, today }: DevelopmentWish, waits: Waits): Day {
  const before: Readonly<Record<Stage, number>> = {
    applicant: 0,
    activist: waits.activist,
    candidate: waits.activist + waits.candidate,
    probationary: waits.activist + waits.candidate + waits.admission,
    full: waits.activist + waits.candidate + waits.admission + 366,
  };
  const latest = addDays(today, -before[stage] - 1);
  const grown = addYears(birthDate, 18);
  if (stage !== "full") return later(grown, addDays(latest, -random.between(0, stage === "probationary" ? 355 : 150)));
  // Most join young; some late in life.
  const wished = addMonths(grown, Math.floor(random.next() ** 2 * 300));
  if (wished < latest) return wished;
  return latest > grown ? addDays(grown, random.between(0, daysBetween(grown, latest))) : grown;
}

function later(a: Day, b: Day): Day {
  return a > b ? a : b;
}

/** Youngest age, in full years, at which a stage can be reached by these waits. */
const YOUNGEST: Readonly<Record<Stage, number>> = {
  ...{ applicant: 18, activist: 20, candidate: 22, probationary: 23, full: 24 },
};
const YOUNGEST_IN_SCHOOL: Readonly<Record<Stage, number>> = {
  ...{ applicant: 18, activist: 19, candidate: 20, probationary: 20, full: 21 },
};

export function youngestFor(stage: Stage, setting: Setting): number {
  return (setting === "undergraduates" ? YOUNGEST_IN_SCHOOL : YOUNGEST)[stage];
}
