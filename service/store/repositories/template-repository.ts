import { sql, type Kysely } from "kysely";
import type { LedgerLevel, TemplateBody } from "#core/ledger/template/template.ts";
import type { TemplateVersionRecord } from "#service/ports/records.ts";
import type { TemplateReads, TemplateWrites } from "#service/ports/templates.ts";
import { putRows } from "../rows/put-rows.ts";
import { RowReader } from "../rows/row-reader.ts";
import type { StoreContext } from "../store-context.ts";
import { columnsOf, type RowOf, type Tables } from "../tables.ts";
import { holdsText } from "../rows/text-search.ts";

export const LEDGER_LEVELS: readonly LedgerLevel[] = ["general-branch", "branch", "member"];

export function templateReads(db: Kysely<Tables>): TemplateReads {
  const all = db.selectFrom("template_version").select(columnsOf("template_version"));
  return {
    list: async ({ search, year, level, drafts }) => {
      let found = all.where(search === "" ? sql<boolean>`true` : holdsText("name", search));
      if (year !== undefined) found = found.where("year", "=", year);
      if (level !== undefined) found = found.where("level", "=", level);
      if (!drafts) found = found.where("state", "=", "published");
      const rows = await found
        .orderBy("year", "desc")
        .orderBy("name")
        .orderBy("template_id")
        .orderBy("version", "desc")
        .execute();
      return rows.map(parseVersion);
    },
    version: async (id) => {
      const row = await all.where("id", "=", id).executeTakeFirst();
      return row && parseVersion(row);
    },
    versions: async (id) => (await all.where("template_id", "=", id).orderBy("version").execute()).map(parseVersion),
    raterList: async (id, raterClass) => {
      const rows = db
        .selectFrom("rater_list")
        .select("account_id")
        .where("template_id", "=", id)
        .where("rater_class", "=", raterClass);
      return (await rows.orderBy("account_id").execute()).map((row) =>
        new RowReader("rater_list", row, []).text("account_id"),
      );
    },
    raterListsOf: async (account) => {
      const rows = db.selectFrom("rater_list").select(["template_id", "rater_class"]).where("account_id", "=", account);
      return (await rows.orderBy("template_id").orderBy("rater_class").execute()).map((row) => {
        const reader = new RowReader("rater_list", row, ["template_id"]);
        return { templateId: reader.text("template_id"), raterClass: reader.text("rater_class") };
      });
    },
  };
}

export function templateWrites(db: Kysely<Tables>, { dialect }: StoreContext): TemplateWrites {
  return {
    insertVersion: async (version) => {
      await putRows(db, dialect, { table: "template_version", rows: [versionRow(version)], existing: "refuse" });
    },
    updateDraft: async (version, baseRevision) => {
      const draft = db
        .updateTable("template_version")
        .set(versionRow(version))
        .where("id", "=", version.id)
        .where("state", "=", "draft");
      const { numUpdatedRows } = await draft.where("revision", "=", baseRevision).executeTakeFirst();
      return numUpdatedRows === 1n;
    },
    saveRaterList: async (id, raterClass, accounts) => {
      await db.deleteFrom("rater_list").where("template_id", "=", id).where("rater_class", "=", raterClass).execute();
      const rows = [...new Set(accounts)].map((account_id) => ({
        template_id: id,
        rater_class: raterClass,
        account_id,
      }));
      await putRows(db, dialect, { table: "rater_list", rows, existing: "keep" });
    },
  };
}

function parseVersion(row: object): TemplateVersionRecord {
  const reader = new RowReader("template_version", row, ["id"]);
  const body = reader.json("body", isTemplateBody);
  // The columns beside the body only serve the search; a difference would show one thing in the list and another inside.
  if (body.name !== reader.text("name")) reader.broken("name", "differs from the body");
  if (body.year !== reader.whole("year")) reader.broken("year", "differs from the body");
  if (body.level !== reader.oneOf("level", LEDGER_LEVELS)) reader.broken("level", "differs from the body");
  return {
    id: reader.text("id"),
    templateId: reader.text("template_id"),
    version: reader.whole("version"),
    state: reader.oneOf("state", ["draft", "published"]),
    body,
    revision: reader.whole("revision"),
    publishedAt: reader.textOrNull("published_at"),
  };
}

function versionRow(version: TemplateVersionRecord): RowOf<"template_version"> {
  const { id, state, revision, body } = version;
  return {
    ...{ id, state, revision, version: version.version },
    template_id: version.templateId,
    name: body.name,
    year: body.year,
    level: body.level,
    body: JSON.stringify(body),
    published_at: version.publishedAt,
  };
}

function isTemplateBody(value: unknown): value is TemplateBody {
  if (typeof value !== "object" || value === null) return false;
  const { columns, sections, qualitative, policy } = value as Readonly<Record<string, unknown>>;
  return (
    Array.isArray(columns) &&
    Array.isArray(sections) &&
    Array.isArray(qualitative) &&
    typeof policy === "object" &&
    policy !== null
  );
}
