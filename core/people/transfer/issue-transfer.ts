import type { PersonId, UnitId } from "#core/kernel/ids.ts";
import type { Day } from "#core/kernel/instant.ts";
import { ok, refuse, type Result } from "#core/kernel/result.ts";
import { monthOf, parseMonth } from "#core/kernel/day-arithmetic.ts";
import type { Person } from "../person/person.ts";
import { belongingOn } from "../procedure/person-change.ts";
import type { DateRefusal, TransferRefusal } from "../procedure/procedure-refusal.ts";
import type { Addressee } from "./act-on-transfer.ts";
import type { TransferRules } from "./transfer-rules.ts";
import type { Transfer, TransferKind, TransferScope, TransferState } from "./transfer.ts";

export interface NewLetter {
  readonly id: string;
  readonly kind: "between" | "city" | "province";
  readonly graduate: boolean;
  readonly to: Addressee;
  readonly on: Day;
  readonly reason: string;
  readonly duesPaidUntil: string;
  readonly number: string | null;
  readonly batchId: string | null;
  readonly wholeUnit?: boolean;
  readonly who: string;
}

/** A letter to another committee (M12, M13). Until it is received the person stays where he is. */
export function issueTransfer(
  person: Person,
  letter: NewLetter,
  { today, rules }: { readonly today: Day; readonly rules: TransferRules },
): Result<Transfer, TransferRefusal | DateRefusal> {
  const from = belongingOn(person, letter.on);
  const refusal = whyNoLetter(person, letter, today);
  if (refusal) return refuse(refusal);
  if (!from) return refuse({ code: "belongs-nowhere" });
  if (letter.to.unitId === from.unitId) return refuse({ code: "transfer-same-unit" });
  const scope = scopeOf(letter.kind, letter.graduate);
  const base = transferOf(person.id, { ...letter, scope, fromUnitId: from.unitId });
  const step = { act: "issue", on: letter.on, who: letter.who, reason: letter.reason } as const;
  return ok({
    ...base,
    state: letter.kind === "province" ? "printed" : "open",
    issuedOn: letter.on,
    validDays: rules.validDays[scope],
    duesPaidUntil: letter.duesPaidUntil,
    number: letter.number,
    steps: [step],
  });
}

/** The receiver asks for a person (申请, M12); nothing holds him until the sender issues the letter. */
export function askForTransfer(
  person: Person,
  asked: Pick<NewLetter, "id" | "graduate" | "on" | "reason" | "who"> & { readonly toUnitId: UnitId },
): Result<Transfer, TransferRefusal> {
  const from = belongingOn(person, asked.on);
  if (!from) return refuse({ code: "belongs-nowhere" });
  if (from.unitId === asked.toUnitId) return refuse({ code: "belongs-already" });
  const { id, on, who, reason } = asked;
  const to = { unitId: asked.toUnitId, outside: null };
  const letter = { id, kind: "between", to, reason, batchId: null } as const;
  const base = transferOf(person.id, {
    ...letter,
    scope: scopeOf("between", asked.graduate),
    fromUnitId: from.unitId,
  });
  return ok({ ...base, steps: [{ act: "ask", on, who, reason }] });
}

/** Inside what one office works for: at once, with date and reason (M11). */
export function moveInside(
  person: Person,
  move: Pick<NewLetter, "id" | "on" | "reason" | "who" | "batchId"> & {
    readonly branchId: UnitId;
    readonly today: Day;
  },
): Result<Transfer, TransferRefusal | DateRefusal> {
  const { branchId, on, today, who, reason } = move;
  const from = belongingOn(person, on);
  if (!from) return refuse({ code: "belongs-nowhere" });
  if (from.unitId === branchId) return refuse({ code: "belongs-already" });
  if (on > today || on < from.from)
    return refuse({ code: "day-not-possible", field: "on", given: on, earliest: from.from, latest: today });
  const letter = { ...move, kind: "inside", scope: "city", to: { unitId: branchId, outside: null } } as const;
  const base = transferOf(person.id, { ...letter, fromUnitId: from.unitId });
  const steps = [{ act: "receive", on, who, reason }] as const;
  return ok({ ...base, state: "received", issuedOn: on, receivedOn: on, branchId, steps });
}

/** Who comes from a committee that is not on this service is received as he is registered (M13). */
export function arriveFromOutside(
  personId: PersonId,
  arrival: Pick<NewLetter, "id" | "on" | "reason" | "who" | "number" | "duesPaidUntil"> & {
    readonly branchId: UnitId;
    readonly heading: string;
  },
): Transfer {
  const { branchId, on, who, reason, heading, number, duesPaidUntil } = arrival;
  const to = { unitId: branchId, outside: null };
  const letter = { ...arrival, kind: "from-outside", scope: "province", to, batchId: null } as const;
  const base = transferOf(personId, { ...letter, fromUnitId: null });
  const outside = { heading, finallyTo: "" };
  const steps = [{ act: "receive", on, who, reason }] as const;
  return { ...base, state: "received", outside, number, duesPaidUntil, receivedOn: on, branchId, steps };
}

/** Dues are paid to before the day of transfer and no longer (M12): a month counts by its first day. */
export function duesAreBefore(paidUntil: string, on: Day): boolean {
  if (paidUntil.length === 10) return paidUntil < on;
  const month = parseMonth(paidUntil);
  return month !== undefined && (month < monthOf(on) || (month === monthOf(on) && !on.endsWith("-01")));
}

/** What any letter asks of the record: the mobile, and dues paid to before the day (M12). */
export function whyNoLetter(
  person: Person,
  { on, duesPaidUntil }: Pick<NewLetter, "on" | "duesPaidUntil">,
  today: Day,
): TransferRefusal | DateRefusal | undefined {
  if (on > today) return { code: "day-not-possible", field: "on", given: on, earliest: null, latest: today };
  for (const field of NEEDED) if ((person.facts[field] ?? "") === "") return { code: "person-needs", field };
  const isMember = belongingOn(person, on)?.kind === "member";
  if (isMember && !duesAreBefore(duesPaidUntil, on))
    return { code: "dues-not-before-transfer", paidUntil: duesPaidUntil, on };
  return undefined;
}

/** The basics of a letter. */
const NEEDED = ["name", "idNumber", "mobile"] as const;

export function scopeOf(kind: "between" | "city" | "province", graduate: boolean): TransferScope {
  if (graduate) return "graduate";
  return kind === "province" ? "province" : "city";
}

function transferOf(
  personId: PersonId,
  given: Pick<NewLetter, "id" | "to" | "reason" | "batchId" | "wholeUnit"> & {
    readonly kind: TransferKind;
    readonly scope: TransferScope;
    readonly fromUnitId: UnitId | null;
  },
): Transfer {
  const { id, kind, scope, fromUnitId, to, reason, batchId, wholeUnit = false } = given;
  const nothing = { issuedOn: null, validDays: 0, duesPaidUntil: "", number: null, receivedOn: null, branchId: null };
  const state: TransferState = "asked";
  const { unitId: toUnitId, outside } = to;
  const letter = { id, personId, kind, scope, state, fromUnitId, toUnitId, outside, reason, batchId, wholeUnit };
  return { ...letter, ...nothing, steps: [], revision: 1 };
}
