import type { MakeUnit } from "#core/protocol/accounts.ts";

export type UnitDraftProblem = "name" | "shortName" | "code";
export type UnitDraft = Pick<MakeUnit, "name" | "shortName" | "code" | "kind">;

export function unitProblems({ name, shortName, code }: UnitDraft): ReadonlySet<UnitDraftProblem> {
  const problems = new Set<UnitDraftProblem>();
  if (!isWithin(name, 100)) problems.add("name");
  if (!isWithin(shortName, 40)) problems.add("shortName");
  if (!/^[a-z0-9-]{1,40}$/.test(code.trim())) problems.add("code");
  return problems;
}

function isWithin(text: string, most: number): boolean {
  const { length } = text.trim();
  return length >= 2 && length <= most;
}
