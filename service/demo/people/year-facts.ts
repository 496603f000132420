import { addDays, addYears, completedYears } from "#core/kernel/day-arithmetic.ts";
import type { Day } from "#core/kernel/instant.ts";
import type { Facts } from "#core/people/person/facts.ts";
import type { SeededRandom } from "../seeded-random.ts";
import { drawShare } from "./draw-share.ts";
import type { Shares } from "./population-shares.ts";
import type { Setting } from "./setting.ts";

export interface YearWish {
  readonly setting: Setting;
  readonly today: Day;
  readonly holdsPost: boolean;
}

const EXCELLENT = "1";
const APPRAISED: Shares<string> = [
  [EXCELLENT, 21],
  ["2", 78],
  ["3", 0.6],
  ["5", 0.4],
];
const NOT_GRADED = "6";
/** Appraisals are held from this month on. */
const APPRAISAL_MONTH = 11;

/** What a member's years bring: appraisals, training, awards, penalties, service in the community, a stay elsewhere. */
export function yearFacts(random: SeededRandom, facts: Facts, wish: YearWish): Facts {
  const { joinedOn = "", convertedOn = "" } = facts;
  if (joinedOn === "") return young(random, facts, wish.today) && random.chance(0.8) ? { youthLeague: "1" } : {};
  const year = Number(wish.today.slice(0, 4));
  const years = Number(wish.today.slice(5, 7)) >= APPRAISAL_MONTH ? [year - 1, year] : [year - 1];
  const appraisals = years.flatMap((each) => {
    const held = `${String(each)}-${String(APPRAISAL_MONTH)}-01`;
    if (joinedOn >= held) return [];
    const result = convertedOn !== "" && convertedOn < held ? drawShare(random, APPRAISED) : NOT_GRADED;
    return [[`appraisal.${String(each)}`, result] as const, [`appraisalFinished.${String(each)}`, "1"] as const];
  });
  return {
    ...Object.fromEntries(appraisals),
    ...trainingFacts(random, year, { joinedOn, holdsPost: wish.holdsPost }),
    ...meritFacts(random, wish),
    ...lifeFacts(random, facts, wish),
  };
}

function young(random: SeededRandom, { birthDate = "" }: Facts, today: Day): boolean {
  return birthDate > addYears(today, -28) && random.chance(0.95);
}

interface Trainee {
  readonly joinedOn: string;
  readonly holdsPost: boolean;
}

function trainingFacts(random: SeededRandom, year: number, { joinedOn, holdsPost }: Trainee): Facts {
  const kind = joinedOn.startsWith(String(year)) ? "3" : holdsPost ? "5" : random.chance(0.93) ? "11" : "";
  return kind === "" ? {} : { [`memberTraining.${String(year)}`]: kind };
}

/** Awards are given on 1 July, penalties at any time. */
function meritFacts(random: SeededRandom, { today, holdsPost }: YearWish): Facts {
  const july = `${today.slice(0, 4)}-07-01` as Day;
  const awardOn = july <= today ? july : addYears(july, -1);
  const level = drawShare(random, AWARD_LEVELS);
  const award = holdsPost
    ? { awardName: "2", awardText: "优秀党务工作者" }
    : { awardName: "1", awardText: "优秀共产党员" };
  const awarded = random.chance(holdsPost ? 0.08 : 0.02);
  const disciplineOn = addDays(today, -random.between(15, 330));
  return {
    ...(awarded && { ...award, awardOn, awardLevel: level }),
    ...(!awarded &&
      random.chance(0.0015) && {
        ...{ discipline: random.pick(["1", "2"]), disciplineOn, disciplineUntil: addYears(disciplineOn, 1) },
        ...{ disciplineGround: random.pick(["14", "16"]), disciplineAuthority: "校纪委" },
      }),
    ...(random.chance(holdsPost ? 0.35 : 0.04) && { delegateOf: "5" }),
  };
}

const AWARD_LEVELS: Shares<string> = [
  ["9", 80],
  ["2", 14],
  ["1", 6],
];

function lifeFacts(random: SeededRandom, { birthDate = "" }: Facts, { setting, today }: YearWish): Facts {
  if (setting === "retired") return oldAgeFacts(random, { birthDate: birthDate as Day, today });
  if (setting === "undergraduates" || setting === "postgraduates")
    return birthDate > addYears(today, -28) && random.chance(0.45) ? { youthLeague: "2" } : {};
  const here = { communityRegistered: random.chance(0.86) ? "1" : "0" };
  return setting === "teaching" && random.chance(0.01) ? { ...here, ...returned(random, today) } : here;
}

/** Back from a year at a university abroad. */
function returned(random: SeededRandom, today: Day): Facts {
  const returnedOn = addDays(today, -random.between(40, 320));
  const stay = { abroad: "0", abroadKind: "13", abroadTo: "1", abroadCountry: random.pick(["德国", "日本", "加拿大"]) };
  return { ...stay, abroadSince: addDays(returnedOn, -365), returnedOn, returnState: "1" };
}

/** Some are cared for, some live with their children in another province. */
function oldAgeFacts(
  random: SeededRandom,
  { birthDate, today }: { readonly birthDate: Day; readonly today: Day },
): Facts {
  if (completedYears(birthDate, today) >= 85 && random.chance(0.15)) return { incapacity: "1" };
  if (!random.chance(0.05)) return {};
  const floatingSince = addDays(today, -random.between(200, 1500));
  const away = { floating: "1", floatingSince, floatingReach: "1", floatingTo: "41", floatingPlace: "海州" };
  return { ...away, floatingOccupation: "1", floatingCertificate: "1" };
}
