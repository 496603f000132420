import { toId, type PersonId, type UnitId } from "#core/kernel/ids.ts";
import type { Day } from "#core/kernel/instant.ts";
import type { Post } from "#core/organisation/post.ts";
import type { Facts } from "#core/people/person/facts.ts";
import type { Belonging, Person } from "#core/people/person/person.ts";
import type { Stage } from "#core/people/person/stage.ts";
import { demoName } from "../demo-names.ts";
import type { DemoOrganisation } from "../demo-organisation.ts";
import type { SeededRandom } from "../seeded-random.ts";
import { blemished } from "./blemished.ts";
import { demoBelongings } from "./demo-belongings.ts";
import { drawRecord } from "./draw-record.ts";
import { drawShare } from "./draw-share.ts";
import { gonePeople } from "./gone-people.ts";
import type { Shares } from "./population-shares.ts";
import { SETTING_SHARES } from "./setting-shares.ts";
import type { Setting } from "./setting.ts";
import { yearFacts } from "./year-facts.ts";

/** For each member so many more people are on the way to becoming one. */
const UNDER_DEVELOPMENT = 0.12;
const AMONG_STUDENTS = 0.62;
const EARLY_STAGES: Shares<Stage> = [
  ["applicant", 45],
  ["activist", 35],
  ["candidate", 20],
];
/** Who was admitted lately is young, and among students. */
const PROBATIONARY: Readonly<Record<Setting, number>> = {
  ...{ undergraduates: 0.34, postgraduates: 0.1, teaching: 0.025, clinical: 0.03, office: 0.025, retired: 0 },
  ...{ national: 0.02, university: 0.07 },
};

interface Drawing {
  readonly name: string;
  readonly mobile: string | null;
  readonly stage: Stage;
  readonly setting: Setting;
  readonly serial: number;
  readonly holdsPost?: boolean;
}

/**
 * The records behind a demo's people, of people under development beside them, and of those who left this year. Most are whole; some give
 * the checks work.
 */
export function demoRecords(organisation: DemoOrganisation, today: Day, random: SeededRandom): readonly Person[] {
  const { posts, settings } = organisation;
  const memberships = posts.filter(({ kind }) => kind === "member");
  const holders = new Set(posts.filter(({ kind }) => kind !== "member").map(({ personId }) => personId));
  const persons = new Map(organisation.persons.map((person) => [person.id, person]));
  const students = memberships.filter(({ unitId }) => settingOfUnit(unitId) === "undergraduates");
  const working = memberships.filter(({ unitId }) => !["undergraduates", "retired"].includes(settingOfUnit(unitId)));
  const members = memberships.flatMap((post, serial): readonly Person[] => {
    const person = persons.get(post.personId);
    return person ? [member(post, { ...person, serial })] : [];
  });
  const developing = Array.from({ length: Math.round(members.length * UNDER_DEVELOPMENT) }, (_, index) =>
    beginner(random.pick(random.chance(AMONG_STUDENTS) ? students : working).unitId, {
      index,
      serial: members.length + index,
    }),
  );
  const gone = gonePeople({
    ...{ members: members.length, from: memberships[0]?.from ?? today, today, random },
    unitsOf: (setting) => [...settings].flatMap(([unitId, each]) => (each === setting ? [unitId] : [])),
    draw: (index, wish) => {
      const serial = members.length + developing.length + index;
      return draw({ ...wish, serial, name: demoName(random), mobile: `140${String(20_000_000 + serial)}` });
    },
  });
  return [...members, ...developing, ...gone];

  function settingOfUnit(unitId: UnitId): Setting {
    return settings.get(unitId) ?? "office";
  }

  function member(
    { id, unitId, from }: Post,
    {
      id: personId,
      name,
      phone,
      serial,
    }: { readonly id: PersonId; readonly name: string; readonly phone: string | null; readonly serial: number },
  ): Person {
    const holdsPost = holders.has(personId);
    const setting = settingOfUnit(unitId);
    const stage = !holdsPost && random.chance(PROBATIONARY[setting]) ? "probationary" : "full";
    const facts = blemished(draw({ name, mobile: phone, stage, setting, serial, holdsPost }), { serial, today });
    const joinedOn = (facts["joinedOn"] ?? from) as Day;
    const before = random.pick(memberships).unitId;
    const belongings = demoBelongings({ id, unitId, from, joinedOn, today, serial, settled: holdsPost, before });
    return record(personId, facts, belongings);
  }

  function beginner(unitId: UnitId, { index, serial }: { readonly index: number; readonly serial: number }): Person {
    const stage = drawShare(random, EARLY_STAGES);
    const mobile = `140${String(20_000_000 + serial)}`;
    const facts = draw({ name: demoName(random), mobile, stage, setting: settingOfUnit(unitId), serial });
    const from = (facts["appliedOn"] ?? today) as Day;
    const place: Belonging = { id: toId(`post-a${String(index + 1)}`), unitId, kind: "applicant", from, until: null };
    return record(toId(`person-${String(serial + 1)}`), blemished(facts, { serial, today }), [place]);
  }

  function draw({ holdsPost = false, ...wish }: Drawing): Facts {
    const facts = drawRecord(random, { ...wish, shares: SETTING_SHARES[wish.setting], today });
    return { ...facts, ...yearFacts(random, facts, { setting: wish.setting, today, holdsPost }) };
  }
}

function record(id: PersonId, facts: Facts, belongings: readonly Belonging[]): Person {
  return { id, facts, lists: {}, revisions: {}, belongings, version: 1 };
}
