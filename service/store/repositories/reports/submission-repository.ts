import type { Kysely } from "kysely";
import type { ReportKey } from "#core/report/key/report-key.ts";
import type {
  ReportReads,
  ReportWrites,
  RemarkRecord,
  SubmissionRecord,
  SubmissionStand,
} from "#service/ports/reports/reports.ts";
import { isCellValues } from "#service/store/rows/cell-values.ts";
import { keptQuery } from "#service/store/rows/kept-query.ts";
import { putRows } from "#service/store/rows/put-rows.ts";
import { RowReader } from "#service/store/rows/row-reader.ts";
import type { StoreContext } from "#service/store/store-context.ts";
import { columnsOf, type RowOf, type Tables } from "#service/store/tables.ts";

type Reads = Pick<
  ReportReads,
  | "submissions"
  | "submission"
  | "latestSubmissions"
  | "latestStates"
  | "acceptedIn"
  | "yearsKnown"
  | "frozen"
  | "remarks"
>;
type Writes = Pick<ReportWrites, "hold" | "insertSubmission" | "updateSubmission" | "addRemarks">;

const STATES: readonly SubmissionRecord["state"][] = ["submitted", "withdrawn", "returned", "accepted", "unlocked"];
/** Bytes in one row of frozen records: rows stay small enough to be copied by the thousand. */
const PART = 49_152;

const SUBMISSIONS = keptQuery(["setId", "unitId", "on"], (db, { setId, unitId, on }) =>
  db
    .selectFrom("submission")
    .select(columnsOf("submission"))
    .where("set_id", "=", setId)
    .where("unit_id", "=", unitId)
    .where("on_day", "=", on)
    .orderBy("number", "desc"),
);

const ACCEPTED = keptQuery(["unitId", "from", "to"], (db, within) => lastAccepted(db, within));
const ACCEPTED_OF_SET = keptQuery(["unitId", "from", "to", "setId"], (db, { setId, ...within }) =>
  lastAccepted(db, within).where("set_id", "=", setId),
);

function lastAccepted(db: Kysely<Tables>, { unitId, from, to }: Readonly<Record<"unitId" | "from" | "to", never>>) {
  return db
    .selectFrom("submission")
    .select(columnsOf("submission"))
    .where("unit_id", "=", unitId)
    .where("state", "=", "accepted")
    .where("on_day", ">=", from)
    .where("on_day", "<=", to)
    .orderBy("on_day", "desc")
    .orderBy("number", "desc")
    .limit(1);
}

/** What was handed over to the superior, the records behind it, and the superior's remarks (R8). */
export function submissionReads(db: Kysely<Tables>, { dialect }: StoreContext): Reads {
  const all = () => db.selectFrom("submission").select(columnsOf("submission"));
  return {
    submissions: async ({ setId, unitId, on }) =>
      (await SUBMISSIONS({ db, dialect, given: { setId, unitId, on } })).map(parseSubmission),
    submission: async (id) => {
      const row = await all().where("id", "=", id).executeTakeFirst();
      return row && parseSubmission(row);
    },
    latestSubmissions: async (units, { setId, on }) => {
      const found = all().where("set_id", "=", setId).where("on_day", "=", on).where(dialect.among("unit_id", units));
      const rows = (await found.orderBy("unit_id").orderBy("number", "desc").execute()).map(parseSubmission);
      return rows.filter(({ key }, at) => rows[at - 1]?.key.unitId !== key.unitId);
    },
    latestStates: async (units, from) => {
      const found = db.selectFrom("submission").select(STAND_COLUMNS).where(dialect.among("unit_id", units));
      const ordered = found.where("on_day", ">=", from).orderBy("unit_id").orderBy("set_id").orderBy("on_day");
      const rows = (await ordered.orderBy("number", "desc").execute()).map(parseStand);
      return rows.filter(({ key }, at) => !isSameReport(rows[at - 1]?.key, key));
    },
    acceptedIn: async (unitId, year, setId) => {
      const within = { unitId, from: `${year}-01-01`, to: `${year}-12-31` };
      const found =
        setId === undefined
          ? await ACCEPTED({ db, dialect, given: within })
          : await ACCEPTED_OF_SET({ db, dialect, given: { ...within, setId } });
      return found[0] && parseSubmission(found[0]);
    },
    yearsKnown: async ({ unitId, setId }) => {
      const own = { unit_id: unitId, set_id: setId };
      const accepted = db
        .selectFrom("submission")
        .select("on_day")
        .where((eb) => eb.and({ ...own, state: "accepted" }));
      const opened = db
        .selectFrom("opening_figures")
        .select("year")
        .where((eb) => eb.and(own));
      const years = [
        ...(await accepted.execute()).map(({ on_day }) => Number(String(on_day).slice(0, 4))),
        ...(await opened.execute()).map(({ year }) => Number(year)),
      ];
      return [...new Set(years)].sort((a, b) => b - a);
    },
    frozen: async (id) => {
      const parts = db.selectFrom("submission_frozen").select("bytes").where("submission_id", "=", id);
      const rows = await parts.orderBy("part").execute();
      if (rows.length === 0) return undefined;
      return Buffer.concat(rows.map(({ bytes }) => Buffer.from(String(bytes), "base64")));
    },
    remarks: async (id) => {
      const found = db.selectFrom("submission_remark").select(columnsOf("submission_remark"));
      const rows = await found.where("submission_id", "=", id).orderBy("at", "desc").orderBy("id").execute();
      return rows.map(parseRemark);
    },
  };
}

export function submissionWrites(db: Kysely<Tables>, { dialect }: StoreContext): Writes {
  const hold = async ({ setId, unitId, on }: ReportKey): Promise<void> => {
    await dialect.hold(db, `report ${setId} ${unitId} ${on}`);
  };
  return {
    hold,
    insertSubmission: async (row, frozen) => {
      const { setId, unitId, on } = row.key;
      await hold(row.key);
      const report = { set_id: setId, unit_id: unitId, on_day: on };
      const before = db
        .selectFrom("submission")
        .select(["state", "number"])
        .where((eb) => eb.and(report));
      const earlier = await before.execute();
      const stands = earlier.some(({ state }) => state === "submitted" || state === "accepted");
      if (stands || earlier.some(({ number }) => number === row.number)) return false;
      await putRows(db, dialect, { table: "submission", rows: [submissionRow(row)], existing: "refuse" });
      await putRows(db, dialect, { table: "submission_frozen", rows: partsOf(row.id, frozen), existing: "refuse" });
      return true;
    },
    updateSubmission: async (row) => {
      const options = { table: "submission", rows: [submissionRow(row)], existing: "next-revision" } as const;
      return (await putRows(db, dialect, options)).length === 1;
    },
    addRemarks: async (rows) => {
      await putRows(db, dialect, { table: "submission_remark", rows: rows.map(remarkRow), existing: "refuse" });
    },
  };
}

const STAND_COLUMNS = [
  ...(["id", "set_id", "unit_id", "on_day", "number", "state"] as const),
  ...(["decided_at", "decision_reason", "printed_on"] as const),
] as const;

function isSameReport(one: ReportKey | undefined, other: ReportKey): boolean {
  return one?.unitId === other.unitId && one.setId === other.setId && one.on === other.on;
}

/** At least one part, so that nothing frozen is told from no submission. */
function partsOf(id: string, frozen: Uint8Array): readonly RowOf<"submission_frozen">[] {
  const bytes = Buffer.from(frozen.buffer, frozen.byteOffset, frozen.byteLength);
  return Array.from({ length: Math.max(1, Math.ceil(bytes.length / PART)) }, (_, part) => ({
    submission_id: id,
    part,
    bytes: bytes.subarray(part * PART, (part + 1) * PART).toString("base64"),
  }));
}

function parseStand(row: object): SubmissionStand {
  const reader = new RowReader("submission", row, ["id"]);
  return {
    key: { setId: reader.text("set_id"), unitId: reader.text("unit_id"), on: reader.text("on_day") },
    number: reader.whole("number"),
    state: reader.oneOf("state", STATES),
    decidedAt: reader.textOrNull("decided_at"),
    decisionReason: reader.text("decision_reason"),
    printedOn: reader.textOrNull("printed_on"),
  };
}

function parseSubmission(row: object): SubmissionRecord {
  const reader = new RowReader("submission", row, ["id"]);
  return {
    ...parseStand(row),
    id: reader.text("id"),
    submittedAt: reader.text("submitted_at"),
    accountId: reader.text("account_id"),
    who: reader.text("who"),
    change: reader.whole("change_number"),
    definition: reader.text("definition"),
    values: reader.json("cell_values", isCellValues),
    seenAt: reader.textOrNull("seen_at"),
    decidedBy: reader.text("decided_by"),
    revision: reader.whole("revision"),
  };
}

function submissionRow({ id, key, number, state, ...row }: SubmissionRecord): RowOf<"submission"> {
  const { who, definition, revision } = row;
  return {
    ...{ id, number, state, who, definition, revision },
    ...{ set_id: key.setId, unit_id: key.unitId, on_day: key.on },
    ...{ submitted_at: row.submittedAt, account_id: row.accountId, change_number: row.change },
    ...{ cell_values: JSON.stringify(row.values), seen_at: row.seenAt, decided_at: row.decidedAt },
    ...{ decided_by: row.decidedBy, decision_reason: row.decisionReason, printed_on: row.printedOn },
  };
}

function parseRemark(row: object): RemarkRecord {
  const reader = new RowReader("submission_remark", row, ["id"]);
  return {
    id: reader.text("id"),
    submissionId: reader.text("submission_id"),
    cell: reader.text("cell"),
    text: reader.text("remark"),
    who: reader.text("who"),
    at: reader.text("at"),
  };
}

function remarkRow({ id, submissionId, cell, text, who, at }: RemarkRecord): RowOf<"submission_remark"> {
  return { id, submission_id: submissionId, cell, remark: text, who, at };
}
