/** Dues (M20): what each owes, and payments entered in batch by branch from month to month. */
import { dayOf, type Day } from "#core/kernel/instant.ts";
import type { Month } from "#core/kernel/day-arithmetic.ts";
import { toId, type PersonId, type UnitId } from "#core/kernel/ids.ts";
import { ok, refuse, type Result } from "#core/kernel/result.ts";
import { subtreeOf } from "#core/organisation/tree.ts";
import {
  checkPayment,
  duesSince,
  isLongUnpaid,
  paidUntil,
  unpaidMonths,
  type Payment,
} from "#core/people/dues/dues-paid.ts";
import { proposeDues, type DuesRules } from "#core/people/dues/propose-dues.ts";
import type { Person } from "#core/people/person/person.ts";
import { belongingOn } from "#core/people/procedure/person-change.ts";
import { inForceOn } from "#core/people/transfer/transfer-rules.ts";
import type { DuesQuery, DuesRow, PayAnswer, PayDues } from "#core/protocol/records/procedures.ts";
import type { AnyRefusal } from "#core/protocol/refusal.ts";
import type { PaymentRecord } from "#service/ports/records/procedures.ts";
import { auditEntry } from "../audit-entry.ts";
import type { Caller } from "../caller.ts";
import { writeOrRollBack } from "../write-or-roll-back.ts";
import { actOnPeople, type ActRow, type ProcedureServices } from "./act-on-people.ts";
import { labelOf } from "./label-of.ts";
import { unitName } from "./unit/units-of-procedures.ts";

export async function listDues(
  { store, procedureRules, catalogue }: ProcedureServices,
  { organisation, scope, at }: Caller,
  { unit, on }: DuesQuery,
): Promise<Result<readonly DuesRow[], AnyRefusal>> {
  const units = subtreeOf(organisation, toId<UnitId>(unit)).filter((id) => scope.records.read.has(id));
  if (units.length === 0) return refuse({ code: "not-found" });
  const day = on ?? dayOf(at);
  const rules = inForceOn(procedureRules.dues, day);
  return await store.read(async (tx) => {
    const members = await tx.people.inUnits({ units, on: day, kinds: ["member"], opened: false });
    const paid = await tx.procedures.settledMonths(members.map(({ id }) => id));
    const books = await tx.procedures.duesKeptFrom(units);
    return ok(
      members.map((person): DuesRow => {
        const unitId = belongingOn(person, day)?.unitId ?? null;
        const { joinedOn, restoredOn } = person.facts;
        const settled = paid.get(person.id) ?? NONE;
        const keptFrom = (unitId && books.get(unitId)) ?? null;
        const account = { since: duesSince({ joinedOn, restoredOn, keptFrom, settled }), settled };
        return {
          ...{ personId: person.id, name: person.facts["name"] ?? "", kind: person.facts["duesKind"] ?? "" },
          ...{ base: person.facts["duesBase"] ?? "", monthly: person.facts["duesMonthly"] ?? "" },
          kindLabel: labelOf(catalogue, "dues-kind", person.facts["duesKind"]),
          unitName: unitName({ organisation }, unitId),
          proposed: proposalFor(person, rules),
          paidUntil: paidUntil(account),
          owedFrom: account.since,
          unpaidMonths: unpaidMonths(account, day),
          longUnpaid: isLongUnpaid(account, day, rules),
        };
      }),
    );
  });
}

interface Paid {
  readonly payment: Payment;
  readonly months: readonly Month[];
  readonly unitId: UnitId;
}

export async function payDues(
  services: ProcedureServices,
  caller: Caller,
  { from, to, paidOn, rows }: PayDues,
): Promise<Result<PayAnswer, AnyRefusal>> {
  const today = dayOf(caller.at);
  if (paidOn > today)
    return refuse({ code: "day-not-possible", field: "paidOn", given: paidOn, earliest: null, latest: today });
  const rules = inForceOn(services.procedureRules.dues, paidOn);
  return await writeOrRollBack(services.store, async (tx): Promise<Result<PayAnswer, AnyRefusal>> => {
    const settled = await tx.procedures.settledMonths(rows.map(({ personId }) => toId<PersonId>(personId)));
    const act = rows.map((row): ActRow<Paid> => ({
      personId: toId<PersonId>(row.personId),
      decide: (person) => {
        const unitId = payingUnit(person, today);
        if (!unitId) return refuse({ code: "belongs-nowhere" });
        const amount = amountFor(person, row, rules);
        if (!amount.ok) return amount;
        const payment = { from, to, amount: amount.value, kind: row.kind, approval: row.approval };
        const months = checkPayment(payment, settled.get(person.id) ?? NONE);
        return months.ok ? ok({ extra: { payment, months: months.value, unitId } }) : months;
      },
    }));
    const acted = await actOnPeople(tx, services, { caller, action: "pay-dues", reason: "", rows: act });
    if (!acted.ok) return acted;
    const { done, refused } = acted.value;
    const records = done.map(({ person, extra }) => ({
      ...recordOf(caller, { id: services.random.id("pay"), personId: person.id, paidOn, ...extra }),
      months: extra.months,
    }));
    await tx.procedures.insertPayments(records);
    for (const { personId, amount, kind } of records) {
      const facts = { months: `${from}..${to}`, amount, kind };
      const fields = Object.entries(facts).map(([field, value]) => ({ field, old: null, new: value }));
      tx.record(auditEntry(caller, { action: "pay-dues", record: `person:${personId}`, fields }));
    }
    return ok({
      done: done.map(({ row, person, extra }) => ({ row, personId: person.id, amount: extra.payment.amount })),
      refused,
    });
  });
}

const NONE: ReadonlySet<Month> = new Set<Month>();

function payingUnit(person: Person, day: Day): UnitId | undefined {
  const belonging = belongingOn(person, day);
  return belonging?.kind === "member" ? belonging.unitId : undefined;
}

/** As entered; else the monthly amount of the record; else what base and bands propose. An exemption is nothing. */
function amountFor(
  person: Person,
  { amount, kind }: PayDues["rows"][number],
  rules: DuesRules,
): Result<string, AnyRefusal> {
  if (amount !== undefined) return ok(amount);
  if (kind === "exempt") return ok("0.00");
  const monthly = person.facts["duesMonthly"] ?? "";
  return monthly === ""
    ? proposeDues(person.facts["duesKind"] ?? "", person.facts["duesBase"] ?? "", rules)
    : ok(monthly);
}

function proposalFor({ facts }: Person, rules: DuesRules): string | null {
  const proposed = proposeDues(facts["duesKind"] ?? "", facts["duesBase"] ?? "", rules);
  return proposed.ok ? proposed.value : null;
}

function recordOf(
  { at, account, who }: Caller,
  { id, personId, paidOn, payment, unitId }: Paid & Pick<PaymentRecord, "id" | "personId" | "paidOn">,
): PaymentRecord {
  return { id, personId, unitId, paidOn, ...payment, at, accountId: account.id, who };
}
