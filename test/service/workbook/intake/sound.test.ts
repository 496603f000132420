import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, it } from "mocha";
import type { ReadCell } from "#core/sheet/reading.ts";
import { INTAKE_LIMITS } from "#service/workbook/intake/intake-limits.ts";
import { readWorkbook, type IntakeOptions } from "#service/workbook/intake/read-workbook.ts";
import { READY } from "#service/workbook/intake/ready.ts";
import {
  aPackage,
  aSheetPart,
  aWorkbookPart,
  standardRelations,
  type PackageWish,
} from "#test/builders/sheet-package.ts";
import { readerPeak } from "#test/environment/reader-peak.ts";

const PATIENT: IntakeOptions = { milliseconds: 15_000 };

async function rowsOf(wish: PackageWish): Promise<readonly (readonly ReadCell[])[]> {
  const answer = await readWorkbook(aPackage(wish), PATIENT);
  assert.ok(answer.ok, JSON.stringify(answer));
  return answer.value.sheets[0]?.rows ?? [];
}

/** Value of A1, given the inside of its element. */
async function valueOf(cell: string, wish: PackageWish = {}): Promise<unknown> {
  const rows = await rowsOf({ ...wish, rows: `<row r="1">${cell}</row>` });
  return rows[0]?.[0]?.value ?? null;
}

const STYLES =
  '<numFmts count="3"><numFmt numFmtId="170" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/>' +
  '<numFmt numFmtId="171" formatCode="&quot;△ &quot;0.00"/><numFmt numFmtId="172" formatCode="[Red]0.0%;[Blue]-0.0%"/></numFmts>' +
  '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/><xf numFmtId="171"/><xf numFmtId="9"/><xf numFmtId="172"/><xf numFmtId="22"/><xf numFmtId="20"/></cellXfs>';

describe("reading sound workbooks", () => {
  const cases: readonly (readonly [string, string, unknown])[] = [
    ["a number", '<c r="A1"><v>8.5</v></c>', 8.5],
    ["what a double makes of 5.7", '<c r="A1"><v>5.6999999999999993</v></c>', 5.7],
    ["a number of 18 digits keeps them", '<c r="A1"><v>110101199001011234</v></c>', "110101199001011234"],
    ["a number of 18 digits that lost three", '<c r="A1"><v>1.1010119900101123E+17</v></c>', "110101199001011000"],
    ["a small exponent", '<c r="A1"><v>1E-3</v></c>', 0.001],
    ["a negative number", '<c r="A1"><v>-3</v></c>', -3],
    ["a percent is what is seen", '<c r="A1" s="4"><v>0.85</v></c>', "85%"],
    ["a percent in an own format", '<c r="A1" s="5"><v>0.125</v></c>', "12.5%"],
    ["a figure behind a symbol is a figure", '<c r="A1" s="3"><v>9.5</v></c>', 9.5],
    ["a date", '<c r="A1" s="1"><v>46082</v></c>', "2026-03-01"],
    ["a Chinese date format", '<c r="A1" s="2"><v>46082</v></c>', "2026-03-01"],
    ["a date with time", '<c r="A1" s="6"><v>46082.5</v></c>', "2026-03-01 12:00"],
    ["a time of day", '<c r="A1" s="7"><v>0.75</v></c>', "18:00"],
    ["the first of March 1900", '<c r="A1" s="1"><v>61</v></c>', "1900-03-01"],
    ["the first of January 1900", '<c r="A1" s="1"><v>1</v></c>', "1900-01-01"],
    ["true", '<c r="A1" t="b"><v>1</v></c>', true],
    ["an error", '<c r="A1" t="e"><v>#DIV/0!</v></c>', "#DIV/0!"],
    ["an inline text", '<c r="A1" t="inlineStr"><is><t>支部</t></is></c>', "支部"],
    ["an inline text in runs", '<c r="A1" t="inlineStr"><is><r><t>支</t></r><r><rPr/><t>部</t></r></is></c>', "支部"],
    ["a shared text", '<c r="A1" t="s"><v>0</v></c>', "书记"],
    ["a shared text in runs without its reading aid", '<c r="A1" t="s"><v>1</v></c>', "党支部"],
    ["full-width digits stay text", '<c r="A1" t="str"><v>９.５</v></c>', "９.５"],
    ["an escaped escape", '<c r="A1" t="str"><v>_x005F_x0041_</v></c>', "_x0041_"],
    ["an ISO date", '<c r="A1" t="d"><v>2026-03-01</v></c>', "2026-03-01"],
    ["a blank cell", '<c r="A1" s="1"/>', null],
    ["a leading blank", '<c r="A1" t="str"><v> 020100</v></c>', " 020100"],
  ];
  for (const [name, cell, expected] of cases) {
    it(`W8 ${name}`, async () => {
      const strings = ["<t>书记</t>", '<r><t>党</t></r><r><t>支部</t></r><rPh sb="0" eb="1"><t>dang</t></rPh>'];
      assert.equal(await valueOf(cell, { styles: STYLES, strings }), expected);
    });
  }

  it("W8 dates of the 1904 system", async () => {
    const workbook = aWorkbookPart('<sheet name="a" sheetId="1" r:id="rId1"/>', '<workbookPr date1904="1"/>');
    assert.equal(await valueOf('<c r="A1" s="1"><v>44620</v></c>', { styles: STYLES, workbook }), "2026-03-01");
  });
  it("W8 a formula is told from a value, its cached value kept", async () => {
    const rows = await rowsOf({
      rows: '<row r="1"><c r="A1"><f>SUM(B1:B2)</f><v>7</v></c><c r="B1"><v>7</v></c></row>',
    });
    assert.deepEqual(rows, [[{ value: 7, formula: "SUM(B1:B2)" }, { value: 7 }]]);
  });
  it("W8 every cell of a shared formula is a formula", async () => {
    const rows = await rowsOf({
      rows: '<row r="1"><c r="A1"><f t="shared" ref="A1:A2" si="0">B1*2</f><v>2</v></c></row><row r="2"><c r="A2"><f t="shared" si="0"/><v>4</v></c></row>',
    });
    assert.deepEqual(
      rows.map((row) => row[0]?.formula),
      ["B1*2", "B1*2"],
    );
  });
  it("W8 what stands under a merge is nothing", async () => {
    const rows = await rowsOf({
      rows: '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row><row r="2"><c r="A2"><v>3</v></c><c r="C2"><v>4</v></c></row>',
      after: '<mergeCells><mergeCell ref="A1:B2"/></mergeCells>',
    });
    assert.deepEqual(rows, [[{ value: 1 }], [{ value: null }, { value: null }, { value: 4 }]]);
  });
  it("W8 a merge over the whole sheet costs nothing", async () => {
    const rows = await rowsOf({
      rows: '<row r="1"><c r="A1"><v>1</v></c></row>',
      after: '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>',
    });
    assert.deepEqual(rows, [[{ value: 1 }]]);
  });
  it("W8 validations smeared over whole columns, names and links are not looked at", async () => {
    const smeared = Array.from(
      { length: 300 },
      (_, index) =>
        `<dataValidation type="list" sqref="A1:XFD1048576"><formula1>"a,${index}"</formula1></dataValidation>`,
    );
    const workbook = aWorkbookPart('<sheet name="a" sheetId="1" r:id="rId1"/>').replace(
      "</sheets>",
      '</sheets><definedNames><definedName name="__proto__">__proto__!$A$1</definedName></definedNames>',
    );
    const rows = await rowsOf({
      rows: '<row r="1"><c r="A1"><v>1</v></c></row>',
      after: `<dataValidations>${smeared.join("")}</dataValidations>`,
      workbook,
    });
    assert.deepEqual(rows, [[{ value: 1 }]]);
    assert.equal(({} as Record<string, unknown>)["$A$1"], undefined);
  });
  it("W8 sheets named __proto__ and constructor are sheets like others", async () => {
    const workbook = aWorkbookPart(
      '<sheet name="__proto__" sheetId="1" r:id="rId1"/><sheet name="constructor" sheetId="2" r:id="rId1"/>',
    );
    const answer = await readWorkbook(aPackage({ workbook }), PATIENT);
    assert.ok(answer.ok);
    assert.deepEqual(
      answer.value.sheets.map(({ name }) => name),
      ["__proto__", "constructor"],
    );
  });
  it("W8 a number format of 100,000 brackets costs nothing", async () => {
    const format = "[".repeat(100_000);
    const styles = `<numFmts><numFmt numFmtId="170" formatCode="${format}"/></numFmts><cellXfs><xf numFmtId="170"/></cellXfs>`;
    assert.equal(await valueOf('<c r="A1" s="0"><v>3</v></c>', { styles }), 3);
  });
  it("W8 rows and cells without addresses count on", async () => {
    const rows = await rowsOf({ rows: "<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>" });
    assert.deepEqual(rows, [[{ value: 1 }, { value: 2 }], [{ value: 3 }]]);
  });
  it("W8 a prefix before every element changes nothing", async () => {
    const sheet = aSheetPart('<row r="1"><c r="A1"><v>1</v></c></row>')
      .replaceAll(/<(\/?)(worksheet|sheetData|row|c|v)\b/g, "<$1x:$2")
      .replace("xmlns=", "xmlns:x=");
    assert.deepEqual(await rowsOf({ sheet }), [[{ value: 1 }]]);
  });
  it("W8 a hyperlink to the outside is no reason to refuse, and is not followed", async () => {
    const link =
      '<Relationship Id="rId9" Type="http://a/hyperlink" Target="http://example.invalid/" TargetMode="External"/>';
    assert.deepEqual(
      await rowsOf({
        rows: '<row r="1"><c r="A1"><v>1</v></c></row>',
        workbookRelations: `${standardRelations()}${link}`,
      }),
      [[{ value: 1 }]],
    );
  });
  it("W8 reads from a path as from bytes", async () => {
    const folder = await mkdtemp(join(tmpdir(), "intake-"));
    const path = join(folder, "工作簿 1.xlsx");
    await writeFile(path, aPackage({ rows: '<row r="1"><c r="A1"><v>1</v></c></row>' }));
    const answer = await readWorkbook(path, PATIENT);
    await rm(folder, { recursive: true });
    assert.ok(answer.ok);
    assert.deepEqual(answer.value.sheets[0]?.rows, [[{ value: 1 }]]);
  });
});

describe("the reader's process", () => {
  const many = aPackage({
    rows: Array.from({ length: 15_000 }, () => `<row>${"<c><v>123.25</v></c>".repeat(30)}</row>`).join(""),
  });

  it("W7 is killed when its time is over", async () => {
    const answer = await readWorkbook(many, { milliseconds: 30 });
    assert.deepEqual(answer, { ok: false, refusal: { code: "workbook-timeout", milliseconds: 30 } });
  });
  it("W7 that runs out of memory takes nobody with it", async () => {
    const answer = await readWorkbook(many, { milliseconds: 20_000, heapMegabytes: 20 });
    assert.deepEqual(answer, { ok: false, refusal: { code: "workbook-too-big", what: "memory", found: 0, most: 0 } });
  });
  it("W7 may not say more than its channel holds", async () => {
    const answer = await readWorkbook(many, { milliseconds: 20_000, limits: { answerBytes: 100_000 } });
    assert.ok(!answer.ok && answer.refusal.code === "workbook-too-big" && answer.refusal.what === "answer");
  });
  it("W7 refuses a file that is too big before it is started", async () => {
    const answer = await readWorkbook(Buffer.alloc(30), { limits: { fileBytes: 10 } });
    assert.deepEqual(answer, { ok: false, refusal: { code: "workbook-too-big", what: "file", found: 30, most: 10 } });
  });
  it("W7 reads 450,000 cells within 400 MB", () => {
    const { answer, megabytes } = readerPeak(many, {
      ...{ mode: "workbook", workMs: 60_000, limits: INTAKE_LIMITS, bytes: many.length },
    });
    assert.ok(answer.startsWith(`${READY}{"ok":true`), answer.slice(0, 200));
    assert.ok(megabytes > 20 && megabytes < 400, `${Math.round(megabytes)} MB`);
  });
});
