import type { Kysely } from "kysely";
import type { ExtensionRecord, WindowRecord } from "#service/ports/records.ts";
import type { LedgerReads, LedgerWrites, Substitute } from "#service/ports/ledgers.ts";
import { putRows } from "../rows/put-rows.ts";
import { RowReader } from "../rows/row-reader.ts";
import type { StoreContext } from "../store-context.ts";
import { columnsOf, type Tables } from "../tables.ts";
import { LEDGER_LEVELS } from "./template-repository.ts";

type Reads = Pick<LedgerReads, "windows" | "extensions" | "substitutes" | "substitutionsOf" | "standingPublished">;
type Writes = Pick<LedgerWrites, "saveWindow" | "saveExtension" | "saveSubstitute" | "publishStanding">;

/** What a superior sets about a year: stages, extensions, substitutes, published standings. */
export function windowReads(db: Kysely<Tables>, { dialect }: StoreContext): Reads {
  const substitutes = db
    .selectFrom("substitute")
    .select(columnsOf("substitute"))
    .orderBy("ledger_id")
    .orderBy("rater_class")
    .orderBy("person_id");
  return {
    windows: async ({ unitIds, level, year }) => {
      const all = db
        .selectFrom("review_window")
        .select(columnsOf("review_window"))
        .where(dialect.among("unit_id", unitIds));
      return (await all.where("level", "=", level).where("year", "=", year).orderBy("unit_id").execute()).map(
        parseWindow,
      );
    },
    extensions: async ({ unitId, level, year }) => {
      const all = db.selectFrom("extension").select(columnsOf("extension")).where("unit_id", "=", unitId);
      return (await all.where("level", "=", level).where("year", "=", year).orderBy("stage").execute()).map(
        parseExtension,
      );
    },
    substitutes: async (id) => (await substitutes.where("ledger_id", "=", id).execute()).map(parseSubstitute),
    substitutionsOf: async (person) =>
      (await substitutes.where("person_id", "=", person).execute()).map(parseSubstitute),
    standingPublished: async ({ unitId, level, templateId, year }) => {
      const one = db
        .selectFrom("published_standing")
        .select("published_at")
        .where("unit_id", "=", unitId)
        .where("level", "=", level);
      return (
        (await one.where("template_id", "=", templateId).where("year", "=", year).executeTakeFirst()) !== undefined
      );
    },
  };
}

export function windowWrites(db: Kysely<Tables>, { dialect }: StoreContext): Writes {
  return {
    saveWindow: async ({ unitId, level, year, spans, closed, revision }) => {
      const row = { unit_id: unitId, level, year, spans, closed: closed ? 1 : 0, revision };
      return (
        (await putRows(db, dialect, { table: "review_window", rows: [row], existing: "next-revision" })).length === 1
      );
    },
    saveExtension: async ({ unitId, level, year, stage, to, reason }) => {
      const row = { unit_id: unitId, level, year, stage, to_day: to, reason };
      await putRows(db, dialect, { table: "extension", rows: [row], existing: "replace" });
    },
    saveSubstitute: async ({ ledgerId, raterClass, personId, reason }) => {
      const row = { ledger_id: ledgerId, rater_class: raterClass, person_id: personId, reason };
      await putRows(db, dialect, { table: "substitute", rows: [row], existing: "replace" });
    },
    publishStanding: async ({ unitId, level, templateId, year }, at) => {
      const row = { unit_id: unitId, level, template_id: templateId, year, published_at: at };
      await putRows(db, dialect, { table: "published_standing", rows: [row], existing: "keep" });
    },
  };
}

function parseWindow(row: object): WindowRecord {
  const reader = new RowReader("review_window", row, ["unit_id", "level", "year"]);
  return {
    unitId: reader.text("unit_id"),
    level: reader.oneOf("level", LEDGER_LEVELS),
    year: reader.whole("year"),
    spans: reader.text("spans"),
    closed: reader.flag("closed"),
    revision: reader.whole("revision"),
  };
}

function parseExtension(row: object): ExtensionRecord {
  const reader = new RowReader("extension", row, ["unit_id", "level", "year", "stage"]);
  return {
    unitId: reader.text("unit_id"),
    level: reader.oneOf("level", LEDGER_LEVELS),
    year: reader.whole("year"),
    stage: reader.text("stage"),
    to: reader.text("to_day"),
    reason: reader.text("reason"),
  };
}

function parseSubstitute(row: object): Substitute {
  const reader = new RowReader("substitute", row, ["ledger_id", "person_id"]);
  return {
    ledgerId: reader.text("ledger_id"),
    raterClass: reader.oneOf("rater_class", ["peer", "leader"]),
    personId: reader.text("person_id"),
    reason: reader.text("reason"),
  };
}
