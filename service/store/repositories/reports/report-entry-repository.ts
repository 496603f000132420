import type { Kysely } from "kysely";
import { groupBy } from "#core/kernel/group-by.ts";
import type { UnitId } from "#core/kernel/ids.ts";
import type { ReportEntry } from "#core/report/entry/report-entry.ts";
import type { ReportKey } from "#core/report/key/report-key.ts";
import type {
  CheckExplanationRecord,
  ExemptionRecord,
  OpeningRecord,
  PointAnswerRecord,
  ReportReads,
  ReportWrites,
} from "#service/ports/reports/reports.ts";
import { putRows } from "#service/store/rows/put-rows.ts";
import { isCellValues } from "#service/store/rows/cell-values.ts";
import { keptQuery } from "#service/store/rows/kept-query.ts";
import { RowReader } from "#service/store/rows/row-reader.ts";
import type { StoreContext } from "#service/store/store-context.ts";
import { columnsOf, type RowOf, type Tables } from "#service/store/tables.ts";

type Reads = Pick<ReportReads, "entries" | "entriesOf" | "explanations" | "exemptions" | "answers" | "openings">;
type Writes = Pick<
  ReportWrites,
  "saveEntries" | "saveExplanations" | "saveExemption" | "dropExemption" | "saveAnswer" | "saveOpening"
>;

const KINDS: readonly ReportEntry["kind"][] = ["manual", "override"];

const ENTRIES = keptQuery(["setId", "unitId", "on"], (db, { setId, unitId, on }) =>
  db
    .selectFrom("report_entry")
    .select(columnsOf("report_entry"))
    .where((eb) => eb.and({ set_id: setId, unit_id: unitId, on_day: on }))
    .orderBy("cell"),
);

const EXPLANATIONS = keptQuery(["setId", "unitId", "on"], (db, { setId, unitId, on }) =>
  db
    .selectFrom("check_explanation")
    .select(columnsOf("check_explanation"))
    .where((eb) => eb.and({ set_id: setId, unit_id: unitId, on_day: on }))
    .orderBy("at")
    .orderBy("check_code")
    .orderBy("line"),
);

const EXEMPTIONS = keptQuery(["setId", "units", "year"], (db, { setId, units, year }, dialect) =>
  db
    .selectFrom("check_exemption")
    .select(columnsOf("check_exemption"))
    .where("set_id", "=", setId)
    .where("year", "=", year)
    .where(dialect.among("unit_id", [units]))
    .orderBy("unit_id")
    .orderBy("check_code"),
);

const OPENINGS = keptQuery(["unitId", "year"], (db, { unitId, year }) =>
  db
    .selectFrom("opening_figures")
    .select(columnsOf("opening_figures"))
    .where("unit_id", "=", unitId)
    .where("year", "=", year)
    .orderBy("set_id"),
);

/** What is put into a report: values, explanations, exemptions, answers, opening figures. */
export function reportEntryReads(db: Kysely<Tables>, { dialect }: StoreContext): Reads {
  return {
    entries: async ({ setId, unitId, on }) =>
      (await ENTRIES({ db, dialect, given: { setId, unitId, on } })).map(parseEntry),
    entriesOf: async (units, { setId, on }) => {
      const entries = db.selectFrom("report_entry").select(columnsOf("report_entry"));
      const found = entries.where("set_id", "=", setId).where("on_day", "=", on).where(dialect.among("unit_id", units));
      const rows = await found.orderBy("unit_id").orderBy("cell").execute();
      const byUnit = groupBy(rows, ({ unit_id }) => unit_id as UnitId);
      return new Map([...byUnit].map(([unit, own]) => [unit, own.map(parseEntry)]));
    },
    explanations: async ({ setId, unitId, on }) =>
      (await EXPLANATIONS({ db, dialect, given: { setId, unitId, on } })).map(parseExplanation),
    exemptions: async ({ setId, units, year }) =>
      (await EXEMPTIONS({ db, dialect, given: { setId, units, year } })).map(parseExemption),
    answers: async (key) => {
      const found = db.selectFrom("point_answer").select(columnsOf("point_answer"));
      return (
        await found
          .where((eb) => eb.and(keyRow(key)))
          .orderBy("point")
          .execute()
      ).map(parseAnswer);
    },
    openings: async ({ unitId, year }) => (await OPENINGS({ db, dialect, given: { unitId, year } })).map(parseOpening),
  };
}

export function reportEntryWrites(db: Kysely<Tables>, { dialect }: StoreContext): Writes {
  return {
    saveEntries: async (key, rows) => {
      const options = { table: "report_entry", existing: "next-revision" } as const;
      const written = await putRows(db, dialect, { ...options, rows: rows.map((row) => entryRow(key, row)) });
      return new Set(written.map(({ cell }) => String(cell)));
    },
    saveExplanations: async (key, rows) => {
      const options = { table: "check_explanation", existing: "replace" } as const;
      await putRows(db, dialect, { ...options, rows: rows.map((row) => explanationRow(key, row)) });
    },
    saveExemption: async (row) => {
      await putRows(db, dialect, { table: "check_exemption", rows: [exemptionRow(row)], existing: "replace" });
    },
    dropExemption: async ({ setId, unitId, year, check }) => {
      const ofUnit = db.deleteFrom("check_exemption").where("set_id", "=", setId).where("unit_id", "=", unitId);
      const gone = await ofUnit.where("year", "=", year).where("check_code", "=", check).executeTakeFirst();
      return gone.numDeletedRows > 0n;
    },
    saveAnswer: async (key, row) => {
      const options = { table: "point_answer", existing: "next-revision" } as const;
      return (await putRows(db, dialect, { ...options, rows: [answerRow(key, row)] })).length === 1;
    },
    saveOpening: async (row) => {
      await putRows(db, dialect, { table: "opening_figures", rows: [openingRow(row)], existing: "replace" });
    },
  };
}

const REPORT = ["set_id", "unit_id", "on_day"] as const;

function keyRow({ setId, unitId, on }: ReportKey) {
  return { set_id: setId, unit_id: unitId, on_day: on } as const;
}

interface Written {
  readonly accountId: ReportEntry["accountId"];
  readonly who: string;
  readonly at: ReportEntry["at"];
}

function parseWritten(reader: RowReader): Written {
  return { accountId: reader.text("account_id"), who: reader.text("who"), at: reader.text("at") };
}

function writtenRow({ accountId, who, at }: Written) {
  return { account_id: accountId, who, at } as const;
}

function parseEntry(row: object): ReportEntry {
  const reader = new RowReader("report_entry", row, [...REPORT, "cell"]);
  return {
    cell: reader.text("cell"),
    kind: reader.oneOf("kind", KINDS),
    value: reader.textOrNull("entered"),
    generated: reader.textOrNull("generated"),
    reason: reader.text("reason"),
    revision: reader.whole("revision"),
    ...parseWritten(reader),
  };
}

function entryRow(key: ReportKey, entry: ReportEntry): RowOf<"report_entry"> {
  const { cell, kind, value, generated, reason, revision } = entry;
  return { ...keyRow(key), ...{ cell, kind, entered: value, generated, reason, revision }, ...writtenRow(entry) };
}

function parseExplanation(row: object): CheckExplanationRecord {
  const reader = new RowReader("check_explanation", row, [...REPORT, "check_code", "line"]);
  return {
    check: reader.text("check_code"),
    version: reader.text("check_version"),
    line: reader.text("line"),
    left: numberIn(reader, "left_value"),
    right: numberIn(reader, "right_value"),
    text: reader.text("explanation"),
    ...parseWritten(reader),
  };
}

function numberIn(reader: RowReader, column: "left_value" | "right_value"): number {
  const text = reader.text(column);
  return text !== "" && Number.isFinite(Number(text)) ? Number(text) : reader.broken(column, "is no number");
}

function explanationRow(key: ReportKey, given: CheckExplanationRecord): RowOf<"check_explanation"> {
  const { check, version, line, left, right, text } = given;
  return {
    ...keyRow(key),
    ...{ check_code: check, check_version: version, line, explanation: text },
    ...{ left_value: String(left), right_value: String(right) },
    ...writtenRow(given),
  };
}

function parseExemption(row: object): ExemptionRecord {
  const reader = new RowReader("check_exemption", row, ["set_id", "unit_id", "year", "check_code"]);
  return {
    setId: reader.text("set_id"),
    unitId: reader.text("unit_id"),
    year: reader.whole("year"),
    check: reader.text("check_code"),
    reason: reader.text("reason"),
    ...parseWritten(reader),
  };
}

function exemptionRow({ setId, unitId, year, check, reason, ...written }: ExemptionRecord): RowOf<"check_exemption"> {
  return { set_id: setId, unit_id: unitId, year, check_code: check, reason, ...writtenRow(written) };
}

function parseAnswer(row: object): PointAnswerRecord {
  const reader = new RowReader("point_answer", row, [...REPORT, "point"]);
  return {
    point: reader.text("point"),
    text: reader.text("answer"),
    revision: reader.whole("revision"),
    ...parseWritten(reader),
  };
}

function answerRow(key: ReportKey, { point, text, revision, ...written }: PointAnswerRecord): RowOf<"point_answer"> {
  return { ...keyRow(key), point, answer: text, revision, ...writtenRow(written) };
}

function parseOpening(row: object): OpeningRecord {
  const reader = new RowReader("opening_figures", row, ["set_id", "unit_id", "year"]);
  return {
    setId: reader.text("set_id"),
    unitId: reader.text("unit_id"),
    year: reader.whole("year"),
    values: reader.json("cell_values", isCellValues),
    reason: reader.text("reason"),
    ...parseWritten(reader),
  };
}

function openingRow({ setId, unitId, year, values, reason, ...written }: OpeningRecord): RowOf<"opening_figures"> {
  const cells = JSON.stringify(values);
  return { set_id: setId, unit_id: unitId, year, cell_values: cells, reason, ...writtenRow(written) };
}
