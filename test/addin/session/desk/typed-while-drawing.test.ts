import assert from "node:assert/strict";
import { describe, it } from "mocha";
import type { BookReading } from "#core/sheet/reading.ts";
import { HostFailure } from "#addin/hosts/host-failure.ts";
import type { DeskSheet } from "#addin/hosts/desk-sheet.ts";
import { OpenBook, type OpenBookNeeds } from "#addin/session/book/open-book.ts";
import { aLedgerBook } from "#test/builders/sheet-book.ts";
import { cellAt, sheetOf, type SheetHostUnderTest } from "#test/contracts/sheet-host.ts";
import { LTSC_2021 } from "#test/fakes/excel/profiles.ts";
import { memoryHostUnderTest } from "#test/fakes/memory-host/memory-driver.ts";
import { excelHostIn } from "#test/addin/hosts/excel/excel-desk.ts";
import { aWpsDesk } from "#test/addin/hosts/wps/wps-desk.ts";

const score = (row: string) => ({ sheet: "quantitative", row, column: "score" });
const shown = (reading: BookReading, row: string) => cellAt(sheetOf(reading, "定量任务"), row, "score")?.value ?? null;

interface DeskUnderTest extends SheetHostUnderTest {
  readonly host: DeskSheet;
}

interface OpenedBook extends DeskUnderTest {
  readonly open: OpenBook;
  /** What the officer does between a reading of the open book and what the host is asked for next; once for each. */
  readonly hands: (() => Promise<void>)[];
}

async function opened(make: () => Promise<DeskUnderTest>): Promise<OpenedBook> {
  const under = await make();
  const hands: OpenedBook["hands"] = [];
  const host: OpenBookNeeds["host"] = {
    draw: async (book, options) => {
      await hands.shift()?.();
      await under.host.draw(book, options);
    },
    read: () => under.host.read(),
    mark: (marks) => under.host.mark(marks),
    write: (cells) => under.host.write(cells),
    advance: (step) => under.host.advance(step),
  };
  const open = new OpenBook({ host, noteOf: () => "", waiting: () => new Map(), changed: () => undefined });
  await open.replace(aLedgerBook());
  return { ...under, open, hands };
}

const DESKS: readonly (readonly [string, () => Promise<DeskUnderTest>])[] = [
  ["the memory host", memoryHostUnderTest],
  ["Excel", () => excelHostIn(LTSC_2021)],
  ["WPS", async () => aWpsDesk()],
];

describe("typing while the sheet is being drawn", () => {
  for (const [name, make] of DESKS) {
    describe(name, () => {
      it("W3 W4 what is typed between the session's reading and the host's own look stays typed, and is a change", async () => {
        const under = await opened(make);
        const { open, host, driver, hands } = under;
        await driver.type(score("q2"), 2);
        hands.push(() => driver.type(score("q1"), 8));
        await open.draw(aLedgerBook({ scores: { q1: "6" } }));
        const reading = await host.read();
        assert.deepEqual([shown(reading, "q1"), shown(reading, "q2")], [8, 2]);
        assert.deepEqual(
          open.found.changes.map(({ record, base, value }) => [record.split("/")[1], base, value]),
          [
            ["q1", 6, 8],
            ["q2", null, 2],
          ],
        );
        await under.dispose();
      });

      it("W3 also when he types again and again; who never stops is told, and keeps all of it", async () => {
        const under = await opened(make);
        const { open, host, driver, hands } = under;
        for (const value of [9, 8, 7, 5]) hands.push(() => driver.type(score("q1"), value));
        await open.draw(aLedgerBook({ scores: { q1: "6" } }));
        assert.equal(shown(await host.read(), "q1"), 5);
        for (const value of [1, 2, 3, 4, 5.5]) hands.push(() => driver.type(score("q1"), value));
        await assert.rejects(
          open.draw(aLedgerBook({ scores: { q1: "4" } })),
          (failure) => failure instanceof HostFailure && failure.code === "typed-meanwhile",
        );
        assert.equal(shown(await host.read(), "q1"), 5.5);
        await open.compare();
        assert.deepEqual(
          open.found.changes.map(({ base, value }) => [base, value]),
          [[6, 5.5]],
        );
        await under.dispose();
      });
    });
  }
});
