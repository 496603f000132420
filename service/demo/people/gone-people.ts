import { addDays } from "#core/kernel/day-arithmetic.ts";
import type { Day } from "#core/kernel/instant.ts";
import { toId, type UnitId } from "#core/kernel/ids.ts";
import type { Facts, ListEntry } from "#core/people/person/facts.ts";
import type { Person } from "#core/people/person/person.ts";
import type { Stage } from "#core/people/person/stage.ts";
import type { SeededRandom } from "../seeded-random.ts";
import type { Setting } from "./setting.ts";

interface Going {
  /** Of all members, in the last year. */
  readonly share: number;
  /** Code of the list "leave-kind". */
  readonly kind: string;
  readonly from: Setting;
  readonly stage?: Stage;
  readonly authority: string;
  /** Code of the list "leave-ground". */
  readonly ground?: string;
}

const EXPELLED = "11";
const DISQUALIFIED = "16";
/** Of the list "conversion-result": 预备期未满被取消预备党员资格. */
const CANCELLED = "7";

const GOINGS: readonly Going[] = [
  { share: 0.021, kind: "41", from: "postgraduates", authority: "中共海州市委教育工作委员会" },
  { share: 0.009, kind: "41", from: "undergraduates", authority: "中共海州市委教育工作委员会" },
  { share: 0.004, kind: "41", from: "clinical", authority: "中共海州市委卫生健康工作委员会" },
  { share: 0.005, kind: "30", from: "retired", authority: "校党委" },
  { share: 0.0005, kind: "11", from: "office", authority: "校党委", ground: "14" },
  { share: 0.0005, kind: "15", from: "clinical", authority: "校党委", ground: "25" },
  { share: 0.0005, kind: "16", from: "postgraduates", stage: "probationary", authority: "校党委", ground: "25" },
  { share: 0.0005, kind: "20", from: "teaching", authority: "校党委" },
];

export interface GoneOptions {
  readonly members: number;
  readonly from: Day;
  readonly today: Day;
  readonly random: SeededRandom;
  readonly unitsOf: (setting: Setting) => readonly UnitId[];
  /** A record of somebody who is in that setting today, by running number. */
  readonly draw: (index: number, wish: { readonly setting: Setting; readonly stage: Stage }) => Facts;
}

/** Who was here last year and is no more: graduates above all, the dead, and the few who lost their membership (M1b). */
export function gonePeople({ members, from, today, random, unitsOf, draw }: GoneOptions): readonly Person[] {
  const going = GOINGS.flatMap((one) => Array.from({ length: Math.round(members * one.share) }, () => one));
  return going.map(({ kind, from: setting, stage = "full", authority, ground }, index): Person => {
    const unitId = random.pick(unitsOf(setting));
    const drawn = draw(index, { setting, stage });
    const joined = (drawn["joinedOn"] ?? from) as Day;
    const since = joined < from ? from : joined;
    const wished = addDays(today, -random.between(25, 320));
    const on = wished > since ? wished : addDays(since, 1);
    const why: Facts = ground === undefined ? {} : { ground };
    const entry: ListEntry = { on, kind, authority, unit: unitId, ...why };
    const left = { leftOn: on, leftKind: kind, leaveAuthority: authority, ...(ground && { leaveGround: ground }) };
    return {
      id: toId(`person-g${String(index + 1)}`),
      facts: { ...drawn, ...left, ...(kind === EXPELLED && expulsion(on, ground ?? "")) },
      lists: { leavings: [entry], ...(kind === DISQUALIFIED && { conversions: [{ on, result: CANCELLED }] }) },
      revisions: {},
      belongings: [{ id: toId(`post-g${String(index + 1)}`), unitId, kind: "member", from: since, until: on }],
      version: 1,
    };
  });
}

/** The gravest penalty stands among the penalties, too. */
function expulsion(on: Day, ground: string): Facts {
  return { discipline: "5", disciplineOn: on, disciplineGround: ground, disciplineAuthority: "校纪委" };
}
