import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql, type Kysely } from "kysely";
import { after, before, describe, it } from "mocha";
import type { Engine } from "#service/store/engine/engine.ts";
import { openEngine } from "#service/store/engine/open-engine.ts";
import { putRows } from "#service/store/rows/put-rows.ts";
import { columnsOf, TABLE_NAMES, type Tables } from "#service/store/tables.ts";
import { holdsText } from "#service/store/rows/text-search.ts";
import { freshDatabase } from "#test/environment/postgres.ts";

/** One test per difference between the two databases: what it is, and that the store does not show it. */
describe("the differences between SQLite and PostgreSQL", function () {
  this.timeout(240_000);
  const engines: Engine[] = [];
  let folder = "";
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "taizhang-dialect-"));
    engines.push(await openEngine(`sqlite:${join(folder, "a.db")}`), await openEngine(await freshDatabase()));
  });
  after(async () => {
    for (const engine of engines) await engine.close();
    await rm(folder, { recursive: true, force: true });
  });

  const onBoth = async <T>(work: (db: Kysely<Tables>, engine: Engine) => Promise<T>): Promise<readonly T[]> =>
    await Promise.all(engines.map((engine) => engine.write((db) => work(db, engine))));

  async function valueOf(db: Kysely<Tables>, expression: string): Promise<unknown> {
    const { rows } = await sql.raw<{ readonly value: unknown }>(`select ${expression} as value`).execute(db);
    return rows[0]?.value;
  }

  it("booleans: SQLite has none, so truth is kept as 0 and 1", async () => {
    assert.deepEqual(await onBoth((db) => valueOf(db, "1 = 1")), [1, true]);
    const window = { unit_id: "u", level: "branch", year: 2026, spans: "{}", closed: 1, revision: 1 };
    const unit = { id: "u", code: "u", name: "u", short_name: "u", kind: "branch", parent_id: null, position: 0 };
    const stored = await onBoth(async (db, { dialect }) => {
      await putRows(db, dialect, { table: "unit", rows: [unit], existing: "keep" });
      await putRows(db, dialect, { table: "review_window", rows: [window], existing: "keep" });
      return (await db.selectFrom("review_window").select("closed").executeTakeFirst())?.closed;
    });
    assert.deepEqual(stored, [1, 1]);
  });

  it("counts: PostgreSQL's come as text unless told otherwise", async () => {
    assert.deepEqual(await onBoth((db) => valueOf(db, "(select count(*) from unit)")), [1, 1]);
    assert.deepEqual(
      await onBoth((db) => valueOf(db, "(select sum(position) + 3000000000 from unit)")).then((both) =>
        both.map(Number),
      ),
      [3e9, 3e9],
    );
  });

  it("LIKE: SQLite ignores the case of Latin letters, PostgreSQL heeds it", async () => {
    assert.deepEqual(await onBoth((db) => valueOf(db, "case when 'ABC' like 'abc' then 'yes' else 'no' end")), [
      "yes",
      "no",
    ]);
    const names = ["Abc%", "abcd", "x_y", "xzy"].map((name) => ({
      id: `n${name}`,
      code: name,
      name,
      short_name: "s",
      kind: "branch",
      parent_id: null,
      position: 1,
    }));
    for (const [search, found] of [
      ["aBc", ["Abc%", "abcd"]],
      ["c%", ["Abc%"]],
      ["x_", ["x_y"]],
    ] as const) {
      const answers = await onBoth(async (db, { dialect }) => {
        await putRows(db, dialect, { table: "unit", rows: names, existing: "keep" });
        return (
          await db.selectFrom("unit").select("name").where(holdsText("name", search)).orderBy("name").execute()
        ).map(({ name }) => name);
      });
      assert.deepEqual(answers, [found, found]);
    }
  });

  it("collation: the server sorts by language, our columns by bytes", async () => {
    const words = ["b", "B", "a", "é", "中", "一", "𠮷"];
    const rows = words.map((id) => ({
      id,
      code: `c${id}`,
      name: id,
      short_name: "",
      kind: "branch",
      parent_id: null,
      position: 7,
    }));
    const sorted = await onBoth(async (db, { dialect }) => {
      await putRows(db, dialect, { table: "unit", rows, existing: "keep" });
      return (await db.selectFrom("unit").select("id").where("position", "=", 7).orderBy("id").execute()).map(
        ({ id }) => id,
      );
    });
    assert.deepEqual(sorted, [
      ["B", "a", "b", "é", "一", "中", "𠮷"],
      ["B", "a", "b", "é", "一", "中", "𠮷"],
    ]);
    assert.equal(await engines[1]?.write((db) => valueOf(db, "'a' < 'B'")), true);
  });

  it("parameter limits: 32,766 and 65,535; lists and rows of any length take one", async () => {
    const many = Array.from({ length: 70_000 }, (_, index) => `m${index}`);
    await assert.rejects(onBoth((db) => db.selectFrom("unit").select("id").where("id", "in", many).execute()));
    const counts = await onBoth(async (db, { dialect }) => {
      const rows = many.map((push_key) => ({ account_id: "a", push_key, body_hash: "", answer: null, at: "" }));
      const written = await putRows(db, dialect, { table: "push", rows, existing: "keep" });
      const found = await db.selectFrom("push").select("push_key").where(dialect.among("push_key", many)).execute();
      return [written.length, found.length];
    });
    assert.deepEqual(counts, [
      [70_000, 70_000],
      [70_000, 70_000],
    ]);
  });

  it("lists: an empty one matches nothing", async () => {
    assert.deepEqual(
      await onBoth((db, { dialect }) =>
        db.selectFrom("push").select("at").where(dialect.among("push_key", [])).execute(),
      ),
      [[], []],
    );
  });

  it("types: SQLite would take a text for a number; its tables are strict", async () => {
    const wrong = "insert into lockout (key_index, failures, rounds) values ('k', '[]', 'many')";
    for (const engine of engines) await assert.rejects(engine.write((db) => sql.raw(wrong).execute(db)));
  });

  it("doubled rows in one statement: SQLite takes the last, PostgreSQL refuses, and the store never sends them", async () => {
    const row = { key_index: "k", failures: "[]", locked_until: null, rounds: 1 };
    for (const engine of engines) {
      const twice = engine.write((db) =>
        putRows(db, engine.dialect, { table: "lockout", rows: [row, row], existing: "replace" }),
      );
      await assert.rejects(twice, /twice in one step/);
    }
  });

  it("tables: the code's list of tables and columns is what the migrations make", async () => {
    const made = await onBoth(async (db) => {
      const tables = await db.introspection.getTables();
      return tables
        .filter(({ name }) => name !== "sqlite_sequence")
        .map(({ name, columns }) => [name, columns.map((column) => column.name).toSorted()] as const);
    });
    const expected = Object.fromEntries(TABLE_NAMES.map((name) => [name, [...columnsOf(name)].toSorted()]));
    for (const tables of made) assert.deepEqual(Object.fromEntries(tables), expected);
  });
});
