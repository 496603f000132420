import type { Kysely } from "kysely";
import type { EvidenceRecord } from "#service/ports/records.ts";
import type { EvidenceReads, EvidenceWrites } from "#service/ports/evidence.ts";
import { putRows } from "../rows/put-rows.ts";
import { RowReader } from "../rows/row-reader.ts";
import type { StoreContext } from "../store-context.ts";
import { columnsOf, type RowOf, type Tables } from "../tables.ts";

export function evidenceReads(db: Kysely<Tables>): EvidenceReads {
  const all = db.selectFrom("evidence").select(columnsOf("evidence"));
  return {
    byId: async (id) => {
      const row = await all.where("id", "=", id).executeTakeFirst();
      return row && parseEvidence(row);
    },
    ofItem: async (ledgerId, item) => {
      const rows = all.where("ledger_id", "=", ledgerId).where("item", "=", item);
      return (await rows.orderBy("uploaded_at").orderBy("id").execute()).map(parseEvidence);
    },
    ofLedger: async (ledgerId) => {
      const rows = all.where("ledger_id", "=", ledgerId).orderBy("item");
      return (await rows.orderBy("uploaded_at").orderBy("id").execute()).map(parseEvidence);
    },
    storedNames: async () => {
      const rows = await db.selectFrom("evidence").select("stored_as").execute();
      return new Set(rows.map((row) => new RowReader("evidence", row, []).text("stored_as")));
    },
  };
}

export function evidenceWrites(db: Kysely<Tables>, { dialect }: StoreContext): EvidenceWrites {
  return {
    insert: async (record) => {
      await putRows(db, dialect, { table: "evidence", rows: [evidenceRow(record)], existing: "refuse" });
    },
    remove: async (id) =>
      (await db.deleteFrom("evidence").where("id", "=", id).executeTakeFirst()).numDeletedRows === 1n,
  };
}

function parseEvidence(row: object): EvidenceRecord {
  const reader = new RowReader("evidence", row, ["id"]);
  return {
    id: reader.text("id"),
    ledgerId: reader.text("ledger_id"),
    item: reader.text("item"),
    fileName: reader.text("file_name"),
    mediaType: reader.text("media_type"),
    bytes: reader.whole("bytes"),
    sha256: reader.text("sha256"),
    storedAs: reader.text("stored_as"),
    uploadedBy: reader.text("uploaded_by"),
    uploadedAt: reader.text("uploaded_at"),
  };
}

function evidenceRow(record: EvidenceRecord): RowOf<"evidence"> {
  const { id, item, bytes, sha256 } = record;
  return {
    ...{ id, item, bytes, sha256 },
    ledger_id: record.ledgerId,
    file_name: record.fileName,
    media_type: record.mediaType,
    stored_as: record.storedAs,
    uploaded_by: record.uploadedBy,
    uploaded_at: record.uploadedAt,
  };
}
