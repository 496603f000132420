import { addToMonth, firstDayOf, monthOf, addDays, type Month } from "#core/kernel/day-arithmetic.ts";
import { toInstant, type Day } from "#core/kernel/instant.ts";
import type { AccountId, UnitId } from "#core/kernel/ids.ts";
import type { Person } from "#core/people/person/person.ts";
import type { ProcedureWrites } from "#service/ports/records/procedures.ts";

export type DemoPayment = Parameters<ProcedureWrites["insertPayments"]>[0][number];

export interface DuesOptions {
  readonly today: Day;
  /** Who enters payments for a branch. */
  readonly taker: (unitId: UnitId) => { readonly id: AccountId; readonly holder: string } | undefined;
}

/** So many months before this one are in the books, paid by quarters of a year. */
const MONTHS = 12;
const QUARTER = 3;
const NEVER_EVERY = 223;
const BEHIND_EVERY = 29;

/** A year of dues: most have paid until last month, some are a quarter behind, a few have paid nothing for the whole year (M20). */
export function demoDues(people: readonly Person[], { today, taker }: DuesOptions): readonly DemoPayment[] {
  const thisMonth = monthOf(today);
  return people.flatMap((person, serial): readonly DemoPayment[] => {
    const place = person.belongings.find(({ until }) => until === null);
    const by = place && taker(place.unitId);
    const { joinedOn, duesMonthly } = person.facts;
    if (
      !place ||
      !by ||
      joinedOn === undefined ||
      duesMonthly === undefined ||
      serial % NEVER_EVERY === NEVER_EVERY - 1
    )
      return [];
    const first = later(addToMonth(monthOf(firstDayOf(joinedOn)), 1), addToMonth(thisMonth, -MONTHS));
    const quarters = MONTHS / QUARTER - (serial % BEHIND_EVERY === BEHIND_EVERY - 1 ? 1 : 0);
    return Array.from({ length: quarters }, (_, quarter) => {
      const begins = addToMonth(thisMonth, quarter * QUARTER - MONTHS);
      return monthsOf(begins).filter((month) => month >= first);
    }).flatMap((months, quarter): readonly DemoPayment[] => {
      const [from, to] = [months[0], months.at(-1)];
      if (from === undefined || to === undefined) return [];
      const paidOn = addDays(firstDayOf(to), 9 + (serial % 12));
      const id = `payment-${person.id}-${String(quarter + 1)}`;
      const money = { amount: duesMonthly, kind: "monthly", approval: "" } as const;
      const entered = {
        paidOn,
        at: toInstant(Date.parse(`${paidOn}T08:00:00.000Z`)),
        accountId: by.id,
        who: by.holder,
      };
      return [{ id, personId: person.id, unitId: place.unitId, from, to, ...money, ...entered, months }];
    });
  });
}

function monthsOf(begins: Month): readonly Month[] {
  return Array.from({ length: QUARTER }, (_, index) => addToMonth(begins, index));
}

function later(a: Month, b: Month): Month {
  return a > b ? a : b;
}
