import assert from "node:assert/strict";
import fc from "fast-check";
import { before, describe, it } from "mocha";
import type { SheetDiff } from "#core/sheet/edit.ts";
import type { SheetBook } from "#core/sheet/sheet-book.ts";
import { reportBook } from "#core/sheet/report/report-book.ts";
import { REPORT_WORDS_ZH } from "#core/sheet/report/report-words.ts";
import { createXlsxHost } from "#service/workbook/xlsx-host.ts";
import { aSet } from "#test/builders/report.ts";
import { aReportView } from "#test/builders/report-view.ts";
import { WorkbookModel } from "#test/fakes/workbook/workbook-model.ts";
import { xlsxHands } from "#test/service/workbook/xlsx-driver.ts";
import { DESK_PROGRAMS, EXCEL_2021, MEMORY, WPS, type DeskProgram } from "./desks/desk-programs.ts";
import { cellOf } from "./desks/report-pane.ts";
import { diffOf } from "./desks/same-edits.ts";
import { reportEditsOn, reportInFile, reportOnDesk, type ReportFaceResult } from "./desks/same-report-edits.ts";
import { performScript, type ScriptStep } from "./edit-script.ts";

const FACES = [
  ...DESK_PROGRAMS.map((program) => [program.name, reportOnDesk(program)] as const),
  ["an .xlsx file", reportInFile] as const,
];

describe("the same edits of a report on every host", function () {
  this.timeout(240_000);

  describe("sent to the service", () => {
    let expected: ReportFaceResult;

    before(async () => {
      expected = await reportEditsOn(reportOnDesk(MEMORY));
    });

    it("W3 W4 R3 the script meets what is accepted, refused, in conflict and cannot be sent", () => {
      const { diff, outcomes, report } = expected;
      assert.deepEqual(
        diff.edits.map(({ field, base, value }, at) => {
          const outcome = outcomes[at];
          const became = outcome?.result === "refused" ? outcome.refusal.code : outcome?.result;
          return `${field} ${String(base)} -> ${String(value)} ${String(became)}`;
        }),
        [
          "1!A2 11 -> 3 conflict",
          "1!A3 0 -> 2 accepted",
          "1!A6 null -> 1250 accepted",
          "1!A7 null -> 约五十元 report-value-wrong",
          "2!B1 1 -> 9 reason-required",
        ],
      );
      assert.deepEqual(
        diff.problems.map(({ code }) => code),
        ["row-without-key", "formula-overtyped", "formula-in-input"],
      );
      const [table] = report.tables;
      assert.deepEqual([table?.cells["A6"]?.value, table?.cells["A3"]?.override?.generated], [1250, 0]);
    });

    for (const [name, face] of FACES) {
      it(`W1 W2 W2a W7 in ${name}: the same edits and problems at the same places, the same answers, the same report`, async () => {
        assert.deepEqual(await reportEditsOn(face), expected);
      });
    }
  });

  describe("whatever they are", () => {
    it("W2 W2a Excel, WPS, a file and the memory host find the same", async () => {
      await fc.assert(
        fc.asyncProperty(anyScript(), async (script) => {
          const expected = await diffOn(MEMORY, script);
          for (const program of [EXCEL_2021, WPS]) assert.deepEqual(await diffOn(program, script), expected);
          assert.deepEqual(await diffInFile(script), expected);
        }),
        { numRuns: 8 },
      );
    });
  });
});

/** Nested headings, formulas within and between tables, cells by hand, a line with blanks. */
const SET = aSet([
  `表 1 甲
列
A | 总数 | 全部
B | 其中/男 | 性别 = 男
C | 其中/女 | = A - B
D | 经费 | 手填：不在记录中
行
1 | 合计 | = 行2 + 行3
2 | 在岗 | 全部
3 | 其他 | 全部`,
]);

function aBook(): SheetBook {
  const now = new Map([
    ["1!A2", 5],
    ["1!B2", 2],
    ["1!A3", 4],
    ["1!B3", 1],
  ]);
  return reportBook(aReportView(SET, { now }), REPORT_WORDS_ZH);
}

async function diffOn(program: DeskProgram, script: readonly ScriptStep[]): Promise<SheetDiff> {
  const running = await program.open(new WorkbookModel());
  const { host, hands } = running;
  await host.draw(aBook());
  await performScript(hands, script);
  const diff = await diffOf(host);
  await running.close();
  return diff;
}

async function diffInFile(script: readonly ScriptStep[]): Promise<SheetDiff> {
  const host = createXlsxHost({ milliseconds: 15_000 });
  await host.draw(aBook());
  await performScript(xlsxHands(host), script);
  return await diffOf(host);
}

function anyScript(): fc.Arbitrary<readonly ScriptStep[]> {
  const row = fc.constantFrom(1, 2, 3);
  const aCell = fc.tuple(fc.constantFrom("A", "B", "C", "D"), row).map(([column, no]) => cellOf(`1!${column}${no}`));
  const aValue = fc.oneof(fc.constant(null), fc.integer({ min: 0, max: 99 }), fc.constant("约三人"));
  const aStep: fc.Arbitrary<ScriptStep> = fc.oneof(
    { weight: 5, arbitrary: fc.record({ do: fc.constant("type" as const), at: aCell, value: aValue }) },
    fc.record({ do: fc.constant("type-formula" as const), at: aCell, formula: fc.constantFrom("5+5", "SUM(1,2)") }),
    fc.record({ do: fc.constant("own-row" as const), at: aCell, text: fc.constant("自己的一行") }),
    fc.record({ do: fc.constant("own-column" as const), at: aCell, text: fc.constant("自己的备注") }),
    fc
      .tuple(row, row)
      .filter(([one, other]) => one !== other)
      .map(([one, other]) => ({ do: "move-row", sheet: "t1", row: `r${one}`, above: `r${other}` }) as const),
  );
  return fc.array(aStep, { minLength: 1, maxLength: 6 });
}
