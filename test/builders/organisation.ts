import { toId, type PersonId, type PostId, type UnitId } from "#core/kernel/ids.ts";
import type { Day } from "#core/kernel/instant.ts";
import { buildOrganisation } from "#core/organisation/build-organisation.ts";
import type { Organisation } from "#core/organisation/organisation.ts";
import type { Post, PostKind } from "#core/organisation/post.ts";
import type { Unit, UnitKind } from "#core/organisation/unit.ts";

export const SOME_DAY = "2026-06-01" as Day;

const KINDS: Readonly<Record<string, UnitKind>> = {
  c: "committee",
  g: "general-branch",
  b: "branch",
  p: "party-group",
};

/** A unit's kind is the first letter of its name: c committee, g general branch, b branch, p party group. */
export function aUnit(name: string, parent: string | null, differing: Partial<Unit> = {}): Unit {
  const kind = differing.kind ?? KINDS[name.slice(0, 1)];
  if (!kind) throw new Error(`no kind of unit begins like ${name}`);
  return {
    id: toId<UnitId>(name),
    code: name,
    name: `党组织${name}`,
    shortName: name,
    kind,
    parentId: parent === null ? null : toId<UnitId>(parent),
    position: 0,
    ...differing,
  };
}

/** "zhang secretary b1", in office on SOME_DAY. */
export function aPost(text: string, differing: Partial<Post> = {}): Post {
  const [person = "", kind = "", unit = ""] = text.split(" ");
  return {
    id: toId<PostId>(text),
    personId: toId<PersonId>(person),
    unitId: toId<UnitId>(unit),
    kind: kind as PostKind,
    from: "2025-01-01" as Day,
    until: null,
    ...differing,
  };
}

/** "c(g1(b1,b2),b3)": the committee c has the general branch g1, with two branches, and the branch b3. */
export function unitsOf(tree: string): readonly Unit[] {
  const units: Unit[] = [];
  const way: string[] = [];
  let last = "";
  for (const [token] of tree.matchAll(/\w+|[()]/g)) {
    if (token === "(") way.push(last);
    else if (token === ")") way.pop();
    else {
      last = token;
      units.push(aUnit(token, way.at(-1) ?? null, { position: units.length }));
    }
  }
  return units;
}

/** @throws when the tree or the posts are not consistent: a test about that calls `buildOrganisation`. */
export function anOrganisation(tree: string | readonly Unit[], posts: readonly (string | Post)[] = []): Organisation {
  const units = typeof tree === "string" ? unitsOf(tree) : tree;
  const held = posts.map((post) => (typeof post === "string" ? aPost(post) : post));
  const built = buildOrganisation(units, held, SOME_DAY);
  if (!built.ok) throw new Error(JSON.stringify(built.refusal.problems));
  return built.value;
}

export function unitId(name: string): UnitId {
  return toId<UnitId>(name);
}

export function personId(name: string): PersonId {
  return toId<PersonId>(name);
}
