import type { PersonId, PostId, UnitId } from "#core/kernel/ids.ts";
import type { Day } from "#core/kernel/instant.ts";
import { ok, refuse, type Result } from "#core/kernel/result.ts";
import type { Organisation } from "./organisation.ts";
import type { Post } from "./post.ts";
import type { Unit } from "./unit.ts";

export type OrganisationProblem =
  | { readonly code: "no-root" }
  | { readonly code: "two-roots"; readonly unitIds: readonly UnitId[] }
  | { readonly code: "unit-twice"; readonly unitId: UnitId }
  | { readonly code: "unknown-parent"; readonly unitId: UnitId; readonly parentId: UnitId }
  | { readonly code: "cycle"; readonly unitIds: readonly UnitId[] }
  /** A party group stands directly below a branch, and nothing stands below a party group. */
  | { readonly code: "misplaced-party-group"; readonly unitId: UnitId }
  | { readonly code: "post-twice"; readonly postId: PostId }
  | { readonly code: "post-in-unknown-unit"; readonly postId: PostId; readonly unitId: UnitId }
  | { readonly code: "membership-outside-branch"; readonly postId: PostId; readonly unitId: UnitId }
  | { readonly code: "two-memberships"; readonly personId: PersonId; readonly postIds: readonly PostId[] };

export interface OrganisationRefusal {
  readonly code: "organisation-inconsistent";
  readonly problems: readonly OrganisationProblem[];
}

/**
 * Indexes the tree and the posts in force on that day. Posts that are over or not yet begun are left out unchecked:
 * they may well stand on units that are gone. Every problem is reported, not only the first.
 */
export function buildOrganisation(
  units: readonly Unit[],
  posts: readonly Post[],
  day: Day,
): Result<Organisation, OrganisationRefusal> {
  const inForce = posts.filter((post) => isInForce(post, day));
  const unitById = new Map(units.map((unit) => [unit.id, unit]));
  const childrenOf = indexChildren(units, unitById);
  const problems = [
    ...problemsOfRoots(units),
    ...problemsOfUnits(units, unitById),
    ...problemsOfCycles(units, unitById),
    ...problemsOfPosts(inForce, unitById),
    ...problemsOfMemberships(inForce),
  ];
  if (problems.length > 0) return refuse({ code: "organisation-inconsistent", problems });
  return ok({
    units: unitById,
    childrenOf,
    postsOfUnit: groupBy(inForce, (post) => post.unitId),
    postsOfPerson: groupBy(inForce, (post) => post.personId),
  });
}

/** `from` is the first day in office, `until` the first day no longer. */
export function isInForce(post: Post, day: Day): boolean {
  return post.from <= day && (post.until === null || day < post.until);
}

function indexChildren(units: readonly Unit[], unitById: ReadonlyMap<UnitId, Unit>): Map<UnitId, readonly UnitId[]> {
  const ordered = [...units].sort((a, b) => a.position - b.position || compareText(a.code, b.code));
  const children = new Map<UnitId, UnitId[]>([...unitById.keys()].map((id) => [id, []]));
  for (const unit of ordered) {
    if (unit.parentId !== null) children.get(unit.parentId)?.push(unit.id);
  }
  return children;
}

function problemsOfRoots(units: readonly Unit[]): readonly OrganisationProblem[] {
  const roots = units.filter((unit) => unit.parentId === null);
  if (roots.length === 0) return [{ code: "no-root" }];
  return roots.length === 1 ? [] : [{ code: "two-roots", unitIds: roots.map((unit) => unit.id) }];
}

function problemsOfUnits(units: readonly Unit[], unitById: ReadonlyMap<UnitId, Unit>): readonly OrganisationProblem[] {
  const problems: OrganisationProblem[] = [];
  const seen = new Set<UnitId>();
  for (const unit of units) {
    if (seen.has(unit.id)) problems.push({ code: "unit-twice", unitId: unit.id });
    seen.add(unit.id);
    const parent = unit.parentId === null ? undefined : unitById.get(unit.parentId);
    if (unit.parentId !== null && !parent) {
      problems.push({ code: "unknown-parent", unitId: unit.id, parentId: unit.parentId });
    } else if (!isPlacedWell(unit, parent)) {
      problems.push({ code: "misplaced-party-group", unitId: unit.id });
    }
  }
  return problems;
}

function isPlacedWell(unit: Unit, parent: Unit | undefined): boolean {
  return unit.kind === "party-group" ? parent?.kind === "branch" : parent?.kind !== "party-group";
}

/** Walks up from every unit once; a unit met again on its own way up closes a cycle. */
function problemsOfCycles(units: readonly Unit[], unitById: ReadonlyMap<UnitId, Unit>): readonly OrganisationProblem[] {
  const problems: OrganisationProblem[] = [];
  const done = new Set<UnitId>();
  for (const start of units) {
    const way = new Set<UnitId>();
    let unit: Unit | undefined = start;
    while (unit && !done.has(unit.id) && !way.has(unit.id)) {
      way.add(unit.id);
      unit = unit.parentId === null ? undefined : unitById.get(unit.parentId);
    }
    if (unit && way.has(unit.id)) {
      const walked = [...way];
      problems.push({ code: "cycle", unitIds: walked.slice(walked.indexOf(unit.id)) });
    }
    for (const id of way) done.add(id);
  }
  return problems;
}

function problemsOfPosts(posts: readonly Post[], unitById: ReadonlyMap<UnitId, Unit>): readonly OrganisationProblem[] {
  const problems: OrganisationProblem[] = [];
  const seen = new Set<PostId>();
  for (const post of posts) {
    if (seen.has(post.id)) problems.push({ code: "post-twice", postId: post.id });
    seen.add(post.id);
    const unit = unitById.get(post.unitId);
    if (!unit) problems.push({ code: "post-in-unknown-unit", postId: post.id, unitId: post.unitId });
    else if (post.kind === "member" && unit.kind !== "branch") {
      problems.push({ code: "membership-outside-branch", postId: post.id, unitId: post.unitId });
    }
  }
  return problems;
}

function problemsOfMemberships(posts: readonly Post[]): readonly OrganisationProblem[] {
  const memberships = groupBy(
    posts.filter((post) => post.kind === "member"),
    (post) => post.personId,
  );
  return [...memberships]
    .filter(([, held]) => held.length > 1)
    .map(([personId, held]) => ({ code: "two-memberships", personId, postIds: held.map((post) => post.id) }));
}

function groupBy<Key>(posts: readonly Post[], keyOf: (post: Post) => Key): Map<Key, readonly Post[]> {
  const groups = new Map<Key, Post[]>();
  for (const post of posts) {
    const group = groups.get(keyOf(post));
    if (group) group.push(post);
    else groups.set(keyOf(post), [post]);
  }
  return groups;
}

/** By code unit, the same on every machine; localeCompare is not. */
function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
