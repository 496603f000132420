import type { Kysely } from "kysely";
import type { NoticeRecord, TalkRecord } from "#service/ports/records.ts";
import type { MessageReads, MessageWrites } from "#service/ports/messages.ts";
import { putRows } from "../rows/put-rows.ts";
import { RowReader } from "../rows/row-reader.ts";
import type { StoreContext } from "../store-context.ts";
import { columnsOf, type RowOf, type Tables } from "../tables.ts";

export function messageReads(db: Kysely<Tables>): MessageReads {
  return {
    noticesOf: async ({ personId, accountId }, most) => {
      const all = db.selectFrom("notice").select(columnsOf("notice"));
      const own = all.where((is) =>
        is.or([is("account_id", "=", accountId), ...(personId === null ? [] : [is("person_id", "=", personId)])]),
      );
      return (await own.orderBy("at", "desc").orderBy("id", "desc").limit(most).execute()).map(parseNotice);
    },
    unitNoticesReadBy: async (accountId) => {
      const rows = db.selectFrom("unit_notice_read").select("notice_id").where("account_id", "=", accountId);
      return new Set((await rows.execute()).map(({ notice_id }) => String(notice_id)));
    },
    talk: async (ledgerId, item) => {
      const rows = db
        .selectFrom("talk")
        .select(columnsOf("talk"))
        .where("ledger_id", "=", ledgerId)
        .where("item", "=", item);
      return (await rows.orderBy("at").orderBy("id").execute()).map(parseTalk);
    },
  };
}

export function messageWrites(db: Kysely<Tables>, { dialect }: StoreContext): MessageWrites {
  return {
    addNotices: async (notices) => {
      await putRows(db, dialect, { table: "notice", rows: notices.map(noticeRow), existing: "refuse" });
    },
    markNoticesRead: async (ids, at) => {
      await db
        .updateTable("notice")
        .set({ read_at: at })
        .where(dialect.among("id", ids))
        .where("read_at", "is", null)
        .execute();
    },
    markUnitNoticesRead: async (accountId, ids, at) => {
      const rows = ids.map((id) => ({ account_id: accountId, notice_id: id, at }));
      await putRows(db, dialect, { table: "unit_notice_read", rows, existing: "keep" });
    },
    addTalk: async (message) => {
      await putRows(db, dialect, { table: "talk", rows: [talkRow(message)], existing: "refuse" });
    },
  };
}

function parseNotice(row: object): NoticeRecord {
  const reader = new RowReader("notice", row, ["id"]);
  return {
    id: reader.text("id"),
    personId: reader.textOrNull("person_id"),
    accountId: reader.textOrNull("account_id"),
    at: reader.text("at"),
    kind: reader.text("kind"),
    ledgerId: reader.text("ledger_id"),
    item: reader.textOrNull("item"),
    readAt: reader.textOrNull("read_at"),
  };
}

function noticeRow(notice: NoticeRecord): RowOf<"notice"> {
  const { id, at, kind, item } = notice;
  return {
    ...{ id, at, kind, item },
    person_id: notice.personId,
    account_id: notice.accountId,
    ledger_id: notice.ledgerId,
    read_at: notice.readAt,
  };
}

function parseTalk(row: object): TalkRecord {
  const reader = new RowReader("talk", row, ["id"]);
  return {
    id: reader.text("id"),
    ledgerId: reader.text("ledger_id"),
    item: reader.text("item"),
    at: reader.text("at"),
    accountId: reader.text("account_id"),
    who: reader.text("who"),
    text: reader.text("message"),
  };
}

function talkRow(talk: TalkRecord): RowOf<"talk"> {
  const { id, item, at, who, text } = talk;
  return { id, item, at, who, message: text, ledger_id: talk.ledgerId, account_id: talk.accountId };
}
