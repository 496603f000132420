import { sql, type Kysely } from "kysely";
import type { PersonId, UnitId } from "#core/kernel/ids.ts";
import type {
  CommitProblems,
  ImportPage,
  ImportRecord,
  ImportRow,
  ImportState,
  ImportVerdict,
  StagedBy,
  StagedPerson,
  StagingReads,
  StagingWrites,
} from "#service/ports/records/staging.ts";
import { belongingRow } from "#service/store/rows/belonging-row.ts";
import { personRow } from "#service/store/rows/person-row.ts";
import { putRows } from "#service/store/rows/put-rows.ts";
import { RowReader } from "#service/store/rows/row-reader.ts";
import type { StoreContext } from "#service/store/store-context.ts";
import { columnsOf, type RowOf, type Tables } from "#service/store/tables.ts";
import { growOrganisation } from "../organisation-repository.ts";

const STATES: readonly ImportState[] = ["staging", "staged", "committed", "dropped"];
const STAGED = ["staged_history", "staged_post", "staged_person"] as const;
const VERDICTS: readonly ImportVerdict[] = ["new", "changed", "unchanged", "refused", "doubled"];

export function stagingReads(db: Kysely<Tables>, { dialect }: StoreContext): StagingReads {
  const imports = db.selectFrom("people_import").select(columnsOf("people_import"));
  return {
    importById: async (id) => {
      const row = await imports.where("id", "=", id).executeTakeFirst();
      return row && parseImport(row);
    },
    importsOf: async (unitIds) => {
      const rows = imports.where(dialect.among("unit_id", unitIds)).orderBy("made_at", "desc").orderBy("id");
      return (await rows.execute()).map(parseImport);
    },
    importRows: (importId, page) => importRows(db, importId, page),
    importCounts: async (importId) => {
      const { rows } = await sql<object>`select verdict, count(*) as number from import_row
        where import_id = ${importId} group by verdict`.execute(db);
      return new Map(
        rows.map((row) => {
          const reader = new RowReader("import_row", row, ["verdict"]);
          return [reader.oneOf("verdict", VERDICTS), reader.whole("number")];
        }),
      );
    },
    headerMapping: async (unitId, layout) => {
      const found = db.selectFrom("header_mapping").select("mapping").where("unit_id", "=", unitId);
      const row = await found.where("layout", "=", layout).executeTakeFirst();
      return row && new RowReader("header_mapping", row, []).text("mapping");
    },
  };
}

export function stagingWrites(db: Kysely<Tables>, context: StoreContext): StagingWrites {
  const { dialect } = context;
  return {
    insertImport: async (row) => {
      await putRows(db, dialect, { table: "people_import", rows: [importRow(row)], existing: "refuse" });
    },
    moveImport: async (id, from, { state, summary }) => {
      const moved = db.updateTable("people_import").set({ state, summary }).where("id", "=", id);
      return (await moved.where("state", "=", from).returning("id").execute()).length > 0;
    },
    addImportRows: async (rows) => {
      await putRows(db, dialect, { table: "import_row", rows: rows.map(verdictRow), existing: "refuse" });
    },
    stage: (importId, people) => stage(db, context, { importId, people }),
    commitStaged: (importId, by) => commitStaged(db, importId, by),
    clearStaged: async (importId) => {
      for (const table of STAGED) await db.deleteFrom(table).where("import_id", "=", importId).execute();
    },
    sweepStaging: async (before) => {
      const ended = db.selectFrom("people_import").select("id").where("state", "in", ["committed", "dropped"]);
      for (const table of STAGED) await db.deleteFrom(table).where("import_id", "in", ended).execute();
      const old = db.deleteFrom("people_import").where("made_at", "<", before);
      return (await old.where("state", "in", ["staging", "staged"]).returning("id").execute()).length;
    },
    saveHeaderMapping: async (...[unitId, layout, mapping, at]) => {
      const rows = [{ unit_id: unitId, layout, mapping, at }];
      await putRows(db, dialect, { table: "header_mapping", rows, existing: "replace" });
    },
  };
}

async function importRows(
  db: Kysely<Tables>,
  importId: string,
  { verdict, after, most }: ImportPage,
): Promise<readonly ImportRow[]> {
  let found = db.selectFrom("import_row").select(columnsOf("import_row")).where("import_id", "=", importId);
  if (verdict !== undefined) found = found.where("verdict", "=", verdict);
  if (after) found = found.where(sql<boolean>`(sheet, row_number) > (${after.sheet}, ${sql.lit(after.row)})`);
  return (await found.orderBy("sheet").orderBy("row_number").limit(most).execute()).map(parseVerdictRow);
}

interface Staging {
  readonly importId: string;
  readonly people: readonly StagedPerson[];
}

async function stage(
  db: Kysely<Tables>,
  { dialect, vault }: StoreContext,
  { importId, people }: Staging,
): Promise<void> {
  const persons = people.map(({ person, baseVersion }) => ({
    ...personRow(person, vault),
    import_id: importId,
    base_revision: baseVersion,
  }));
  const posts = people.flatMap(({ person }) =>
    person.belongings.map((belonging) => ({
      ...belongingRow({ ...belonging, personId: person.id }),
      import_id: importId,
    })),
  );
  const history = people.flatMap(({ person, history }) =>
    history.map((field) => ({ ...field, person_id: person.id, import_id: importId })),
  );
  await putRows(db, dialect, { table: "staged_person", rows: persons, existing: "refuse" });
  await putRows(db, dialect, { table: "staged_post", rows: posts, existing: "refuse" });
  await putRows(db, dialect, { table: "staged_history", rows: history, existing: "refuse" });
}

/** Columns that a staged row hands on; `merged_into` stays null: nobody changes a record that was merged. */
const MOVED = columnsOf("person").filter((column) => column !== "merged_into");

async function commitStaged(db: Kysely<Tables>, importId: string, by: StagedBy): Promise<CommitProblems> {
  const { fresh, known } = await stagedCounts(db, importId);
  if (known > 0) {
    const problems = await changeKnown(db, importId);
    if (problems.changed.length + problems.doubled.length > 0) return problems;
  }
  const columns = sql.join(MOVED.map((column) => sql.ref(column)));
  // Somebody else may be writing the same ID number at this moment: then it is not written, and that is noticed by the count.
  const { numAffectedRows } = await sql`insert into person (${columns}) select ${columns} from staged_person
    where import_id = ${importId} and base_revision = 0 order by id on conflict (id_index) do nothing`.execute(db);
  if (Number(numAffectedRows ?? 0) < fresh) {
    const doubled = await doubledOf(db, importId);
    if (doubled.length === 0)
      throw new Error(`import ${importId}: people were not written and nobody stands in their place`);
    return { changed: [], doubled };
  }
  await moveBelongingsAndHistory(db, importId, by);
  return { changed: [], doubled: [] };
}

async function stagedCounts(
  db: Kysely<Tables>,
  importId: string,
): Promise<{ readonly fresh: number; readonly known: number }> {
  const { rows } = await sql<object>`select count(*) as number, count(case when base_revision > 0 then 1 end) as known
    from staged_person where import_id = ${importId}`.execute(db);
  const reader = new RowReader("staged_person", rows[0] ?? {}, []);
  const known = reader.whole("known");
  return { known, fresh: reader.whole("number") - known };
}

/** Staged people whose ID number belongs to another record. */
async function doubledOf(db: Kysely<Tables>, importId: string): Promise<readonly PersonId[]> {
  return await idsOf(
    db,
    sql`select staged.id from staged_person as staged join person on person.id_index = staged.id_index
      where staged.import_id = ${importId} and person.id <> staged.id`,
  );
}

async function changeKnown(db: Kysely<Tables>, importId: string): Promise<CommitProblems> {
  const doubled = await doubledOf(db, importId);
  if (doubled.length > 0) return { changed: [], doubled };
  const changes = sql.join(
    MOVED.filter((column) => column !== "id").map((column) => sql`${sql.ref(column)} = staged.${sql.ref(column)}`),
  );
  await sql`update person set ${changes} from staged_person as staged
    where staged.import_id = ${importId} and staged.base_revision > 0 and person.id = staged.id
      and person.revision = staged.base_revision and person.merged_into is null`.execute(db);
  const changed = await idsOf(
    db,
    sql`select staged.id from staged_person as staged join person on person.id = staged.id
      where staged.import_id = ${importId} and staged.base_revision > 0 and person.data_key <> staged.data_key`,
  );
  return { changed, doubled: [] };
}

async function moveBelongingsAndHistory(db: Kysely<Tables>, importId: string, by: StagedBy): Promise<void> {
  const columns = sql.join(columnsOf("post").map((column) => sql.ref(column)));
  await sql`insert into post (${columns}) select ${columns} from staged_post where import_id = ${importId}
    order by id on conflict (id) do update set until_day = excluded.until_day`.execute(db);
  const { at, accountId, who, reason } = by;
  await sql`insert into history (record, field, revision, action, value, at, account_id, who, reason)
    select 'person:' || person_id, field, revision, 'import', value, ${at}, ${accountId}, ${who}, ${reason}
    from staged_history where import_id = ${importId} order by person_id, field`.execute(db);
  await growOrganisation(db);
}

async function idsOf(db: Kysely<Tables>, query: ReturnType<typeof sql<object>>): Promise<readonly PersonId[]> {
  const { rows } = await query.execute(db);
  return rows.map((row) => new RowReader("staged_person", row, ["id"]).text<PersonId>("id"));
}

function parseImport(row: object): ImportRecord {
  const reader = new RowReader("people_import", row, ["id"]);
  return {
    id: reader.text("id"),
    unitId: reader.text<UnitId>("unit_id"),
    accountId: reader.text("account_id"),
    fileName: reader.text("file_name"),
    sha256: reader.text("sha256"),
    madeAt: reader.text("made_at"),
    state: reader.oneOf("state", STATES),
    summary: reader.text("summary"),
  };
}

function importRow(row: ImportRecord): RowOf<"people_import"> {
  const { id, sha256, state, summary } = row;
  const { unitId, accountId, fileName, madeAt } = row;
  return {
    ...{ id, sha256, state, summary },
    unit_id: unitId,
    account_id: accountId,
    file_name: fileName,
    made_at: madeAt,
  };
}

function parseVerdictRow(row: object): ImportRow {
  const reader = new RowReader("import_row", row, ["import_id", "sheet", "row_number"]);
  return {
    importId: reader.text("import_id"),
    sheet: reader.text("sheet"),
    row: reader.whole("row_number"),
    verdict: reader.oneOf("verdict", VERDICTS),
    personId: reader.textOrNull("person_id"),
    detail: reader.text("detail"),
  };
}

function verdictRow({ importId, sheet, row, verdict, personId, detail }: ImportRow): RowOf<"import_row"> {
  return { import_id: importId, sheet, row_number: row, verdict, person_id: personId, detail };
}
