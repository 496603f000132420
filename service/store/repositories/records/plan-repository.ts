import type { Kysely } from "kysely";
import type { Instant } from "#core/kernel/instant.ts";
import type { DevelopmentPlan, PlanEntry, Signed } from "#core/people/development/development-plan.ts";
import type { ProcedureReads, ProcedureWrites } from "#service/ports/records/procedures.ts";
import { putRows } from "#service/store/rows/put-rows.ts";
import { RowReader } from "#service/store/rows/row-reader.ts";
import type { StoreContext } from "#service/store/store-context.ts";
import { columnsOf, type RowOf, type Tables } from "#service/store/tables.ts";

type Reads = Pick<ProcedureReads, "plan" | "plans" | "planEntries" | "plannedIn">;
type Writes = Pick<ProcedureWrites, "savePlan" | "savePlanEntries" | "removePlanEntries">;

const CHECKS: readonly PlanEntry["check"][] = ["open", "due", "removed"];

export function planReads(db: Kysely<Tables>, { dialect }: StoreContext): Reads {
  const plans = db.selectFrom("development_plan").select(columnsOf("development_plan"));
  const entries = db.selectFrom("plan_entry").select(columnsOf("plan_entry"));
  return {
    plan: async (id) => {
      const row = await plans.where("id", "=", id).executeTakeFirst();
      return row && parsePlan(row);
    },
    plans: async ({ units, year }) => {
      const ofUnits = plans.where(dialect.among("unit_id", units));
      const found = year === undefined ? ofUnits : ofUnits.where("year", "=", year);
      return (await found.orderBy("year", "desc").orderBy("unit_id").execute()).map(parsePlan);
    },
    planEntries: async (ids) =>
      (await entries.where(dialect.among("plan_id", ids)).orderBy("plan_id").orderBy("person_id").execute()).map(
        parseEntry,
      ),
    plannedIn: async (people, year) => {
      const ofYear = db.selectFrom("development_plan").select("id").where("year", "=", year);
      const found = entries.where(dialect.among("person_id", people)).where("plan_id", "in", ofYear);
      return (await found.orderBy("person_id").execute()).map(parseEntry);
    },
  };
}

export function planWrites(db: Kysely<Tables>, { dialect }: StoreContext): Writes {
  return {
    savePlan: async (plan) => {
      await dialect.hold(db, `plan of ${plan.unitId} ${String(plan.year)}`);
      if (plan.revision === 1) {
        const same = db.selectFrom("development_plan").select("id").where("unit_id", "=", plan.unitId);
        if (await same.where("year", "=", plan.year).executeTakeFirst()) return false;
      }
      const options = { table: "development_plan", rows: [planRow(plan)], existing: "next-revision" } as const;
      return (await putRows(db, dialect, options)).length === 1;
    },
    savePlanEntries: async (entries) => {
      await putRows(db, dialect, { table: "plan_entry", rows: entries.map(entryRow), existing: "replace" });
    },
    removePlanEntries: async (planId, people) => {
      const gone = db.deleteFrom("plan_entry").where("plan_id", "=", planId);
      await gone.where(dialect.among("person_id", people)).execute();
    },
  };
}

function parsePlan(row: object): DevelopmentPlan {
  const reader = new RowReader("development_plan", row, ["id"]);
  const approved = signed(reader, "approved");
  const number = reader.wholeOrNull("approved_number");
  return {
    id: reader.text("id"),
    unitId: reader.text("unit_id"),
    year: reader.whole("year"),
    reported: reader.wholeOrNull("reported"),
    confirmed: signed(reader, "confirmed"),
    approved: approved && number !== null ? { ...approved, number } : null,
    listed: signed(reader, "listed"),
    paper: { sealedOn: reader.textOrNull("sealed_on"), receivedOn: reader.textOrNull("received_on") },
    revision: reader.whole("revision"),
  };
}

function signed(reader: RowReader, what: "confirmed" | "approved" | "listed"): Signed | null {
  const at = reader.textOrNull<Instant>(`${what}_at`);
  return at === null ? null : { at, who: reader.text(`${what}_by`) };
}

function planRow({ id, unitId, year, reported, revision, ...plan }: DevelopmentPlan): RowOf<"development_plan"> {
  const { confirmed, approved, listed, paper } = plan;
  return {
    ...{ id, year, reported, revision },
    unit_id: unitId,
    ...signedRow("confirmed", confirmed),
    ...signedRow("approved", approved),
    ...signedRow("listed", listed),
    approved_number: approved?.number ?? null,
    sealed_on: paper.sealedOn,
    received_on: paper.receivedOn,
  };
}

type SignedAs = "confirmed" | "approved" | "listed";
type SignedRow<As extends SignedAs> = Readonly<Record<`${As}_at` | `${As}_by`, string | null>>;

function signedRow<As extends SignedAs>(as: As, signed: Signed | null): SignedRow<As> {
  return { [`${as}_at`]: signed?.at ?? null, [`${as}_by`]: signed?.who ?? null } as SignedRow<As>;
}

function parseEntry(row: object): PlanEntry {
  const reader = new RowReader("plan_entry", row, ["plan_id", "person_id"]);
  return {
    planId: reader.text("plan_id"),
    personId: reader.text("person_id"),
    check: reader.oneOf("checked", CHECKS),
    reason: reader.text("reason"),
  };
}

function entryRow({ planId, personId, check, reason }: PlanEntry): RowOf<"plan_entry"> {
  return { plan_id: planId, person_id: personId, checked: check, reason };
}
