import assert from "node:assert/strict";
import { after, before, describe, it } from "mocha";
import { diffBook } from "#core/sheet/diff-book.ts";
import type { SheetDiff } from "#core/sheet/edit.ts";
import { parseSnapshot } from "#core/sheet/snapshot/parse-snapshot.ts";
import type { SheetBook } from "#core/sheet/sheet-book.ts";
import { aRoster, CODES } from "#test/builders/roster-book.ts";
import type { SheetHostUnderTest } from "./sheet-host.ts";

export interface RosterSize {
  readonly people: number;
  readonly columns: number;
}

/** A book that is no ledger, of that size: unprotected, sortable, codes to choose from. The same for every face. */
export function describeRosterOnHost(
  name: string,
  makeHost: () => Promise<SheetHostUnderTest>,
  { people, columns }: RosterSize,
): void {
  describe(`a roster of ${people} x ${columns} on ${name}`, () => {
    let under: SheetHostUnderTest;
    let book: SheetBook;
    before(async () => {
      under = await makeHost();
      book = aRoster(people, columns);
      await under.host.draw(book);
    });
    after(async () => under.dispose());

    const diff = async (): Promise<SheetDiff> => {
      const reading = await under.host.read();
      const base = parseSnapshot(reading.meta, under.codec);
      assert.ok(base.ok);
      return diffBook(base.value, reading);
    };
    const last = `p${people - 1}`;
    const at = (row: string, column: string) => ({ sheet: "roster", row, column });
    const valueOf = (row: string, column: string) => {
      const found = book.sheets[0]?.rows.find(({ key }) => key === row)?.cells[column];
      assert.ok(found, `${row} ${column}`);
      return found.value;
    };

    it("W1 W6 stands as it was described: nothing is changed", async () => {
      assert.deepEqual(await diff(), { edits: [], problems: [], stopped: false });
    });

    it("W2 a code and a text that were typed are found, with record, field and revision", async () => {
      await under.driver.type(at("p0", "code5"), CODES[1]);
      await under.driver.type(at(last, "field3"), "改");
      const { edits, problems } = await diff();
      assert.deepEqual(problems, []);
      assert.deepEqual(
        edits.map(({ record, field, value, baseRevision }) => [record, field, value, baseRevision]),
        [
          ["person:p0", "code5", CODES[1], 1],
          [`person:${last}`, "field3", "改", 1],
        ],
      );
    });

    it("W2 rows that are moved whole are no change", async () => {
      await under.host.draw(book);
      await under.driver.moveRowAbove("roster", last, "p1");
      assert.deepEqual(await diff(), { edits: [], problems: [], stopped: false });
    });

    it("W2 rows that were sorted without their keys stop everything", async () => {
      await under.host.draw(book);
      for (const key of ["number", "name"]) {
        await under.driver.type(at("p0", key), valueOf("p1", key));
        await under.driver.type(at("p1", key), valueOf("p0", key));
      }
      const { problems, stopped } = await diff();
      assert.ok(stopped);
      assert.ok(problems.some(({ code }) => code === "sorted-without-keys"));
    });

    it("W4 marks a cell anywhere in it", async () => {
      await under.host.draw(book);
      await under.host.mark([{ ...at(last, "field3"), state: "refused", note: "不在代码表中" }]);
      assert.match((await under.driver.noteOf(at(last, "field3"))) ?? "", /不在代码表中/);
    });
  });
}
