/**
 * Conversion (转正, M10). When the probation year is over the person is due until one of the results is entered; what
 * is not decided stays due. Each result has its own day, and each but the plain one its note to the superior.
 */
import { addMonths, firstDayOf } from "#core/kernel/day-arithmetic.ts";
import type { Day } from "#core/kernel/instant.ts";
import { ok, refuse, type Result } from "#core/kernel/result.ts";
import type { ListEntry } from "../person/facts.ts";
import type { Person } from "../person/person.ts";
import type { PersonChange } from "../procedure/person-change.ts";
import type { ConversionRefusal, DateRefusal, DevelopmentRefusal } from "../procedure/procedure-refusal.ts";
import { reachedStage } from "../procedure/reached-stage.ts";

export type ConversionResult =
  "on-time" | "extended" | "postponed" | "after-extension" | "undecided" | "cancelled-after" | "cancelled-within";

/** As data, with the day from which they hold. */
export interface ConversionRules {
  readonly from: Day;
  readonly probationMonths: number;
  readonly extension: { readonly least: number; readonly most: number };
  /** Committee approval, after the branch's meeting: ordinarily, at most. */
  readonly approvalMonths: { readonly ordinary: number; readonly most: number };
  /** Characters of a note to the superior. */
  readonly noteLeast: number;
  /** Codes of the list "conversionResult". */
  readonly codes: Readonly<Record<ConversionResult, string>>;
  /** Code of the list "leftKind" for a probation that was cancelled. */
  readonly cancelledKind: string;
}

export interface Conversion {
  readonly result: ConversionResult;
  /** Day of the branch's decision; for a conversion the day membership in full begins. */
  readonly on: Day;
  /** Months, for an extension. */
  readonly months?: number;
  readonly note: string;
  /** Committee's approval, where it is known already. */
  readonly approvedOn?: Day | null;
}

export interface Converted {
  readonly change: PersonChange;
  readonly notes: readonly ConversionNote[];
}

/** The approval came later than it ordinarily does. */
export interface ConversionNote {
  readonly code: "approved-late";
  readonly ordinarily: Day;
}

type Refusal = ConversionRefusal | DateRefusal | DevelopmentRefusal;
interface Now {
  readonly today: Day;
  readonly rules: ConversionRules;
}

/** The day the probation is over: a year after admission, or as far as it was extended; null without an admission. */
export function probationEnd(person: Person, rules: ConversionRules): Day | null {
  const { joinedOn = "", probationUntil = "" } = person.facts;
  if (joinedOn === "") return null;
  return probationUntil === "" ? addMonths(firstDayOf(joinedOn), rules.probationMonths) : (probationUntil as Day);
}

/** 需要转正的预备党员 (M10): computed for any day. */
export function isDueForConversion(person: Person, day: Day, rules: ConversionRules): boolean {
  const end = probationEnd(person, rules);
  return end !== null && end <= day && reachedStage(person, day) === "probationary";
}

export function convert(person: Person, conversion: Conversion, now: Now): Result<Converted, Refusal> {
  const refusal =
    whyNotYet(person, conversion, now) ??
    whyNotResult(person, conversion, now.rules) ??
    whyNotExtended(person, conversion, now.rules) ??
    whyNotApproved(conversion, now);
  if (refusal) return refuse(refusal);
  const { rules } = now;
  const entry = entryOf(conversion, rules);
  const change = { set: factsOf(person, conversion, rules), add: [{ list: "conversions", entry } as const] };
  return ok({ change: withLeaving(change, conversion, rules), notes: notesOf(conversion, rules) });
}

function whyNotYet(person: Person, { on }: Conversion, { today }: Now): Refusal | undefined {
  const stage = reachedStage(person, today);
  if (stage !== "probationary") return { code: "stage-wrong", stage, wanted: ["probationary"] };
  const joinedOn = (person.facts["joinedOn"] ?? "") as Day;
  if (on > today || on < joinedOn)
    return { code: "day-not-possible", field: "convertedOn", given: on, earliest: joinedOn, latest: today };
  return undefined;
}

function whyNotResult(person: Person, { result, on, note }: Conversion, rules: ConversionRules): Refusal | undefined {
  const over = probationEnd(person, rules) ?? on;
  if (NEEDS_END.includes(result) && on < over) return { code: "probation-not-over", over };
  if (result === "cancelled-within" && on >= over) return { code: "probation-over", over };
  if (result !== "on-time" && note.trim().length < rules.noteLeast)
    return { code: "note-required", least: rules.noteLeast };
  return undefined;
}

const NEEDS_END: readonly ConversionResult[] = ["on-time", "after-extension", "undecided", "cancelled-after"];

function whyNotExtended(
  person: Person,
  { result, months = 0 }: Conversion,
  { extension, codes }: ConversionRules,
): Refusal | undefined {
  const isExtended = wasExtended(person, codes);
  if (result === "after-extension" && !isExtended) return { code: "not-extended" };
  // Who was extended is converted "after extension", never "on time".
  if ((result === "extended" || result === "on-time") && isExtended) return { code: "extended-already" };
  if (result !== "extended") return undefined;
  const { least, most } = extension;
  return months < least || months > most ? { code: "extension-length", least, most } : undefined;
}

function wasExtended({ facts, lists }: Person, codes: ConversionRules["codes"]): boolean {
  if ((facts["probationUntil"] ?? "") !== "") return true;
  return (lists.conversions ?? []).some((entry) => entry["result"] === codes.extended);
}

function whyNotApproved({ on, approvedOn }: Conversion, { today, rules }: Now): Refusal | undefined {
  if (approvedOn === undefined || approvedOn === null) return undefined;
  const most = addMonths(on, rules.approvalMonths.most);
  const latest = most < today ? most : today;
  if (approvedOn >= on && approvedOn <= latest) return undefined;
  return { code: "day-not-possible", field: "conversionApprovedOn", given: approvedOn, earliest: on, latest };
}

function factsOf(
  person: Person,
  { result, on, months = 0, approvedOn }: Conversion,
  rules: ConversionRules,
): Record<string, string> {
  const set: Record<string, string> = { conversionResult: rules.codes[result] };
  if (result === "on-time" || result === "after-extension") set["convertedOn"] = on;
  const end = probationEnd(person, rules);
  if (result === "extended" && end !== null) set["probationUntil"] = addMonths(end, months);
  if (approvedOn) set["conversionApprovedOn"] = approvedOn;
  return set;
}

function entryOf({ result, on, months, note, approvedOn }: Conversion, { codes }: ConversionRules): ListEntry {
  return {
    on,
    result: codes[result],
    ...(months === undefined ? {} : { months: String(months) }),
    ...(note === "" ? {} : { note }),
    ...(approvedOn ? { approvedOn } : {}),
  };
}

/** A cancelled probation is a leaving (M1b): the person belongs to no unit from that day on. */
function withLeaving(
  change: { readonly set: Record<string, string>; readonly add: NonNullable<PersonChange["add"]> },
  { result, on, note }: Conversion,
  { cancelledKind }: ConversionRules,
): PersonChange {
  if (result !== "cancelled-after" && result !== "cancelled-within") return change;
  const entry = { on, kind: cancelledKind, note };
  return {
    set: { ...change.set, leftOn: on, leftKind: cancelledKind },
    add: [...change.add, { list: "leavings", entry }],
    belong: { unitId: null, on },
  };
}

function notesOf({ on, approvedOn }: Conversion, rules: ConversionRules): readonly ConversionNote[] {
  const ordinarily = addMonths(on, rules.approvalMonths.ordinary);
  return approvedOn && approvedOn > ordinarily ? [{ code: "approved-late", ordinarily }] : [];
}
