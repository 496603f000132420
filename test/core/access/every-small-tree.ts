import type { PostKind } from "#core/organisation/post.ts";
import type { UnitKind } from "#core/organisation/unit.ts";
import type { World, WorldPost } from "./oracle.ts";

type WorldUnit = World["units"][number];

const KINDS: readonly UnitKind[] = ["committee", "general-branch", "branch", "party-group"];

/**
 * Every tree with that many units: every shape (each unit hangs below one that comes before it) with every kind on
 * every unit. Two trees that differ only in the names of units are given once.
 */
export function everyTree(size: number): readonly (readonly WorldUnit[])[] {
  let trees: readonly (readonly WorldUnit[])[] = [[]];
  for (let index = 0; index < size; index += 1) {
    trees = distinct(trees.flatMap((tree) => everyGrowth(tree, `u${String(index)}`)));
  }
  return trees;
}

function everyGrowth(tree: readonly WorldUnit[], id: string): readonly (readonly WorldUnit[])[] {
  const places = tree.length === 0 ? [null] : tree;
  return places.flatMap((parent) =>
    KINDS.filter((kind) => isPlaceFor(kind, parent?.kind ?? null)).map((kind) => [
      ...tree,
      { id, parentId: parent?.id ?? null, kind },
    ]),
  );
}

function isPlaceFor(kind: UnitKind, parent: UnitKind | null): boolean {
  if (kind === "party-group") return parent === "branch";
  return parent !== "party-group" && (kind !== "committee" || parent === null);
}

function distinct(trees: readonly (readonly WorldUnit[])[]): readonly (readonly WorldUnit[])[] {
  return [...new Map(trees.map((tree) => [shapeOf(tree, null), tree])).values()];
}

function shapeOf(tree: readonly WorldUnit[], parentId: string | null): string {
  const children = tree.filter((unit) => unit.parentId === parentId);
  return children
    .map((unit) => `${unit.kind}(${shapeOf(tree, unit.id)})`)
    .sort()
    .join();
}

/** Every set of one to `most` posts that one person can hold, at most one of them a membership. */
export function everyPosts(
  person: string,
  tree: readonly WorldUnit[],
  limits: { readonly kinds: readonly PostKind[]; readonly most: number },
): readonly (readonly WorldPost[])[] {
  const single = tree.flatMap((unit) =>
    limits.kinds
      .filter((kind) => kind !== "member" || unit.kind === "branch")
      .map((kind) => ({ person, unit: unit.id, kind })),
  );
  let sets: readonly (readonly number[])[] = [[]];
  const found: (readonly number[])[] = [];
  for (let held = 0; held < limits.most; held += 1) {
    sets = sets.flatMap((set) =>
      single
        .map((_, index) => index)
        .filter((index) => index > (set.at(-1) ?? -1))
        .map((index) => [...set, index]),
    );
    found.push(...sets);
  }
  return found.map((set) => set.map((index) => single[index]!)).filter(hasOneMembership);
}

function hasOneMembership(posts: readonly WorldPost[]): boolean {
  return posts.filter((post) => post.kind === "member").length <= 1;
}
