import { sql, type Kysely, type RawBuilder } from "kysely";
import type { LedgerFilter } from "#core/access/ledger-filter.ts";
import type { LedgerRecord } from "#service/ports/records.ts";
import type { LedgerQuery, LedgerReads, LedgerWrites } from "#service/ports/ledgers.ts";
import type { Dialect } from "../dialect.ts";
import { putRows } from "../rows/put-rows.ts";
import { RowReader } from "../rows/row-reader.ts";
import type { StoreContext } from "../store-context.ts";
import { columnsOf, type RowOf, type Tables } from "../tables.ts";
import { holdsText } from "../rows/text-search.ts";
import { LEDGER_LEVELS } from "./template-repository.ts";

type Reads = Pick<LedgerReads, "byId" | "byOwner" | "list" | "count" | "years">;
type Writes = Pick<LedgerWrites, "insertLedger" | "updateLedger" | "deleteLedger">;

export function ledgerReads(db: Kysely<Tables>, { dialect }: StoreContext): Reads {
  const all = db.selectFrom("ledger").select(columnsOf("ledger"));
  return {
    byId: async (id) => {
      const row = await all.where("id", "=", id).executeTakeFirst();
      return row && parseLedger(row);
    },
    byOwner: async (owner) => {
      const own = all
        .where("template_id", "=", owner.templateId)
        .where("year", "=", owner.year)
        .where("owner_key", "=", ownerKey(owner));
      const row = await own.where("state", "<>", "voided").executeTakeFirst();
      return row && parseLedger(row);
    },
    list: async (query) => {
      let found = all.where(conditionOf(query, dialect));
      if (query.after !== undefined) {
        const last = sql`select -year, id from ledger where id = ${query.after}`;
        found = found.where(sql<boolean>`(-year, id) > (${last})`);
      }
      return (await found.orderBy("year", "desc").orderBy("id").limit(query.most).execute()).map(parseLedger);
    },
    count: async (query) => {
      const counted = db.selectFrom("ledger").select((is) => is.fn.countAll().as("ledgers"));
      const row = await counted.where(conditionOf(query, dialect)).executeTakeFirstOrThrow();
      return new RowReader("ledger", row, []).whole("ledgers");
    },
    years: async (visible) => {
      const years = db.selectFrom("ledger").select("year").distinct().where(visibleTo(visible, dialect));
      return (await years.orderBy("year", "desc").execute()).map((row) =>
        new RowReader("ledger", row, []).whole("year"),
      );
    },
  };
}

export function ledgerWrites(db: Kysely<Tables>, { dialect }: StoreContext): Writes {
  return {
    insertLedger: async (ledger) => {
      const row = ledgerRow(ledger);
      const taken = db
        .selectFrom("ledger")
        .select("id")
        .where("template_id", "=", row.template_id)
        .where("year", "=", row.year);
      const other = await taken
        .where("owner_key", "=", row.owner_key)
        .where("state", "<>", "voided")
        .executeTakeFirst();
      if (other) return false;
      // Two at once on PostgreSQL: the unique index stops the second, and its work starts again and finds the first.
      await putRows(db, dialect, { table: "ledger", rows: [row], existing: "refuse" });
      return true;
    },
    updateLedger: async (ledger, baseNameRevision) => {
      const { name, name_revision, state, unit_id, owner_key } = ledgerRow(ledger);
      // A merged one stays its first owner's: the unit it lies in now has its own (M18, L3).
      const owner = state === "merged" ? {} : { owner_key };
      const same = db.updateTable("ledger").set({ name, name_revision, state, unit_id, ...owner });
      const seen = same.where("id", "=", ledger.id).where("name_revision", "=", baseNameRevision);
      return (await seen.executeTakeFirst()).numUpdatedRows === 1n;
    },
    deleteLedger: async (id) => {
      // Items, ratings and evidence are not deleted with it: such a ledger can only be voided (L2), so the database refuses.
      await db.deleteFrom("wording").where("ledger_id", "=", id).execute();
      await db.deleteFrom("ledger").where("id", "=", id).execute();
    },
  };
}

/** The readable set in SQL: the same answer as `matchesFilter`, which the contract suite compares on random ledgers. */
function visibleTo(filter: LedgerFilter, dialect: Dialect): RawBuilder<boolean> {
  const lines = [
    ...(filter.unitLedgersOf.length > 0
      ? [sql<boolean>`owner_kind = 'unit' and ${dialect.among("unit_id", filter.unitLedgersOf)}`]
      : []),
    ...(filter.memberLedgersIn.length > 0
      ? [sql<boolean>`owner_kind = 'member' and ${dialect.among("unit_id", filter.memberLedgersIn)}`]
      : []),
    ...(filter.memberLedgerOf === null
      ? []
      : [sql<boolean>`owner_kind = 'member' and person_id = ${filter.memberLedgerOf}`]),
    ...(filter.ledgerIds.length > 0 ? [dialect.among("id", filter.ledgerIds)] : []),
    ...(filter.templateIds.length > 0 ? [dialect.among("template_id", filter.templateIds)] : []),
  ];
  if (lines.length === 0) return sql<boolean>`1 = 0`;
  return sql<boolean>`(${sql.join(
    lines.map((line) => sql`(${line})`),
    sql` or `,
  )})`;
}

function conditionOf(query: LedgerQuery, dialect: Dialect): RawBuilder<boolean> {
  const conditions = [visibleTo(query.visible, dialect)];
  if (query.year !== undefined) conditions.push(sql<boolean>`year = ${query.year}`);
  if (query.level !== undefined) conditions.push(sql<boolean>`level = ${query.level}`);
  if (query.templateId !== undefined) conditions.push(sql<boolean>`template_id = ${query.templateId}`);
  if (query.unitIds !== undefined) conditions.push(dialect.among("unit_id", query.unitIds));
  if (query.search !== undefined && query.search !== "") conditions.push(holdsText("name", query.search));
  if (!query.includeVoided) conditions.push(sql<boolean>`state <> 'voided'`);
  return sql<boolean>`${sql.join(conditions, sql` and `)}`;
}

/** One ledger per owner: the member himself, whichever branch he is in, or the unit. */
function ownerKey({ personId, unitId }: Pick<LedgerRecord, "personId" | "unitId">): string {
  return personId === null ? `unit:${unitId}` : `person:${personId}`;
}

function parseLedger(row: object): LedgerRecord {
  const reader = new RowReader("ledger", row, ["id"]);
  return {
    id: reader.text("id"),
    templateId: reader.text("template_id"),
    templateVersionId: reader.text("template_version_id"),
    level: reader.oneOf("level", LEDGER_LEVELS),
    year: reader.whole("year"),
    ownerKind: reader.oneOf("owner_kind", ["unit", "member"]),
    unitId: reader.text("unit_id"),
    personId: reader.textOrNull("person_id"),
    name: reader.text("name"),
    nameRevision: reader.whole("name_revision"),
    state: reader.oneOf("state", ["open", "voided", "merged"]),
    createdAt: reader.text("created_at"),
  };
}

function ledgerRow(ledger: LedgerRecord): RowOf<"ledger"> {
  const { id, level, year, name, state } = ledger;
  return {
    ...{ id, level, year, name, state },
    template_id: ledger.templateId,
    template_version_id: ledger.templateVersionId,
    owner_kind: ledger.ownerKind,
    owner_key: ownerKey(ledger),
    unit_id: ledger.unitId,
    person_id: ledger.personId,
    name_revision: ledger.nameRevision,
    created_at: ledger.createdAt,
  };
}
