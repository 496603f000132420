import { addYears } from "#core/kernel/day-arithmetic.ts";
import type { Day } from "#core/kernel/instant.ts";
import { requirementOf } from "./required-fields.ts";
import type { CheckTools, Said, UnitCase } from "./check-context.ts";

type Condition = (one: UnitCase) => Said;

/** Temporary and functional branches have no members of their own. */
const WITHOUT_MEMBERS: ReadonlySet<string> = new Set(["3", "4"]);
/** Of the list "unit-relation": the same legal entity as the superior. */
const SAME_ENTITY = "2";

export function leadersDiffer({ facts, about }: UnitCase): Said {
  const { committeeSize = "" } = facts;
  return committeeSize === "" || Number(committeeSize) === about.leaders ? null : { posts: String(about.leaders) };
}

export function creditCodeOfSuperior({ facts, about }: UnitCase): Said {
  const { socialCreditCode = "", unitRelation = "" } = facts;
  const isSame = socialCreditCode !== "" && socialCreditCode === about.superiorCreditCode;
  return isSame && unitRelation !== SAME_ENTITY ? {} : null;
}

export function termDiffers({ facts }: UnitCase): Said {
  const { electedOn = "", electionTerm = "", electionDue = "" } = facts;
  if (electedOn.length !== 10 || electionTerm === "" || electionDue === "") return null;
  const due = addYears(electedOn as Day, Number(electionTerm));
  return due === electionDue ? null : { due };
}

export function tooFewMembers({ rules }: CheckTools): Condition {
  return ({ facts, about }) => {
    const { kind = "", branchForm = "" } = facts;
    if (kind !== "branch" || WITHOUT_MEMBERS.has(branchForm)) return null;
    return about.fullMembers < rules.branch.leastFull ? { full: String(about.fullMembers) } : null;
  };
}

export function noCommittee({ rules }: CheckTools): Condition {
  return ({ facts, about }) => {
    const { kind = "", committeeSize = "" } = facts;
    if (kind !== "branch" || about.members < rules.branch.committeeFrom) return null;
    return committeeSize === "" || Number(committeeSize) < 3 ? { members: String(about.members) } : null;
  };
}

export function secretaryElsewhere({ about }: UnitCase): Said {
  return about.secretaryHere === false ? {} : null;
}

export function unitRequiredMissing({ requirements }: CheckTools): Condition {
  return ({ facts }) => {
    const { missing } = requirementOf(facts, requirements.ofUnit);
    return missing.length === 0 ? null : { missing: missing.join(",") };
  };
}
