import fc from "fast-check";
import type { PostKind } from "#core/organisation/post.ts";
import type { UnitKind } from "#core/organisation/unit.ts";
import type { AskedLedger, Asker, World, WorldPost } from "./oracle.ts";

const KINDS: readonly UnitKind[] = ["committee", "general-branch", "branch", "party-group"];
const POSTS: readonly PostKind[] = [
  "secretary",
  "deputy-secretary",
  "organisation-member",
  "organiser",
  "information-officer",
  "officer",
];
const PEOPLE = Array.from({ length: 12 }, (_, index) => `person${String(index)}`);

/** Template of the ledgers that do not exist, the root's and party groups': nobody is named for them. */
const NONE = "none";

export interface RandomWorld {
  readonly world: World;
  readonly askers: readonly Asker[];
  readonly ledgers: readonly AskedLedger[];
}

const aNumber = fc.nat({ max: 9_999 });
const aUnitSeed = fc.record({ parent: aNumber, kind: fc.constantFrom(...KINDS) });
const aPostSeed = fc.record({ person: aNumber, unit: aNumber, kind: fc.constantFrom(...POSTS) });
const aMemberSeed = fc.record({ person: aNumber, branch: aNumber });
const aNameSeed = fc.record({
  person: aNumber,
  ledger: aNumber,
  as: fc.constantFrom("peer" as const, "leader" as const),
});
const anAskerSeed = fc.record({ who: aNumber, readOnly: fc.boolean() });

/** Any tree, any posts; some askers out of all accounts and posts, and every ledger there can be. */
export const aRandomWorld: fc.Arbitrary<RandomWorld> = fc
  .record({
    units: fc.array(aUnitSeed, { maxLength: 39, size: "max" }),
    posts: fc.array(aPostSeed, { maxLength: 24, size: "max" }),
    members: fc.array(aMemberSeed, { maxLength: 12, size: "max" }),
    substitutes: fc.array(aNameSeed, { maxLength: 4 }),
    lists: fc.array(aNameSeed, { maxLength: 3 }),
    askers: fc.array(anAskerSeed, { minLength: 2, maxLength: 3 }),
  })
  .map((seeds) => {
    const units = growTree(seeds.units);
    const posts = distinctPosts([...officesOf(seeds.posts, units), ...membershipsOf(seeds.members, units)]);
    const ledgers = everyLedger(units, posts);
    const existing = ledgers.filter((ledger) => ledger.template !== NONE);
    const world: World = {
      units,
      posts,
      substitutes: seeds.substitutes
        .slice(0, existing.length)
        .map((s) => ({ person: pick(PEOPLE, s.person), ledger: pick(existing, s.ledger).id, as: s.as })),
      lists: seeds.lists.map((list) => ({
        person: pick(PEOPLE, list.person),
        template: `t${String(list.ledger % 3)}`,
      })),
    };
    return { world, ledgers, askers: seeds.askers.map((asker) => askerOf(asker, world)) };
  });

function growTree(seeds: readonly { readonly parent: number; readonly kind: UnitKind }[]): World["units"] {
  const units: World["units"][number][] = [{ id: "u0", parentId: null, kind: "committee" }];
  for (const seed of seeds) {
    const parent = pick(
      units.filter((unit) => unit.kind !== "party-group"),
      seed.parent,
    );
    const kind = seed.kind === "party-group" && parent.kind !== "branch" ? "branch" : seed.kind;
    units.push({ id: `u${String(units.length)}`, parentId: parent.id, kind });
  }
  return units;
}

function officesOf(
  seeds: readonly { readonly person: number; readonly unit: number; readonly kind: PostKind }[],
  units: World["units"],
): readonly WorldPost[] {
  return seeds.map((seed) => ({ person: pick(PEOPLE, seed.person), unit: pick(units, seed.unit).id, kind: seed.kind }));
}

/** Few branches get all members, so that they have fellows; nobody is a member twice. */
function membershipsOf(
  seeds: readonly { readonly person: number; readonly branch: number }[],
  units: World["units"],
): readonly WorldPost[] {
  const branches = units.filter((unit) => unit.kind === "branch").slice(0, 4);
  if (branches.length === 0) return [];
  const branchOf = new Map(seeds.map((seed) => [pick(PEOPLE, seed.person), pick(branches, seed.branch).id]));
  return [...branchOf].map(([person, unit]) => ({ person, unit, kind: "member" }));
}

function distinctPosts(posts: readonly WorldPost[]): readonly WorldPost[] {
  return [...new Map(posts.map((post) => [`${post.person} ${post.kind} ${post.unit}`, post])).values()];
}

function everyLedger(units: World["units"], posts: readonly WorldPost[]): readonly AskedLedger[] {
  const ofUnits = units.map((unit, index) => ({
    id: unit.id,
    template: unit.parentId === null || unit.kind === "party-group" ? NONE : `t${String(index % 3)}`,
    unit: unit.id,
    member: null,
  }));
  const ofMembers = posts
    .filter((post) => post.kind === "member")
    .map((post, index) => ({
      id: `${post.person}@${post.unit}`,
      template: `t${String(index % 3)}`,
      unit: post.unit,
      member: post.person,
    }));
  return [...ofUnits, ...ofMembers];
}

function askerOf(seed: { readonly who: number; readonly readOnly: boolean }, world: World): Asker {
  const people = world.posts.map((post): Asker["account"] => ({ of: "person", ...post }));
  const accounts = world.units.map((unit): Asker["account"] => ({ of: "unit", unit: unit.id }));
  // Posts three times as often: a unit's account has fewer ways to go wrong.
  return { account: pick([...people, ...people, ...people, ...accounts], seed.who), readOnly: seed.readOnly };
}

function pick<T>(from: readonly T[], number: number): T {
  return from[number % from.length]!;
}
