import type { SeenCell } from "#core/intake/seen-workbook.ts";
import type { CellValue } from "#core/sheet/cell.ts";
import { CELL } from "#test/builders/sheet-hostile-case.ts";
import { aPackage, aSheetPart, aWorkbookPart, packageParts } from "#test/builders/sheet-package.ts";
import { aZip } from "#test/builders/sheet-zip.ts";
import { COMPANY_ROSTERS, HOSPITAL_ROSTER, UNIVERSITY_ROSTER } from "./rosters.ts";
import { times } from "./times.ts";
import { writeBook, WRITERS } from "./writers.ts";

/** A file that is read, and what is seen in one of its sheets; values as the reference text asks for them. */
export interface ForeignCase {
  readonly name: string;
  readonly bytes: () => Buffer;
  readonly sheet: string;
  readonly values: Readonly<Record<string, CellValue | SeenCell>>;
}

const FORMATS =
  '<numFmts><numFmt numFmtId="170" formatCode="000000"/><numFmt numFmtId="171" formatCode="0.00_ "/>' +
  '<numFmt numFmtId="172" formatCode="yyyy&quot;.&quot;mm"/><numFmt numFmtId="173" formatCode="[$-804]yyyy&quot;年&quot;m&quot;月&quot;;@"/>' +
  '<numFmt numFmtId="174" formatCode="[DBNum1][$-804]yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/></numFmts>' +
  "<cellXfs>" +
  [0, 170, 171, 172, 173, 174, 14, 57, 1].map((id) => `<xf numFmtId="${String(id)}"/>`).join("") +
  "</cellXfs>";

const STRINGS = ['<t>张三</t><rPh sb="0" eb="2"><t>zhang san</t></rPh><phoneticPr fontId="1"/>', "<t/>"];

/** One cell, A1 of "表一", given as the file has it. */
function cell(name: string, xml: string, seen: CellValue | SeenCell): ForeignCase {
  const bytes = () => aPackage({ styles: FORMATS, strings: STRINGS, rows: `<row r="1">${xml}</row>` });
  return { name, bytes, sheet: "表一", values: seen === null ? {} : { A1: seen } };
}

const NUMBERS: readonly ForeignCase[] = [
  cell("18 digits that the file still has", "<c><v>110101199001011234</v></c>", {
    value: "110101199001011234",
    flag: "digits-kept",
  }),
  cell("18 digits of which three are lost", "<c><v>1.1010119900101123E+17</v></c>", {
    value: "110101199001011000",
    flag: "digits-lost",
  }),
  cell("18 digits as a program with doubles writes them", "<c><v>110101199001011230</v></c>", {
    value: "110101199001011230",
    flag: "digits-lost",
  }),
  cell("15 digits are a number", "<c><v>123456789012345</v></c>", 123_456_789_012_345),
  cell("a code with leading zeros by its format", '<c s="1"><v>20100</v></c>', "020100"),
  cell("two decimals: January or October", '<c s="2"><v>2026.1</v></c>', { value: 2026.1, shown: "2026.10" }),
  cell("a mobile number stored as a number", "<c><v>13800000000</v></c>", 13_800_000_000),
  cell("a number that LibreOffice writes with an exponent", "<c><v>1.38E+010</v></c>", 13_800_000_000),
  cell("a number with blanks around it", "<c><v> 7 </v></c>", 7),
  cell("minus zero", "<c><v>-0</v></c>", 0),
];

const DATES: readonly ForeignCase[] = [
  cell("a date shown as year and month", '<c s="3"><v>25204</v></c>', { value: "1969-01-01", shown: "1969-01" }),
  cell("a date shown as 1969年1月", '<c s="4"><v>25204</v></c>', { value: "1969-01-01", shown: "1969-01" }),
  cell("a date in Chinese digits", '<c s="5"><v>46082</v></c>', "2026-03-01"),
  cell("a date in the built-in Chinese format", '<c s="7"><v>46082</v></c>', { value: "2026-03-01", shown: "2026-03" }),
  cell("a serial that nobody formatted is a number", "<c><v>46082</v></c>", 46_082),
  cell("a date as text keeps its form", '<c t="str"><v>1969.01</v></c>', "1969.01"),
  cell("a date beyond all dates is a number", '<c s="6"><v>9999999</v></c>', 9_999_999),
  cell("a negative date is a number", '<c s="6"><v>-3</v></c>', -3),
  cell("an ISO date with a midnight that nobody typed", '<c s="6" t="d"><v>2026-03-01T00:00:00Z</v></c>', "2026-03-01"),
  cell("an ISO date with a time", '<c t="d"><v>2026-03-01T09:30:00</v></c>', "2026-03-01 09:30"),
  {
    name: "a date of the 1904 system",
    bytes: () => writeBook([{ name: "a", rows: [[[44_620]]] }], WRITERS["Excel"], { date1904: true }),
    sheet: "a",
    values: { A1: "2026-03-01" },
  },
];

const TEXTS: readonly ForeignCase[] = [
  cell(
    "blanks before and behind stay",
    '<c t="inlineStr"><is><t xml:space="preserve"> 020100　</t></is></c>',
    " 020100　",
  ),
  cell(
    "rich text is joined",
    '<c t="inlineStr"><is><r><t>张</t></r><r><rPr><b/></rPr><t xml:space="preserve"> 三</t></r></is></c>',
    "张 三",
  ),
  cell("reading aids are left out", '<c t="s"><v>0</v></c>', "张三"),
  cell("text in CDATA", '<c t="str"><v><![CDATA[<张&三>]]></v></c>', "<张&三>"),
  cell("numbered characters", '<c t="str"><v>&#x5F20;&#19977;</v></c>', "张三"),
  cell("a line break inside a cell", '<c t="str"><v>一_x000D_\n二</v></c>', "一\r\n二"),
  cell("an empty shared text shows nothing", '<c t="s"><v>1</v></c>', null),
  cell("a text that looks like a formula is a text", '<c t="str"><v>=cmd|x</v></c>', "=cmd|x"),
  cell("an error", '<c t="e"><v>#N/A</v></c>', { value: "#N/A", flag: "error" }),
  cell("an error behind a formula", '<c t="e"><f>VLOOKUP(1,B:B,1)</f><v>#N/A</v></c>', {
    value: "#N/A",
    flag: "error",
    formula: "VLOOKUP(1,B:B,1)",
  }),
  cell("a formula without a value", "<c><f>B1</f></c>", { value: null, formula: "B1" }),
  cell("a formula's text", '<c t="str"><f>B1&amp;"|"</f><v>a|</v></c>', { value: "a|", formula: 'B1&"|"' }),
  cell("a text of 32,767 characters", `<c t="str"><v>${"字".repeat(32_767)}</v></c>`, "字".repeat(32_767)),
];

/** One A1 with a 1, whatever is around it. */
function sound(name: string, bytes: () => Buffer): ForeignCase {
  return { name, bytes, sheet: "表一", values: { A1: 1 } };
}

const AROUND: readonly ForeignCase[] = [
  sound("a merge over the whole sheet", () =>
    aPackage({ rows: CELL, after: '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>' }),
  ),
  sound("values under a merge are not seen", () =>
    aPackage({
      rows: '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row><row r="2"><c r="A2"><v>3</v></c></row>',
      after: '<mergeCells><mergeCell ref="A1:B2"/></mergeCells>',
    }),
  ),
  sound("a million empty rows", () =>
    aPackage({ rows: `${CELL}${times(1_000_000, (index) => `<row r="${String(index + 2)}"/>`)}` }),
  ),
  sound("lists on whole columns, three hundred times", () =>
    aPackage({
      rows: CELL,
      after: `<dataValidations>${times(300, () => '<dataValidation type="list" sqref="A1:XFD1048576"><formula1>"a"</formula1></dataValidation>')}</dataValidations>`,
    }),
  ),
  sound("five hundred pictures", () =>
    aPackage({
      rows: CELL,
      parts: Object.fromEntries(
        Array.from({ length: 500 }, (_, index) => [`xl/media/image${String(index)}.png`, "picture"]),
      ),
    }),
  ),
  sound("a name called __proto__", () =>
    aPackage({
      rows: CELL,
      workbook: aWorkbookPart('<sheet name="表一" sheetId="1" r:id="rId1"/>').replace(
        "</sheets>",
        '</sheets><definedNames><definedName name="__proto__">__proto__!$A$1</definedName></definedNames>',
      ),
    }),
  ),
  sound("a number format of 100,000 brackets", () =>
    aPackage({
      rows: CELL,
      styles: `<numFmts><numFmt numFmtId="170" formatCode="${"[".repeat(100_000)}"/></numFmts><cellXfs><xf numFmtId="170"/></cellXfs>`,
    }),
  ),
  sound("comments and instructions between the rows", () =>
    aPackage({ sheet: aSheetPart(`<!-- a --><?b?>${CELL}<!-- c -->`) }),
  ),
  sound("printer settings", () =>
    aPackage({ rows: CELL, parts: { "xl/printerSettings/printerSettings1.bin": Buffer.alloc(1_000, 7) } }),
  ),
  sound("folders as entries of their own", () => aPackage({ rows: CELL, parts: { "xl/": "", "docProps/": "" } })),
  sound("names in capitals", () =>
    aZip(packageParts({ rows: CELL }).map((part) => ({ ...part, name: part.name.replace("xl/styles", "XL/Styles") }))),
  ),
  sound("a hyperlink in the sheet", () =>
    aPackage({
      rows: CELL,
      parts: {
        "xl/worksheets/_rels/sheet1.xml.rels":
          '<Relationships><Relationship Id="rId1" Type="http://a/hyperlink" Target="http://example.invalid/" TargetMode="External"/></Relationships>',
      },
    }),
  ),
  sound("twenty thousand merges", () =>
    aPackage({
      rows: CELL,
      after: `<mergeCells>${times(20_000, (index) => `<mergeCell ref="A${String(index + 2)}:B${String(index + 2)}"/>`)}</mergeCells>`,
    }),
  ),
  {
    name: "a value in the very last row",
    bytes: () => aPackage({ rows: '<row r="1048576"><c r="A1048576"><v>1</v></c></row>' }),
    sheet: "表一",
    values: { A1048576: 1 },
  },
];

const ROSTERS: readonly ForeignCase[] = [
  {
    name: "a university's roster",
    bytes: () => writeBook([UNIVERSITY_ROSTER], WRITERS["WPS"]),
    sheet: "党员信息采集表",
    values: {
      A1: "××大学机械学院党员信息采集表",
      A2: "序号",
      B2: " 姓  名",
      C2: "公民身份号码",
      D2: "出生年月",
      E2: "学历代码",
      F2: "入党时间",
      G2: "联系电话",
      H2: "导入结果",
      A3: 1,
      B3: "张三 ",
      C3: "11010519491231002X",
      D3: "1949.12",
      E3: " 020100",
      F3: "1979-07-01",
      G3: "１３８００００００００",
      A4: 2,
      B4: "李　四",
      C4: "440524188001010014",
      D4: "1880-01",
      E4: "21",
      F4: "2026-03-01",
      G4: "139 0000 0000",
      A6: "填表说明：\n1. “出生年月”填至月，如 1969.01；\n2. “学历代码”前请勿加空格。",
    },
  },
  {
    name: "a hospital's roster",
    bytes: () => writeBook([HOSPITAL_ROSTER], WRITERS["LibreOffice"]),
    sheet: "Sheet1",
    values: {
      A1: "市第一医院党员花名册（2026年）",
      ...Object.fromEntries(
        [2, 8].flatMap((row) =>
          [
            ["A", "所在支部"],
            ["B", "姓名"],
            ["C", "性别"],
            ["D", "联系方式"],
            ["F", "入党日期"],
            ["G", "月交党费"],
          ].map(([column, text]) => [`${column ?? ""}${String(row)}`, text ?? ""]),
        ),
      ),
      D3: "手机",
      E3: "固定电话",
      D9: "手机",
      E9: "固定电话",
      A4: "内科支部",
      B4: "王五",
      C4: "男",
      D4: 13_800_000_000,
      E4: "010-62750000",
      F4: "2001年7月1日",
      G4: 12.5,
      B5: "赵六",
      C5: "女",
      D5: 13_900_000_000,
      F5: "2003年7月",
      G5: 20,
      A6: "小计",
      G6: { value: 32.5, formula: "SUM(G4:G5)" },
      A10: "外科支部",
      B10: "孙七",
      C10: "男",
      D10: 13_700_000_000,
      F10: "20050701",
      G10: 0.2,
      A11: "合计",
      G11: { value: 32.7, formula: "G6+G10" },
    },
  },
  {
    name: "the second table of a company's sheet, and a hidden sheet",
    bytes: () => writeBook(COMPANY_ROSTERS, WRITERS["Google Sheets"]),
    sheet: "_代码",
    values: { A1: "男", A2: "女" },
  },
];

export const FOREIGN_CASES: readonly ForeignCase[] = [...NUMBERS, ...DATES, ...TEXTS, ...AROUND, ...ROSTERS];
