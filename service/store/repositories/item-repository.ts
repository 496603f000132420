import type { Kysely } from "kysely";
import type { ItemKey, LedgerId } from "#core/kernel/ids.ts";
import type { EntryStatus, ItemState, ScoreEntry } from "#core/ledger/handling/item-state.ts";
import type { ItemRecord, WordingRecord } from "#service/ports/records.ts";
import { wordingKey } from "#service/ports/row-keys.ts";
import type { LedgerReads, LedgerWrites, ScoreRow } from "#service/ports/ledgers.ts";
import { ensureOneLedger } from "../rows/ensure-one-ledger.ts";
import { putRows } from "../rows/put-rows.ts";
import { RowReader } from "../rows/row-reader.ts";
import type { StoreContext } from "../store-context.ts";
import { columnsOf, type RowOf, type Tables } from "../tables.ts";

const STATUSES: readonly EntryStatus[] = [
  "own",
  "challenged",
  "accepted",
  "contested",
  "escalated",
  "ruled",
  "reopened",
];
const ROLES: readonly ScoreEntry["role"][] = ["owner", "peer", "leader"];

type Reads = Pick<LedgerReads, "items" | "wordings" | "scoresOf" | "challengedItems">;

export function itemReads(db: Kysely<Tables>, { dialect }: StoreContext): Reads {
  return {
    items: async (id) => {
      const rows = db.selectFrom("item").select(columnsOf("item")).where("ledger_id", "=", id);
      return (await rows.orderBy("item").execute()).map(parseItem);
    },
    challengedItems: async (ids) => {
      const rows = db
        .selectFrom("item")
        .select(columnsOf("item"))
        .where(dialect.among("ledger_id", ids))
        .where("challenges", ">", 0);
      return (await rows.orderBy("ledger_id").orderBy("item").execute()).map(parseItem);
    },
    wordings: async (id) => {
      const rows = db.selectFrom("wording").select(columnsOf("wording")).where("ledger_id", "=", id);
      return (await rows.orderBy("item").orderBy("text_column").execute()).map(parseWording);
    },
    scoresOf: async (ids) => {
      const rows = db
        .selectFrom("item")
        .select(["ledger_id", "item", "score", "evidence", "challenges"])
        .where(dialect.among("ledger_id", ids));
      return (await rows.orderBy("ledger_id").orderBy("item").execute()).map(parseScore);
    },
  };
}

export function itemWrites(
  db: Kysely<Tables>,
  { dialect }: StoreContext,
): Pick<LedgerWrites, "saveItems" | "saveWordings"> {
  return {
    saveItems: async (records) => {
      ensureOneLedger(records);
      const written = await putRows(db, dialect, {
        table: "item",
        rows: records.map(itemRow),
        existing: "next-revision",
      });
      return new Set(written.map((row) => new RowReader("item", row, []).text<ItemKey>("item")));
    },
    saveWordings: async (records) => {
      ensureOneLedger(records);
      const written = await putRows(db, dialect, {
        table: "wording",
        rows: records.map(wordingRow),
        existing: "next-revision",
      });
      return new Set(
        written.map((row) => {
          const reader = new RowReader("wording", row, []);
          return wordingKey({ item: reader.text("item"), column: reader.text("text_column") });
        }),
      );
    },
  };
}

function parseItem(row: object): ItemRecord {
  const reader = new RowReader("item", row, ["ledger_id", "item"]);
  const state = reader.json("state", isItemState);
  if (state.key !== reader.text("item")) reader.broken("state", "belongs to another item");
  return {
    ledgerId: reader.text<LedgerId>("ledger_id"),
    state,
    score: reader.textOrNull("score"),
    challenges: reader.whole("challenges"),
    revision: reader.whole("revision"),
  };
}

function itemRow({ ledgerId, state, score, challenges, revision }: ItemRecord): RowOf<"item"> {
  return {
    ledger_id: ledgerId,
    item: state.key,
    state: JSON.stringify(state),
    score,
    evidence: state.evidence,
    challenges,
    revision,
  };
}

function parseScore(row: object): ScoreRow {
  const reader = new RowReader("item", row, ["ledger_id", "item"]);
  return {
    ledgerId: reader.text("ledger_id"),
    item: reader.text("item"),
    score: reader.textOrNull("score"),
    evidence: reader.whole("evidence"),
    challenges: reader.whole("challenges"),
  };
}

function parseWording(row: object): WordingRecord {
  const reader = new RowReader("wording", row, ["ledger_id", "item", "text_column"]);
  return {
    ledgerId: reader.text("ledger_id"),
    item: reader.text("item"),
    column: reader.text("text_column"),
    text: reader.text("wording"),
    revision: reader.whole("revision"),
  };
}

function wordingRow({ ledgerId, item, column, text, revision }: WordingRecord): RowOf<"wording"> {
  return { ledger_id: ledgerId, item, text_column: column, wording: text, revision };
}

function isItemState(value: unknown): value is ItemState {
  if (!isObject(value)) return false;
  const { key, evidence, entries, settledWith } = value;
  return (
    typeof key === "string" &&
    Number.isSafeInteger(evidence) &&
    Array.isArray(settledWith) &&
    Array.isArray(entries) &&
    entries.every(isEntry)
  );
}

function isEntry(value: unknown): boolean {
  if (!isObject(value)) return false;
  const { role, status, score, at } = value;
  return (
    ROLES.some((one) => one === role) &&
    STATUSES.some((one) => one === status) &&
    (score === null || typeof score === "string") &&
    typeof at === "string"
  );
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
