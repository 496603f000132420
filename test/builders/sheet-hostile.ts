import { randomBytes } from "node:crypto";
import { aPackage, aSheetPart, aWorkbookPart, packageParts, standardRelations } from "./sheet-package.ts";
import { aZip } from "./sheet-zip.ts";

/** A workbook that must be refused, with the refusal's code and what it names. */
export type HostileCase = readonly [name: string, make: () => Buffer, code: string, what: string | null];

const CELL = '<row r="1"><c r="A1"><v>1</v></c></row>';
const RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

function numbered(count: number, make: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => make(index)).join("");
}

function compound(stream: string): Buffer {
  return Buffer.concat([
    Buffer.from("d0cf11e0a1b11ae1", "hex"),
    Buffer.alloc(504),
    Buffer.from(stream, "utf16le"),
    Buffer.alloc(512),
  ]);
}

function withPart(name: string, content = "<a/>"): Buffer {
  return aPackage({ rows: CELL, parts: { [name]: content } });
}

const NOT_XLSX: readonly HostileCase[] = [
  ["an empty file", () => Buffer.alloc(0), "workbook-not-xlsx", "empty"],
  ["a CSV renamed", () => Buffer.from("序号,得分\n1,10\n"), "workbook-not-xlsx", "text"],
  [
    "a web page called .xls",
    () => Buffer.from("\ufeff<html><table><tr><td>1</td></tr></table></html>"),
    "workbook-not-xlsx",
    "html",
  ],
  [
    "an XML spreadsheet of 2003",
    () => Buffer.from('<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook/>'),
    "workbook-not-xlsx",
    "xml",
  ],
  ["an .xls", () => compound("Workbook"), "workbook-not-xlsx", "xls"],
  ["an encrypted workbook", () => compound("EncryptedPackage"), "workbook-encrypted", null],
  ["a PDF", () => Buffer.from("%PDF-1.7 ..."), "workbook-not-xlsx", "pdf"],
  ["a RAR", () => Buffer.from("526172211a070100", "hex"), "workbook-not-xlsx", "other-archive"],
  ["random bytes", () => Buffer.from([7, 0, 200, 3, 0, 9, 1, 0, 0, 5]), "workbook-not-xlsx", "unknown"],
  [
    "an .ods",
    () =>
      aZip([
        { name: "mimetype", content: "application/vnd.oasis.opendocument.spreadsheet", stored: true },
        { name: "content.xml", content: "<a/>" },
      ]),
    "workbook-not-xlsx",
    "ods",
  ],
  [
    "a Word document",
    () =>
      aZip([
        { name: "[Content_Types].xml", content: "<Types/>" },
        { name: "word/document.xml", content: "<a/>" },
      ]),
    "workbook-not-xlsx",
    "word",
  ],
  ["an .xlsb", () => withPart("xl/workbook.bin"), "workbook-not-xlsx", "xlsb"],
  ["any other zip", () => aZip([{ name: "readme.txt", content: "hello" }]), "workbook-not-xlsx", "zip"],
];

const ZIPS: readonly HostileCase[] = [
  ["a truncated file", () => aPackage({ rows: CELL }).subarray(0, 900), "workbook-damaged", "zip-directory"],
  [
    "bytes after the end",
    () => Buffer.concat([aPackage({ rows: CELL }), Buffer.from("tail")]),
    "workbook-damaged",
    "zip-directory",
  ],
  [
    "a directory that counts wrong",
    () => aZip(packageParts({ rows: CELL }), { count: 3 }),
    "workbook-damaged",
    "zip-directory",
  ],
  [
    "60,000 entries",
    () =>
      aZip([
        ...packageParts(),
        ...Array.from({ length: 60_000 }, (_, index) => ({ name: `xl/media/${index}.png`, content: "", stored: true })),
      ]),
    "workbook-too-big",
    "entries",
  ],
  [
    "two entries with one name",
    () => aZip([...packageParts({ rows: CELL }), { name: "xl/worksheets/sheet1.xml", content: aSheetPart("") }]),
    "workbook-hostile",
    "duplicate-entry",
  ],
  [
    "two entries that differ in case and slash",
    () => aZip([...packageParts({ rows: CELL }), { name: "XL\\worksheets\\Sheet1.xml", content: aSheetPart("") }]),
    "workbook-hostile",
    "duplicate-entry",
  ],
  ["a name that climbs out", () => withPart("../../etc/passwd"), "workbook-hostile", "entry-name"],
  ["an absolute name", () => withPart("/etc/passwd"), "workbook-hostile", "entry-name"],
  ["a drive letter", () => withPart("C:/windows/x"), "workbook-hostile", "entry-name"],
  [
    "a bad checksum",
    () => aPackage({ rows: CELL, lies: { "xl/worksheets/sheet1.xml": { crc: 12345 } } }),
    "workbook-damaged",
    "checksum",
  ],
  [
    "a sheet bigger than declared",
    () => aPackage({ rows: CELL, lies: { "xl/worksheets/sheet1.xml": { size: 20 } } }),
    "workbook-damaged",
    "size",
  ],
  [
    "a sheet smaller than declared",
    () => aPackage({ rows: CELL, lies: { "xl/worksheets/sheet1.xml": { size: 5_000 } } }),
    "workbook-damaged",
    "size",
  ],
  [
    "a local header that names another file",
    () => aPackage({ rows: CELL, lies: { "xl/worksheets/sheet1.xml": { localName: "xl/worksheets/sheet9.xml" } } }),
    "workbook-damaged",
    "zip-directory",
  ],
  [
    "entries that share their data",
    () =>
      aZip(
        [
          ...packageParts({ rows: CELL }),
          { name: "xl/worksheets/sheet1.xml", content: aSheetPart(CELL), localName: "x", sharesDataOf: 4 },
        ].map((part, index) => (index === 7 ? { ...part, name: "xl/worksheets/sheet1.XML2" } : part)),
      ),
    "workbook-damaged",
    "zip-directory",
  ],
  ["an overlapping entry", overlapping, "workbook-hostile", "overlapping-entries"],
  [
    "an entry packed in an unknown way",
    () => aPackage({ rows: CELL, lies: { "xl/worksheets/sheet1.xml": { method: 12 } } }),
    "workbook-damaged",
    "zip-entry",
  ],
  [
    "an entry that is no deflate",
    () => aPackage({ rows: CELL, lies: { "xl/worksheets/sheet1.xml": { stored: true, method: 8 } } }),
    "workbook-damaged",
    "zip-entry",
  ],
  [
    "an entry with a password",
    () => aPackage({ rows: CELL, lies: { "xl/worksheets/sheet1.xml": { flags: 0x801 } } }),
    "workbook-encrypted",
    null,
  ],
  ["a sheet that inflates to 1 GiB", () => bomb(1, 1 << 30), "workbook-hostile", "compression-ratio"],
  ["sheets that inflate to 400 MB together", () => bomb(2, 200_000_000), "workbook-too-big", "content"],
  [
    "a sheet that inflates to 100 MB",
    () => bomb(1, 100_000_000, "xl/worksheets/sheet1.xml"),
    "workbook-too-big",
    "part",
  ],
  [
    "a sheet that inflates 800 times",
    () =>
      aPackage({
        sheet: Buffer.concat([
          Buffer.from(aSheetPart("").replace("</sheetData></worksheet>", "")),
          Buffer.alloc(20_000_000, 0x20),
        ]),
      }),
    "workbook-hostile",
    "compression-ratio",
  ],
  [
    "a bomb that lies about its size",
    () => aPackage({ sheet: Buffer.alloc(40_000_000, 0x20), lies: { "xl/worksheets/sheet1.xml": { size: 1_000 } } }),
    "workbook-damaged",
    "size",
  ],
];

/** Its local header lies inside the first entry's data. */
function overlapping(): Buffer {
  const inner = aZip([{ name: "xl/a.xml", content: "<a/>", stored: true }]).subarray(0, 42);
  const outer = aZip([
    { name: "[Content_Types].xml", content: inner, stored: true },
    { name: "xl/a.xml", content: "<a/>", stored: true },
  ]);
  const directory = outer.lastIndexOf(Buffer.from("xl/a.xml")) - 46;
  outer.writeUInt32LE(30 + "[Content_Types].xml".length, directory + 42);
  return outer;
}

/** A megabyte of deflate that declares to be far more. */
function bomb(count: number, size: number, name = "xl/worksheets/more.xml"): Buffer {
  const content = randomBytes(1_000_000);
  const lie = { stored: true, method: 8, size };
  const sheets = Array.from({ length: count }, (_, index) => (index === 0 ? name : `xl/worksheets/more${index}.xml`));
  return aPackage({
    rows: CELL,
    parts: Object.fromEntries(sheets.map((sheet) => [sheet, content])),
    lies: Object.fromEntries(sheets.map((sheet) => [sheet, lie])),
  });
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

export const HOSTILE_CASES: readonly HostileCase[] = [...NOT_XLSX, ...ZIPS, ...CONTENT, ...ACTIVE];
