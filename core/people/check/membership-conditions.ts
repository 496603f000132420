import { entriesOf, type ListFields } from "../person/dated-entries.ts";
import { belongsOn } from "../person/stage-on.ts";
import { proposeDues } from "../dues/propose-dues.ts";
import type { CheckTools, PersonCase, Said } from "./check-context.ts";
import { editionOf } from "./compare-dates.ts";

type Condition = (one: PersonCase) => Said;

/** Somebody who is a member must be kept by a unit: nobody is deleted (M1b). */
export function vanished({ person, context }: PersonCase): Said {
  if (belongsOn(person, context.day).length > 0) return null;
  const untils = person.belongings
    .map(({ until }) => until ?? "")
    .filter((until) => until !== "" && until <= context.day);
  return { since: untils.toSorted().at(-1) ?? "" };
}

export function leftAndBelongs({ person, context }: PersonCase): Said {
  return belongsOn(person, context.day).length > 0 ? {} : null;
}

/** Members stand in the roster of members, everybody before them in that of applicants: this one stands in the other. */
export function keptAs(kind: string): Condition {
  return ({ person, context }) => (belongsOn(person, context.day)[0]?.kind === kind ? {} : null);
}

/** A post of which it is known that it began by the end of the period and did not end before it. */
export function noOccupation({ lists }: CheckTools): Condition {
  const occupations: ListFields | undefined = lists.find(({ list }) => list === "occupations");
  return ({ person, context: { period } }) => {
    if (!occupations) return null;
    const holds = entriesOf(person, occupations).some(
      ({ occupation = "", from = "", until = "" }) =>
        occupation !== "" && from !== "" && from <= period.until && (until === "" || until >= period.from),
    );
    return holds ? null : { from: period.from, until: period.until };
  };
}

export function letterOverdue({ person, context }: PersonCase): Said {
  const validUntil = context.overdueLetters.get(person.id);
  return validUntil === undefined ? null : { validUntil };
}

export function duesUnpaid({ procedures }: CheckTools): Condition {
  return ({ person, context }) => {
    const months = context.unpaidMonths.get(person.id) ?? 0;
    return months >= editionOf(procedures.dues, context.day).unpaidMonths ? { months: String(months) } : null;
  };
}

export function duesDiffer({ procedures }: CheckTools): Condition {
  return ({ facts, context }) => {
    const { duesKind = "", duesBase = "", duesMonthly = "" } = facts;
    if (duesKind === "" || duesMonthly === "") return null;
    const proposed = proposeDues(duesKind, duesBase, editionOf(procedures.dues, context.day));
    return proposed.ok && Number(proposed.value) !== Number(duesMonthly) ? { proposed: proposed.value } : null;
  };
}
