import { addDays, addYears, completedYears } from "#core/kernel/day-arithmetic.ts";
import type { Day } from "#core/kernel/instant.ts";
import type { Facts } from "#core/people/person/facts.ts";
import type { Stage } from "#core/people/person/stage.ts";
import type { SeededRandom } from "../seeded-random.ts";
import { demoIdNumber, MOST_DEMO_PEOPLE } from "./demo-id-number.ts";
import { developmentFacts, youngestFor } from "./development-dates.ts";
import { drawShare } from "./draw-share.ts";
import type { PopulationShares } from "./population-shares.ts";
import type { Setting } from "./setting.ts";
import { workFacts } from "./work-facts.ts";

export interface RecordWish {
  readonly name: string;
  /** Digits; null: none. */
  readonly mobile: string | null;
  readonly stage: Stage;
  readonly setting: Setting;
  readonly shares: PopulationShares;
  readonly today: Day;
  /** Running number over the whole population, from 0: no two people share it. */
  readonly serial: number;
}

/** Everything an office knows of one invented person; without gaps, and without any finding. */
export function drawRecord(random: SeededRandom, wish: RecordWish): Facts {
  if (wish.serial >= MOST_DEMO_PEOPLE) throw new Error("too many people for the numbers there are");
  const sex = drawShare(random, wish.shares.sex) === "2" ? "2" : "1";
  const birthDate = birthDay(random, wish);
  const age = completedYears(birthDate, wish.today);
  const drawn = drawShare(random, educationAt(wish.shares, age));
  const { setting, today } = wish;
  const work = workFacts(random, { setting, age, birthDate, sex, today, education: drawn });
  const education = work["occupation"] === SKILLED_WORKER && drawn < BEST_OF_WORKERS ? BEST_OF_WORKERS : drawn;
  return {
    name: wish.name,
    sex,
    birthDate,
    ethnic: drawShare(random, wish.shares.ethnic),
    idNumber: demoIdNumber(birthDate, sex, wish.serial),
    nativePlace: random.pick(PLACES),
    education,
    degree: DEGREES[education] ?? "0",
    ...(wish.mobile !== null && { mobile: wish.mobile }),
    ...work,
    ...developmentFacts(random, { ...wish, birthDate }),
  };
}

const SKILLED_WORKER = "16";
/** Junior college: codes of GB/T 4658 grow as schools get lower. */
const BEST_OF_WORKERS = "31";

const PLACES: readonly string[] = ["云州东城", "云州西城", "云州南乡", "云州北山", "青河", "白石", "长林", "临海"];
const DEGREES: Readonly<Record<string, string>> = { "11": "2", "14": "3", "21": "4" };

/** Somewhere inside the drawn age band, early enough for the stage. */
function birthDay(random: SeededRandom, { shares, stage, setting, today }: RecordWish): Day {
  const band = drawShare(random, shares.age);
  const age = Math.max(random.between(band.from, band.to), youngestFor(stage, setting));
  return addDays(addYears(today, -age), -random.between(0, 364));
}

function educationAt({ education }: PopulationShares, age: number) {
  const row = education.find(({ upTo }) => age <= upTo) ?? education.at(-1);
  if (!row) throw new Error("no education shares");
  return row.shares;
}
