import type { RaterClass, ScoringPolicy } from "../policy.ts";

/** The classes that are filled from the tree (L14); any other code is a named list of accounts (L12). */
export const TREE_CLASSES = ["self", "peer", "leader"] as const;
export type TreeClass = (typeof TREE_CLASSES)[number];

export function isTreeClass(code: string): code is TreeClass {
  return TREE_CLASSES.some((treeClass) => treeClass === code);
}

/** Classes for which the organisation department names accounts. */
export function listedClasses(policy: Pick<ScoringPolicy, "classes">): readonly RaterClass[] {
  return policy.classes.filter(({ code }) => !isTreeClass(code));
}

/** Label on screen; codes that the policy does not have show as they are (an older version's class). */
export function classLabel(policy: Pick<ScoringPolicy, "classes">, code: string): string {
  return policy.classes.find((raterClass) => raterClass.code === code)?.name ?? code;
}
