import { addMonths, completedYears, firstDayOf } from "#core/kernel/day-arithmetic.ts";
import type { Day } from "#core/kernel/instant.ts";
import { entriesOf } from "../person/dated-entries.ts";
import type { CheckTools, PersonCase, Said } from "./check-context.ts";
import { editionOf, isEarlier, monthsLater } from "./compare-dates.ts";
import type { DevelopmentRules } from "./record-rules.ts";

type Condition = (one: PersonCase) => Said;

/** Figures of an edition that are months. */
export type MonthsRule = "applicantMonths" | "activistMonths" | "approvalMonths";

export interface Apart {
  readonly earlier: string;
  readonly later: string;
  /** Left out: 0 months. */
  readonly rule: MonthsRule | null;
}

/** `later` comes before `earlier` and the months that the rules of its day put between them. */
export function tooEarly({ earlier, later, rule }: Apart, { rules }: CheckTools): Condition {
  return ({ facts }) => {
    const { [earlier]: first = "", [later]: second = "" } = facts;
    if (first === "" || second === "") return null;
    const months = rule === null ? 0 : editionOf<DevelopmentRules>(rules.development, second)[rule];
    return isEarlier(second, monthsLater(first, months)) ? { months: String(months) } : null;
  };
}

export function tooLate({ earlier, later, rule }: Apart, { rules }: CheckTools): Condition {
  return ({ facts }) => {
    const { [earlier]: first = "", [later]: second = "" } = facts;
    if (first === "" || second === "" || rule === null) return null;
    const months = editionOf<DevelopmentRules>(rules.development, second)[rule];
    return isEarlier(monthsLater(first, months), second) ? { months: String(months) } : null;
  };
}

/** Under 28 by the league's recommendation, else newly admitted (M9); other ways of joining go by other rules. */
export function joinKindUnusual({ procedures }: CheckTools): Condition {
  return ({ facts }) => {
    const { joinKind = "", joinedOn = "", birthDate = "" } = facts;
    if (joinedOn === "" || birthDate.length !== 10) return null;
    const { leagueUnder, joinKinds } = editionOf(procedures.admission, joinedOn);
    if (joinKind !== joinKinds.league && joinKind !== joinKinds.plain) return null;
    const age = completedYears(birthDate as Day, firstDayOf(joinedOn));
    const proposed = age < leagueUnder ? joinKinds.league : joinKinds.plain;
    return proposed === joinKind ? null : { age: String(age), proposed };
  };
}

const CANDIDATES_COURSE = "1";
const PASSED: ReadonlySet<string> = new Set(["1", "2"]);

export function untrained({ rules, lists }: CheckTools): Condition {
  const trainings = lists.find(({ list }) => list === "trainings");
  return ({ facts, person }) => {
    const { joinedOn = "" } = facts;
    if (joinedOn === "" || !trainings || !editionOf(rules.development, joinedOn).trainingRequired) return null;
    const passed = entriesOf(person, trainings).some(
      ({ kind = "", on = "", result = "" }) =>
        kind === CANDIDATES_COURSE && PASSED.has(result) && on !== "" && !isEarlier(joinedOn, on),
    );
    return passed ? null : {};
  };
}

/** Since papers are complete, the day can be looked up. */
export function dayUnknown(fields: readonly string[], { rules }: CheckTools): Condition {
  return ({ facts }) => {
    const which = fields.filter((key) => facts[key]?.length === 7 && !isEarlier(facts[key] ?? "", rules.dayKnownSince));
    return which.length === 0 ? null : { which: which.join(",") };
  };
}

export function convertedTooEarly({ rules }: CheckTools): Condition {
  return ({ facts }) => {
    const { joinedOn = "", convertedOn = "" } = facts;
    if (joinedOn === "" || convertedOn === "") return null;
    const { months } = editionOf(rules.probation, joinedOn);
    return isEarlier(convertedOn, monthsLater(joinedOn, months)) ? { months: String(months) } : null;
  };
}

/** On time is the day on which probation is over; after an extension, 6 to 12 months later (M10). */
export function convertedLate({ rules, procedures }: CheckTools): Condition {
  return ({ facts }) => {
    const { joinedOn = "", convertedOn = "", conversionResult = "" } = facts;
    if (joinedOn === "" || convertedOn === "") return null;
    const { months } = editionOf(rules.probation, joinedOn);
    const due = monthsLater(joinedOn, months);
    if (months === 0 || !isEarlier(due, convertedOn)) return null;
    const { extension, codes } = editionOf(procedures.conversion, convertedOn);
    const isExtended = conversionResult !== codes["on-time"] && isWithin(convertedOn, due, extension);
    return isExtended ? null : { due };
  };
}

export function extensionWrong({ rules, procedures }: CheckTools): Condition {
  return ({ facts, person, context }) => {
    const { joinedOn = "", probationUntil = "" } = facts;
    if (joinedOn === "") return null;
    const { extension, codes } = editionOf(procedures.conversion, context.day);
    const times = (person.lists.conversions ?? []).filter(({ result }) => result === codes.extended).length;
    const due = addMonths(firstDayOf(joinedOn), editionOf(rules.probation, joinedOn).months);
    const isRight = times < 2 && (probationUntil === "" || isWithin(probationUntil, due, extension));
    return isRight ? null : { least: String(extension.least), most: String(extension.most) };
  };
}

/** So many months after the day, both ends included. */
function isWithin(date: string, due: string, span: { readonly least: number; readonly most: number }): boolean {
  return !isEarlier(date, monthsLater(due, span.least)) && !isEarlier(monthsLater(due, span.most), date);
}
