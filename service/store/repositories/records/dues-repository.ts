import type { Kysely } from "kysely";
import type { Month } from "#core/kernel/day-arithmetic.ts";
import type { PersonId, UnitId } from "#core/kernel/ids.ts";
import type { PaymentKind } from "#core/people/dues/dues-paid.ts";
import type { PaymentRecord, ProcedureReads, ProcedureWrites, UnitNotice } from "#service/ports/records/procedures.ts";
import { putRows } from "#service/store/rows/put-rows.ts";
import { keptQuery } from "#service/store/rows/kept-query.ts";
import { RowReader } from "#service/store/rows/row-reader.ts";
import type { StoreContext } from "#service/store/store-context.ts";
import { columnsOf, type RowOf, type Tables } from "#service/store/tables.ts";

type Reads = Pick<ProcedureReads, "settledMonths" | "duesKeptFrom" | "largestVoluntary" | "payments" | "unitNotices">;
type Writes = Pick<ProcedureWrites, "insertPayments" | "addUnitNotices">;

const PAYMENT_KINDS: readonly PaymentKind[] = ["monthly", "reduced", "exempt", "voluntary"];

const MONTHS = keptQuery(["people"], (db, { people }, dialect) =>
  db
    .selectFrom("dues_month")
    .select(["person_id", "month"])
    .where(dialect.among("person_id", [people])),
);

const VOLUNTARY = keptQuery(["people", "from", "until"], (db, { people, from, until }, dialect) =>
  db
    .selectFrom("dues_payment")
    .select(["person_id", "amount"])
    .where(dialect.among("person_id", [people]))
    .where("kind", "=", "voluntary" satisfies PaymentKind)
    .where("paid_on", ">=", from)
    .where("paid_on", "<=", until),
);

/** Dues, and what units are told about them and everything else. */
export function duesReads(db: Kysely<Tables>, { dialect }: Pick<StoreContext, "dialect">): Reads {
  return {
    settledMonths: async (people) => {
      const found = new Map<PersonId, Set<Month>>();
      for (const row of await MONTHS({ db, dialect, given: { people } })) {
        const reader = new RowReader("dues_month", row, ["person_id", "month"]);
        const person = reader.text<PersonId>("person_id");
        const settled = found.get(person) ?? new Set<Month>();
        found.set(person, settled.add(reader.text<Month>("month")));
      }
      return found;
    },
    duesKeptFrom: async (units) => {
      const first = db
        .selectFrom("dues_payment")
        .select(["unit_id", ({ fn }) => fn.min("from_month").as("from_month")])
        .where(dialect.among("unit_id", units))
        .where("kind", "!=", "voluntary" satisfies PaymentKind)
        .groupBy("unit_id");
      return new Map(
        (await first.execute()).map((row) => {
          const reader = new RowReader("dues_payment", row, ["unit_id"]);
          return [reader.text<UnitId>("unit_id"), reader.text<Month>("from_month")];
        }),
      );
    },
    largestVoluntary: async (people, { from, until }) => {
      const largest = new Map<PersonId, string>();
      for (const row of await VOLUNTARY({ db, dialect, given: { people, from, until } })) {
        const reader = new RowReader("dues_payment", row, ["person_id"]);
        const [person, amount] = [reader.text<PersonId>("person_id"), reader.text("amount")];
        if (Number(amount) > Number(largest.get(person) ?? 0)) largest.set(person, amount);
      }
      return largest;
    },
    payments: async (people) => {
      const all = db.selectFrom("dues_payment").select(columnsOf("dues_payment"));
      const found = all.where(dialect.among("person_id", people)).orderBy("at", "desc").orderBy("id");
      return (await found.execute()).map(parsePayment);
    },
    unitNotices: async (units, most) => {
      const all = db.selectFrom("unit_notice").select(columnsOf("unit_notice")).where(dialect.among("unit_id", units));
      return (await all.orderBy("at", "desc").orderBy("id").limit(most).execute()).map(parseNotice);
    },
  };
}

export function duesWrites(db: Kysely<Tables>, { dialect }: StoreContext): Writes {
  return {
    insertPayments: async (payments) => {
      await putRows(db, dialect, { table: "dues_payment", rows: payments.map(paymentRow), existing: "refuse" });
      const months = payments.flatMap(({ id, personId, months: settled }) =>
        settled.map((month) => ({ person_id: personId, month, payment_id: id })),
      );
      // Two at once on PostgreSQL: the key stops the second, and its work starts again and finds the first.
      await putRows(db, dialect, { table: "dues_month", rows: months, existing: "refuse" });
    },
    addUnitNotices: async (notices) => {
      await putRows(db, dialect, { table: "unit_notice", rows: notices.map(noticeRow), existing: "refuse" });
    },
  };
}

function parsePayment(row: object): PaymentRecord {
  const reader = new RowReader("dues_payment", row, ["id"]);
  return {
    id: reader.text("id"),
    personId: reader.text("person_id"),
    unitId: reader.text("unit_id"),
    from: reader.text("from_month"),
    to: reader.text("to_month"),
    amount: reader.text("amount"),
    kind: reader.oneOf("kind", PAYMENT_KINDS),
    approval: reader.text("approval"),
    paidOn: reader.text("paid_on"),
    at: reader.text("at"),
    accountId: reader.text("account_id"),
    who: reader.text("who"),
  };
}

function paymentRow(payment: PaymentRecord): RowOf<"dues_payment"> {
  const { id, amount, kind, approval, at, who } = payment;
  return {
    ...{ id, amount, kind, approval, at, who },
    person_id: payment.personId,
    unit_id: payment.unitId,
    from_month: payment.from,
    to_month: payment.to,
    paid_on: payment.paidOn,
    account_id: payment.accountId,
  };
}

function parseNotice(row: object): UnitNotice {
  const reader = new RowReader("unit_notice", row, ["id"]);
  return {
    id: reader.text("id"),
    unitId: reader.text("unit_id"),
    at: reader.text("at"),
    kind: reader.text("kind"),
    record: reader.text("record"),
    about: reader.text("about"),
    who: reader.text("who"),
    reason: reader.text("reason"),
  };
}

function noticeRow({ unitId, ...notice }: UnitNotice): RowOf<"unit_notice"> {
  return { ...notice, unit_id: unitId };
}
