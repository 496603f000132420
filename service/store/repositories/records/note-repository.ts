import type { Kysely } from "kysely";
import type {
  ExplanationRecord,
  ExportRecord,
  NoteReads,
  NoteWrites,
  QuestionRecord,
} from "#service/ports/records/record-notes.ts";
import { putRows } from "#service/store/rows/put-rows.ts";
import { RowReader } from "#service/store/rows/row-reader.ts";
import type { StoreContext } from "#service/store/store-context.ts";
import { columnsOf, type RowOf, type Tables } from "#service/store/tables.ts";

/** What is written beside the records: explanations, saved questions, exports. */
export function noteReads(db: Kysely<Tables>, { dialect, vault }: StoreContext): NoteReads {
  const questions = db.selectFrom("question").select(columnsOf("question"));
  return {
    explanations: async (records) => {
      const found = db
        .selectFrom("explanation")
        .select(columnsOf("explanation"))
        .where(dialect.among("record", records));
      return (await found.orderBy("record").orderBy("check_code").orderBy("at").execute()).map(parseExplanation);
    },
    valueMac: (valueKey) => vault.mac("explanation", valueKey),
    questions: async (units) =>
      (await questions.where(dialect.among("unit_id", units)).orderBy("name").orderBy("id").execute()).map(
        parseQuestion,
      ),
    question: async (id) => {
      const row = await questions.where("id", "=", id).executeTakeFirst();
      return row && parseQuestion(row);
    },
    exports: async (unitId, list) => {
      const ofUnit = db.selectFrom("record_export").select(columnsOf("record_export")).where("unit_id", "=", unitId);
      const rows = list === undefined ? ofUnit : ofUnit.where("list", "=", list);
      return (await rows.orderBy("at", "desc").orderBy("id").execute()).map(parseExport);
    },
  };
}

export function noteWrites(db: Kysely<Tables>, { dialect }: StoreContext): NoteWrites {
  return {
    saveExplanations: async (rows) => {
      await putRows(db, dialect, { table: "explanation", rows: rows.map(explanationRow), existing: "replace" });
    },
    saveQuestion: async (question) => {
      await dialect.hold(db, `question of ${question.unitId}`);
      const others = db.selectFrom("question").select("id").where("unit_id", "=", question.unitId);
      const taken = await others.where("name", "=", question.name).where("id", "<>", question.id).executeTakeFirst();
      if (taken) return false;
      const rows = [questionRow(question)];
      return (await putRows(db, dialect, { table: "question", rows, existing: "next-revision" })).length > 0;
    },
    deleteQuestion: async (id) => {
      await db.deleteFrom("question").where("id", "=", id).execute();
    },
    addExport: async (row) => {
      await putRows(db, dialect, { table: "record_export", rows: [exportRow(row)], existing: "refuse" });
    },
  };
}

function parseExplanation(row: object): ExplanationRecord {
  const reader = new RowReader("explanation", row, ["record", "check_code"]);
  return {
    record: reader.text("record"),
    check: reader.text("check_code"),
    valueMac: reader.text("value_mac"),
    text: reader.text("explanation"),
    at: reader.text("at"),
    accountId: reader.text("account_id"),
    who: reader.text("who"),
  };
}

function explanationRow({
  record,
  check,
  valueMac,
  text,
  at,
  accountId,
  who,
}: ExplanationRecord): RowOf<"explanation"> {
  return { record, check_code: check, value_mac: valueMac, explanation: text, at, account_id: accountId, who };
}

function parseQuestion(row: object): QuestionRecord {
  const reader = new RowReader("question", row, ["id"]);
  return {
    id: reader.text("id"),
    unitId: reader.text("unit_id"),
    name: reader.text("name"),
    content: reader.text("content"),
    accountId: reader.text("account_id"),
    who: reader.text("who"),
    at: reader.text("at"),
    revision: reader.whole("revision"),
  };
}

function questionRow({ unitId, accountId, ...rest }: QuestionRecord): RowOf<"question"> {
  return { ...rest, unit_id: unitId, account_id: accountId };
}

function parseExport(row: object): ExportRecord {
  const reader = new RowReader("record_export", row, ["id"]);
  return {
    id: reader.text("id"),
    unitId: reader.text("unit_id"),
    list: reader.text("list"),
    purpose: reader.text("purpose"),
    from: reader.textOrNull("from_day"),
    to: reader.textOrNull("to_day"),
    people: reader.whole("people"),
    sha256: reader.text("sha256"),
    accountId: reader.text("account_id"),
    at: reader.text("at"),
  };
}

function exportRow({ unitId, accountId, from, to, ...rest }: ExportRecord): RowOf<"record_export"> {
  return { ...rest, unit_id: unitId, account_id: accountId, from_day: from, to_day: to };
}
