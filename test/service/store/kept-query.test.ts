import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "mocha";
import type { Engine } from "#service/store/engine/engine.ts";
import { openEngine } from "#service/store/engine/open-engine.ts";
import { keptQuery } from "#service/store/rows/kept-query.ts";
import { putRows } from "#service/store/rows/put-rows.ts";
import { RowReader } from "#service/store/rows/row-reader.ts";
import { freshDatabase } from "#test/environment/postgres.ts";

describe("a query whose text is kept", function () {
  this.timeout(120_000);
  const engines: Engine[] = [];
  let folder = "";
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "taizhang-kept-query-"));
    engines.push(await openEngine(`sqlite:${join(folder, "a.db")}`), await openEngine(await freshDatabase()));
    const rows = ["a", "b", "c"].map((id, position) => ({ ...UNIT, id, code: id, name: `名${id}`, position }));
    for (const engine of engines)
      await engine.write((db) => putRows(db, engine.dialect, { table: "unit", rows, existing: "keep" }));
  });
  after(async () => {
    for (const engine of engines) await engine.close();
    await rm(folder, { recursive: true, force: true });
  });

  it("R10 is put together once for each database, and answers what it is asked each time", async () => {
    let made = 0;
    const ids = keptQuery(["from", "names", "most"], (db, { from, names, most }, dialect) => {
      made += 1;
      return db
        .selectFrom("unit")
        .select("id")
        .where("kind", "=", "branch")
        .where("position", ">=", from)
        .where(dialect.among("name", [names]))
        .orderBy("id")
        .limit(most);
    });
    for (const { dialect, ...engine } of engines) {
      const asked = (from: number, names: readonly string[], most = 9): Promise<readonly string[]> =>
        engine.read(async (db) => {
          const rows = await ids({ db, dialect, given: { from, names, most } });
          return rows.map((row) => new RowReader("unit", row, []).text("id"));
        });
      assert.deepEqual(await asked(0, ["名a", "名c", "名d"]), ["a", "c"]);
      assert.deepEqual(await asked(1, ["名a", "名c", "名d"]), ["c"]);
      assert.deepEqual(await asked(0, ["名a", "名b", "名c"], 2), ["a", "b"]);
      assert.deepEqual(await asked(0, []), []);
    }
    assert.equal(made, engines.length);
  });
});

const UNIT = { short_name: "", kind: "branch", parent_id: null } as const;
