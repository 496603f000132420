import { aPackage, aSheetPart, aWorkbookPart, standardRelations } from "./sheet-package.ts";
import { CELL, withPart, type HostileCase } from "./sheet-hostile-case.ts";

const RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

function numbered(count: number, make: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => make(index)).join("");
}

const CONTENT: readonly HostileCase[] = [
  ["no workbook.xml", () => aPackage({ parts: { "xl/workbook.xml": null } }), "workbook-damaged", "missing-part"],
  [
    "no content types' main relation",
    () => aPackage({ parts: { "_rels/.rels": null } }),
    "workbook-damaged",
    "missing-part",
  ],
  [
    "a sheet that is not there",
    () => aPackage({ parts: { "xl/worksheets/sheet1.xml": null } }),
    "workbook-damaged",
    "missing-part",
  ],
  ["no sheet at all", () => aPackage({ workbook: aWorkbookPart("") }), "workbook-damaged", "sheet-list"],
  [
    "a relation that is not there",
    () => aPackage({ workbook: aWorkbookPart('<sheet name="a" sheetId="1" r:id="rId99"/>') }),
    "workbook-damaged",
    "sheet-list",
  ],
  [
    "two sheets with one name",
    () =>
      aPackage({
        workbook: aWorkbookPart('<sheet name="a" sheetId="1" r:id="rId1"/><sheet name="A" sheetId="2" r:id="rId1"/>'),
      }),
    "workbook-hostile",
    "duplicate-sheet",
  ],
  [
    "a hundred sheets",
    () =>
      aPackage({
        workbook: aWorkbookPart(
          numbered(100, (index) => `<sheet name="s${index}" sheetId="${index + 1}" r:id="rId1"/>`),
        ),
      }),
    "workbook-too-big",
    "sheets",
  ],
  [
    "GBK bytes",
    () =>
      aPackage({
        sheet: Buffer.concat([
          Buffer.from(aSheetPart("").replace("</sheetData></worksheet>", '<row r="1"><c r="A1" t="str"><v>')),
          Buffer.from([0xd6, 0xd0, 0xb9, 0xfa]),
          Buffer.from("</v></c></row></sheetData></worksheet>"),
        ]),
      }),
    "workbook-damaged",
    "encoding",
  ],
  [
    "an encoding that is not UTF-8",
    () => aPackage({ sheet: aSheetPart(CELL).replace("UTF-8", "GB18030") }),
    "workbook-damaged",
    "encoding",
  ],
  [
    "a document type",
    () => aPackage({ sheet: `<!DOCTYPE worksheet [<!ENTITY a "b">]>${aSheetPart(CELL).replace(/^.*\n/, "")}` }),
    "workbook-hostile",
    "doctype",
  ],
  [
    "a billion laughs",
    () => aPackage({ sheet: `<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><worksheet>&b;</worksheet>` }),
    "workbook-hostile",
    "doctype",
  ],
  [
    "an unknown entity",
    () => aPackage({ rows: '<row r="1"><c r="A1" t="str"><v>&nbsp;</v></c></row>' }),
    "workbook-damaged",
    "xml",
  ],
  ["XML that breaks off", () => aPackage({ sheet: aSheetPart(CELL).slice(0, -20) }), "workbook-damaged", "xml"],
  [
    "nesting without end",
    () => aPackage({ sheet: `<worksheet>${"<a>".repeat(100_000)}${"</a>".repeat(100_000)}</worksheet>` }),
    "workbook-hostile",
    "nesting",
  ],
  [
    "an attribute of two megabytes",
    () => aPackage({ sheet: `<worksheet a="${"x".repeat(2_000_000)}"/>` }),
    "workbook-hostile",
    "long-token",
  ],
  [
    "a text beyond what a cell holds",
    () => aPackage({ rows: `<row r="1"><c r="A1" t="str"><v>${"字".repeat(40_000)}</v></c></row>` }),
    "workbook-too-big",
    "text",
  ],
  [
    "row 2,147,483,647",
    () => aPackage({ rows: '<row r="2147483647"><c r="A2147483647"><v>1</v></c></row>' }),
    "workbook-damaged",
    "cell-address",
  ],
  [
    "a value in the very last row",
    () => aPackage({ rows: '<row r="1048576"><c r="A1048576"><v>1</v></c></row>' }),
    "workbook-too-big",
    "rows",
  ],
  [
    "a value in the very last column",
    () => aPackage({ rows: '<row r="1"><c r="XFD1"><v>1</v></c></row>' }),
    "workbook-too-big",
    "columns",
  ],
  [
    "a column that does not exist",
    () => aPackage({ rows: '<row r="1"><c r="XFE1"><v>1</v></c></row>' }),
    "workbook-damaged",
    "cell-address",
  ],
  [
    "a million empty rows",
    () => aPackage({ rows: numbered(1_000_000, (index) => `<row r="${index + 1}"/>`) }),
    "workbook-too-big",
    "rows",
  ],
  ["a row that comes twice", () => aPackage({ rows: `${CELL}${CELL}` }), "workbook-hostile", "duplicate-row"],
  [
    "a cell that comes twice",
    () => aPackage({ rows: '<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>' }),
    "workbook-hostile",
    "duplicate-cell",
  ],
  [
    "a cell in another row's element",
    () => aPackage({ rows: '<row r="1"><c r="A2"><v>1</v></c></row>' }),
    "workbook-damaged",
    "cell-address",
  ],
  [
    "a shared string that is not there",
    () => aPackage({ rows: '<row r="1"><c r="A1" t="s"><v>7</v></c></row>' }),
    "workbook-damaged",
    "shared-string",
  ],
  [
    "a number that is none",
    () => aPackage({ rows: '<row r="1"><c r="A1"><v>NaN</v></c></row>' }),
    "workbook-damaged",
    "cell-value",
  ],
  [
    "a number beyond numbers",
    () => aPackage({ rows: '<row r="1"><c r="A1"><v>1E999</v></c></row>' }),
    "workbook-damaged",
    "cell-value",
  ],
  [
    "merges over each other",
    () => aPackage({ rows: CELL, after: '<mergeCells><mergeCell ref="A1:C3"/><mergeCell ref="B2:D4"/></mergeCells>' }),
    "workbook-hostile",
    "overlapping-merges",
  ],
  [
    "a merge that is no range",
    () => aPackage({ rows: CELL, after: '<mergeCells><mergeCell ref="__proto__"/></mergeCells>' }),
    "workbook-damaged",
    "merge",
  ],
  [
    "ten thousand merges",
    () =>
      aPackage({
        rows: CELL,
        after: `<mergeCells>${numbered(10_000, (index) => `<mergeCell ref="A${index * 2 + 1}:B${index * 2 + 1}"/>`)}</mergeCells>`,
      }),
    "workbook-too-big",
    "merges",
  ],
  [
    "too many styles",
    () => aPackage({ rows: CELL, styles: `<cellXfs>${numbered(80_000, () => '<xf numFmtId="0"/>')}</cellXfs>` }),
    "workbook-too-big",
    "styles",
  ],
];

const ACTIVE: readonly HostileCase[] = [
  ["macros", () => withPart("xl/vbaProject.bin"), "workbook-active-content", "macros"],
  [
    "macros under another name",
    () =>
      aPackage({
        rows: CELL,
        contentTypes:
          '<Types xmlns="a"><Override PartName="/xl/workbook.xml" ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/></Types>',
      }),
    "workbook-active-content",
    "macros",
  ],
  ["a macro sheet", () => withPart("xl/macrosheets/sheet1.xml"), "workbook-active-content", "macros"],
  ["external links", () => withPart("xl/externalLinks/externalLink1.xml"), "workbook-active-content", "external-links"],
  [
    "an external relation",
    () =>
      aPackage({
        rows: CELL,
        workbookRelations: `${standardRelations()}<Relationship Id="rId9" Type="${RELATION}/image" Target="http://example.invalid/x" TargetMode="External"/>`,
      }),
    "workbook-active-content",
    "external-links",
  ],
  [
    "DDE in a formula",
    () => aPackage({ rows: `<row r="1"><c r="A1"><f>cmd|'/c calc'!A1</f><v>0</v></c></row>` }),
    "workbook-active-content",
    "dde",
  ],
  ["an embedded object", () => withPart("xl/embeddings/oleObject1.bin"), "workbook-active-content", "embedded-objects"],
  ["a control", () => withPart("xl/activeX/activeX1.xml"), "workbook-active-content", "controls"],
  ["a connection", () => withPart("xl/connections.xml"), "workbook-active-content", "connections"],
  ["a query table", () => withPart("xl/queryTables/queryTable1.xml"), "workbook-active-content", "connections"],
];

/** Sound zips whose parts must not be believed. */
export const HOSTILE_CONTENT: readonly HostileCase[] = [...CONTENT, ...ACTIVE];
