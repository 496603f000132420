import { toId } from "#core/kernel/ids.ts";
import type { Day } from "#core/kernel/instant.ts";
import type { Facts } from "#core/people/person/facts.ts";
import type { Belonging, Person } from "#core/people/person/person.ts";
import type { Stage } from "#core/people/person/stage.ts";
import type { Post } from "#core/organisation/post.ts";
import { demoName } from "../demo-names.ts";
import type { DemoOrganisation } from "../demo-organisation.ts";
import type { SeededRandom } from "../seeded-random.ts";
import { blemished } from "./blemished.ts";
import { drawRecord } from "./draw-record.ts";
import { drawShare } from "./draw-share.ts";
import { UNIVERSITY_SHARES, type Shares } from "./population-shares.ts";

/** For each member so many more people are on the way to becoming one. */
const UNDER_DEVELOPMENT = 0.12;
const EARLY_STAGES: Shares<Stage> = [
  ["applicant", 45],
  ["activist", 35],
  ["candidate", 20],
];
const PROBATIONARY = 0.07;

/** The records behind a demo's people, and of people under development beside them. Most are whole; some give the checks work. */
export function demoRecords(organisation: DemoOrganisation, today: Day, random: SeededRandom): readonly Person[] {
  const memberships = organisation.posts.filter(({ kind }) => kind === "member");
  const holders = new Set(organisation.posts.filter(({ kind }) => kind !== "member").map(({ personId }) => personId));
  const persons = new Map(organisation.persons.map((person) => [person.id, person]));
  const members = memberships.flatMap((post, serial): readonly Person[] => {
    const person = persons.get(post.personId);
    if (!person) return [];
    const stage = !holders.has(person.id) && random.chance(PROBATIONARY) ? "probationary" : "full";
    const facts = draw({ name: person.name, mobile: person.phone, stage, serial });
    return [{ ...record(post, facts, serial), id: person.id }];
  });
  const more = Math.round(members.length * UNDER_DEVELOPMENT);
  const developing = Array.from({ length: more }, (_, index): Person => {
    const serial = members.length + index;
    const { unitId } = random.pick(memberships);
    const facts = draw({
      name: demoName(random),
      mobile: `140${String(20_000_000 + serial)}`,
      stage: drawShare(random, EARLY_STAGES),
      serial,
    });
    const id = toId<Post["id"]>(`post-a${String(index + 1)}`);
    return record({ id, unitId, kind: "applicant", from: today, until: null }, facts, serial);
  });
  return [...members, ...developing];

  function draw(wish: {
    readonly name: string;
    readonly mobile: string | null;
    readonly stage: Stage;
    readonly serial: number;
  }) {
    return drawRecord(random, { ...wish, setting: "university", shares: UNIVERSITY_SHARES, today });
  }

  function record(
    post: Pick<Post, "id" | "unitId" | "from" | "until"> & { readonly kind: string },
    facts: Facts,
    serial: number,
  ): Person {
    const kind: Belonging["kind"] = post.kind === "applicant" ? "applicant" : "member";
    const since = facts[kind === "member" ? "joinedOn" : "appliedOn"] ?? post.from;
    const from = kind === "member" && since < post.from ? post.from : (since as Day);
    const belonging = { id: post.id, unitId: post.unitId, kind, from, until: post.until };
    const id = toId<Person["id"]>(`person-${String(serial + 1)}`);
    return {
      id,
      facts: blemished(facts, { serial, today }),
      lists: {},
      revisions: {},
      belongings: [belonging],
      version: 1,
    };
  }
}
