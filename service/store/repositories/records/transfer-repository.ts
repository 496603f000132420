import { sql, type Kysely, type RawBuilder } from "kysely";
import type { PersonId } from "#core/kernel/ids.ts";
import {
  OPEN_STATES,
  type Transfer,
  type TransferKind,
  type TransferScope,
  type TransferState,
  type TransferStep,
} from "#core/people/transfer/transfer.ts";
import type { ProcedureReads, ProcedureWrites, TransferQuery } from "#service/ports/records/procedures.ts";
import { putRows } from "#service/store/rows/put-rows.ts";
import { RowReader } from "#service/store/rows/row-reader.ts";
import type { StoreContext } from "#service/store/store-context.ts";
import { columnsOf, type RowOf, type Tables } from "#service/store/tables.ts";

type Reads = Pick<ProcedureReads, "transfer" | "transfers" | "openTransfers">;
type Writes = Pick<ProcedureWrites, "insertTransfers" | "updateTransfers" | "nextLetterNumber">;

const KINDS: readonly TransferKind[] = ["inside", "between", "city", "province", "from-outside"];
const SCOPES: readonly TransferScope[] = ["city", "province", "graduate"];
const STATES: readonly TransferState[] = ["asked", "printed", "open", "received", "revoked", "declined"];

export function transferReads(db: Kysely<Tables>, { dialect }: StoreContext): Reads {
  const all = db.selectFrom("transfer").select(columnsOf("transfer"));
  return {
    transfer: async (id) => {
      const row = await all.where("id", "=", id).executeTakeFirst();
      return row && parseTransfer(row);
    },
    transfers: async (query) => {
      let found = all.where(sideOf(query, (column) => dialect.among(column, query.units)));
      if (query.states) found = found.where("state", "in", query.states);
      if (query.between) {
        const { from, to } = query.between;
        const day = sql<string>`coalesce(received_on, issued_on)`;
        found = found.where(sql<boolean>`${day} >= ${from} and ${day} <= ${to}`);
      }
      const newest = sql`coalesce(received_on, issued_on, '')`;
      return (await found.orderBy(newest, "desc").orderBy("id").limit(query.most).execute()).map(parseTransfer);
    },
    openTransfers: async (people) => {
      const open = all.where(dialect.among("person_id", people)).where("state", "in", OPEN_STATES);
      return (await open.orderBy("id").execute()).map(parseTransfer);
    },
  };
}

export function transferWrites(db: Kysely<Tables>, { dialect }: StoreContext): Writes {
  const onTheirWay = async (people: readonly PersonId[]): Promise<ReadonlyMap<PersonId, string>> => {
    const open = db.selectFrom("transfer").select(["person_id", "id"]).where(dialect.among("person_id", people));
    const rows = await open.where("state", "in", OPEN_STATES).execute();
    return new Map(
      rows.map((row) => {
        const reader = new RowReader("transfer", row, ["id"]);
        return [reader.text<PersonId>("person_id"), reader.text("id")];
      }),
    );
  };
  return {
    insertTransfers: async (transfers) => {
      const opening = transfers.filter(({ state }) => OPEN_STATES.includes(state)).map(({ personId }) => personId);
      const taken = await onTheirWay(opening);
      const rows = transfers.filter(({ personId, state }) => !(OPEN_STATES.includes(state) && taken.has(personId)));
      // Two at once on PostgreSQL: the unique index stops the second, and its work starts again and finds the first.
      await putRows(db, dialect, { table: "transfer", rows: rows.map(transferRow), existing: "refuse" });
      return new Set(taken.keys());
    },
    updateTransfers: async (transfers) => {
      const opening = transfers.filter(({ state }) => OPEN_STATES.includes(state));
      const taken = await onTheirWay(opening.map(({ personId }) => personId));
      const rows = transfers.filter(
        ({ id, personId, state }) => !OPEN_STATES.includes(state) || (taken.get(personId) ?? id) === id,
      );
      const options = { table: "transfer", rows: rows.map(transferRow), existing: "next-revision" } as const;
      return new Set((await putRows(db, dialect, options)).map((row) => String(row.id)));
    },
    nextLetterNumber: async (unitId, year) => {
      const row = await sql<{ readonly last: number | string }>`
        insert into letter_number (unit_id, year, last) values (${unitId}, ${year}, 1)
        on conflict (unit_id, year) do update set last = letter_number.last + 1 returning last`.execute(db);
      return Number(row.rows[0]?.last);
    },
  };
}

function sideOf({ side }: TransferQuery, among: (column: string) => RawBuilder<boolean>): RawBuilder<boolean> {
  const out = among("from_unit_id");
  const arriving = sql<boolean>`(${among("to_unit_id")} or ${among("branch_id")})`;
  if (side === "out") return out;
  return side === "in" ? arriving : sql<boolean>`(${out} or ${arriving})`;
}

function parseTransfer(row: object): Transfer {
  const reader = new RowReader("transfer", row, ["id"]);
  const heading = reader.textOrNull("heading");
  return {
    id: reader.text("id"),
    personId: reader.text("person_id"),
    kind: reader.oneOf("kind", KINDS),
    scope: reader.oneOf("scope", SCOPES),
    state: reader.oneOf("state", STATES),
    fromUnitId: reader.textOrNull("from_unit_id"),
    toUnitId: reader.textOrNull("to_unit_id"),
    outside: heading === null ? null : { heading, finallyTo: reader.textOrNull("finally_to") ?? "" },
    reason: reader.text("reason"),
    issuedOn: reader.textOrNull("issued_on"),
    validDays: reader.whole("valid_days"),
    duesPaidUntil: reader.text("dues_paid_until"),
    number: reader.textOrNull("number"),
    wholeUnit: reader.flag("whole_unit"),
    batchId: reader.textOrNull("batch_id"),
    receivedOn: reader.textOrNull("received_on"),
    branchId: reader.textOrNull("branch_id"),
    steps: reader.json("steps", areSteps),
    revision: reader.whole("revision"),
  };
}

function areSteps(value: unknown): value is readonly TransferStep[] {
  return Array.isArray(value) && value.every((step) => typeof step === "object" && step !== null && "act" in step);
}

function transferRow(transfer: Transfer): RowOf<"transfer"> {
  const { id, kind, scope, state, reason, number, revision, outside } = transfer;
  return {
    ...{ id, kind, scope, state, reason, number, revision },
    person_id: transfer.personId,
    from_unit_id: transfer.fromUnitId,
    to_unit_id: transfer.toUnitId,
    heading: outside?.heading ?? null,
    finally_to: outside?.finallyTo ?? null,
    issued_on: transfer.issuedOn,
    valid_days: transfer.validDays,
    dues_paid_until: transfer.duesPaidUntil,
    whole_unit: transfer.wholeUnit ? 1 : 0,
    batch_id: transfer.batchId,
    received_on: transfer.receivedOn,
    branch_id: transfer.branchId,
    steps: JSON.stringify(transfer.steps),
  };
}
