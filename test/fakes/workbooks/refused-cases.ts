import type { HostileCase } from "#test/builders/sheet-hostile-case.ts";
import { CELL } from "#test/builders/sheet-hostile-case.ts";
import { aPackage, aSheetPart, packageParts, relations, standardRelations } from "#test/builders/sheet-package.ts";
import { aZip } from "#test/builders/sheet-zip.ts";
import { SAME_SHEET } from "./rosters.ts";
import { writeBook, WRITERS } from "./writers.ts";

const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

function times(count: number, make: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => make(index)).join("");
}

function related(type: string, target: string, mode = ""): string {
  return `${standardRelations()}<Relationship Id="rId9" Type="${OFFICE}/${type}" Target="${target}"${mode}/>`;
}

/** A sheet's own relations. */
function sheetRelations(inner: string): Buffer {
  return aPackage({ rows: CELL, parts: { "xl/worksheets/_rels/sheet1.xml.rels": relations(inner) } });
}

function damagedEnd(change: (bytes: Buffer, end: number) => void): Buffer {
  const bytes = Buffer.from(writeBook([SAME_SHEET], WRITERS["Apache POI"]));
  change(bytes, bytes.length - 22);
  return bytes;
}

const ZIPS: readonly HostileCase[] = [
  [
    "a 64-bit directory that is not where it should be",
    () => damagedEnd((bytes, end) => bytes.writeBigUInt64LE(7n, end - 12)),
    "workbook-damaged",
    "zip-directory",
  ],
  [
    "a 64-bit directory and an ordinary one that differ",
    () => damagedEnd((bytes, end) => bytes.writeUInt32LE(40, end + 16)),
    "workbook-damaged",
    "zip-directory",
  ],
  [
    "a 64-bit directory that counts to 2^53",
    () => damagedEnd((bytes, end) => bytes.writeBigUInt64LE(9_007_199_254_740_991n, end - 76 + 32)),
    "workbook-damaged",
    "zip-directory",
  ],
  [
    "a broken picture",
    () =>
      aPackage({
        rows: CELL,
        parts: { "xl/media/image1.png": "picture" },
        lies: { "xl/media/image1.png": { crc: 1 } },
      }),
    "workbook-damaged",
    "checksum",
  ],
  [
    "a picture with a wrong size",
    () =>
      aPackage({
        rows: CELL,
        parts: { "xl/media/image1.png": "picture" },
        lies: { "xl/media/image1.png": { size: 3 } },
      }),
    "workbook-damaged",
    "size",
  ],
  [
    "a file of 100 bytes of a workbook",
    () => aPackage({ rows: CELL }).subarray(0, 100),
    "workbook-damaged",
    "zip-directory",
  ],
  [
    "a file without its first kilobyte",
    () => aPackage({ rows: times(500, (index) => `<row><c><v>${String(index)}</v></c></row>`) }).subarray(1_000),
    "workbook-not-xlsx",
    "unknown",
  ],
  [
    "two directories",
    () => aZip([...packageParts({ rows: CELL }), ...packageParts({ rows: "" })]),
    "workbook-hostile",
    "duplicate-entry",
  ],
  [
    "a name with a null character",
    () => aPackage({ rows: CELL, parts: { "xl/a\u0000.xml": "<a/>" } }),
    "workbook-hostile",
    "entry-name",
  ],
  [
    "shared texts that inflate 500 times",
    () => aPackage({ rows: CELL, parts: { "xl/sharedStrings.xml": Buffer.alloc(30_000_000, 0x20) } }),
    "workbook-hostile",
    "compression-ratio",
  ],
];

const XML: readonly HostileCase[] = [
  [
    "a sheet in UTF-16",
    () => aPackage({ sheet: Buffer.from(`\ufeff${aSheetPart(CELL)}`, "utf16le") }),
    "workbook-damaged",
    "encoding",
  ],
  [
    "shared texts in GBK",
    () =>
      aPackage({
        rows: CELL,
        parts: {
          "xl/sharedStrings.xml": Buffer.concat([
            Buffer.from("<sst><si><t>"),
            Buffer.from([0xd5, 0xc5]),
            Buffer.from("</t></si></sst>"),
          ]),
        },
      }),
    "workbook-damaged",
    "encoding",
  ],
  [
    "an entity in the list of sheets",
    () => aPackage({ workbook: '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><workbook>&x;</workbook>' }),
    "workbook-hostile",
    "doctype",
  ],
  [
    "an entity in the styles",
    () => aPackage({ rows: CELL, parts: { "xl/styles.xml": "<!DOCTYPE a><styleSheet/>" } }),
    "workbook-hostile",
    "doctype",
  ],
  [
    "shared texts nested without end",
    () =>
      aPackage({
        rows: CELL,
        parts: { "xl/sharedStrings.xml": `<sst>${"<si>".repeat(500)}${"</si>".repeat(500)}</sst>` },
      }),
    "workbook-hostile",
    "nesting",
  ],
  [
    "a formula of a megabyte",
    () => aPackage({ rows: `<row r="1"><c r="A1"><f>${"1+".repeat(500_000)}1</f></c></row>` }),
    "workbook-hostile",
    "long-token",
  ],
  [
    "a formula longer than formulas are",
    () => aPackage({ rows: `<row r="1"><c r="A1"><f>${"1+".repeat(5_000)}1</f></c></row>` }),
    "workbook-too-big",
    "formula",
  ],
  [
    "a shared text beyond what a cell holds",
    () => aPackage({ rows: CELL, strings: [`<t>${"长".repeat(32_768)}</t>`] }),
    "workbook-too-big",
    "text",
  ],
  [
    "a text in forty thousand pieces",
    () => aPackage({ rows: CELL, strings: [times(40_000, () => "<r><t>a</t></r>")] }),
    "workbook-too-big",
    "text",
  ],
  [
    "a control character",
    () => aPackage({ rows: '<row r="1"><c r="A1" t="str"><v>\u0008</v></c></row>' }),
    "workbook-damaged",
    "xml",
  ],
  [
    "a number cut by a comment",
    () => aPackage({ rows: '<row r="1"><c r="A1"><v>1<!-- -->2</v></c></row>' }),
    "workbook-damaged",
    "cell-value",
  ],
];

const SHEETS: readonly HostileCase[] = [
  ["row 0", () => aPackage({ rows: '<row r="0"><c r="A0"><v>1</v></c></row>' }), "workbook-damaged", "cell-address"],
  ["a row numbered -1", () => aPackage({ rows: '<row r="-1"/>' }), "workbook-damaged", "cell-address"],
  [
    "rows from the bottom up",
    () => aPackage({ rows: '<row r="2"/><row r="1"/>' }),
    "workbook-hostile",
    "duplicate-row",
  ],
  [
    "cells from right to left",
    () => aPackage({ rows: '<row r="1"><c r="B1"/><c r="A1"/></row>' }),
    "workbook-hostile",
    "duplicate-cell",
  ],
  [
    "a cell with an address and one that counts on to it",
    () => aPackage({ rows: '<row r="1"><c r="B1"><v>1</v></c><c r="A1"><v>2</v></c></row>' }),
    "workbook-hostile",
    "duplicate-cell",
  ],
  [
    "a cell in small letters",
    () => aPackage({ rows: '<row r="1"><c r="a1"><v>1</v></c></row>' }),
    "workbook-damaged",
    "cell-address",
  ],
  [
    "an unknown type of cell",
    () => aPackage({ rows: '<row r="1"><c r="A1" t="__proto__"><v>1</v></c></row>' }),
    "workbook-damaged",
    "cell-value",
  ],
  [
    "a truth that is neither",
    () => aPackage({ rows: '<row r="1"><c r="A1" t="b"><v>yes</v></c></row>' }),
    "workbook-damaged",
    "cell-value",
  ],
  [
    "a number in Chinese",
    () => aPackage({ rows: '<row r="1"><c r="A1"><v>一百</v></c></row>' }),
    "workbook-damaged",
    "cell-value",
  ],
  [
    "a hexadecimal number",
    () => aPackage({ rows: '<row r="1"><c r="A1"><v>0x10</v></c></row>' }),
    "workbook-damaged",
    "cell-value",
  ],
  [
    "a shared text -1",
    () => aPackage({ rows: '<row r="1"><c r="A1" t="s"><v>-1</v></c></row>' }),
    "workbook-damaged",
    "shared-string",
  ],
  [
    "a shared text 0.5",
    () => aPackage({ rows: '<row r="1"><c r="A1" t="s"><v>0.5</v></c></row>', strings: ["<t>a</t>"] }),
    "workbook-damaged",
    "shared-string",
  ],
  [
    "thirty thousand merges",
    () =>
      aPackage({
        rows: CELL,
        after: `<mergeCells>${times(30_000, (index) => `<mergeCell ref="A${String(index * 2 + 1)}:B${String(index * 2 + 1)}"/>`)}</mergeCells>`,
      }),
    "workbook-too-big",
    "merges",
  ],
  [
    "the same merge twice",
    () => aPackage({ rows: CELL, after: '<mergeCells><mergeCell ref="A1:B1"/><mergeCell ref="A1:B1"/></mergeCells>' }),
    "workbook-hostile",
    "overlapping-merges",
  ],
  [
    "a value in column 2,000",
    () => aPackage({ rows: '<row r="1"><c r="BXX1"><v>1</v></c></row>' }),
    "workbook-too-big",
    "columns",
  ],
  [
    "an HTML page inside the zip",
    () => aPackage({ sheet: "<html><body><table><tr><td>1</td></tr></table></body></html>" }),
    "workbook-damaged",
    "missing-part",
  ],
  [
    "a chart where a sheet should be",
    () => aPackage({ workbookRelations: standardRelations().replace('/worksheet"', '/chartsheet"') }),
    "workbook-damaged",
    "sheet-list",
  ],
  [
    "shared texts that are not there",
    () => aPackage({ rows: CELL, parts: { "xl/sharedStrings.xml": null } }),
    "workbook-damaged",
    "missing-part",
  ],
];

const ACTIVE: readonly HostileCase[] = [
  [
    "an object in a sheet",
    () => aPackage({ rows: CELL, after: '<oleObjects><oleObject progId="Word.Document.8" shapeId="1"/></oleObjects>' }),
    "workbook-active-content",
    "embedded-objects",
  ],
  [
    "a control in a sheet",
    () => aPackage({ rows: CELL, after: '<controls><control shapeId="1"/></controls>' }),
    "workbook-active-content",
    "controls",
  ],
  [
    "a picture that is fetched",
    () =>
      sheetRelations(
        `<Relationship Id="rId1" Type="${OFFICE}/image" Target="http://example.invalid/a.png" TargetMode="External"/>`,
      ),
    "workbook-active-content",
    "external-links",
  ],
  [
    "an object under a harmless name",
    () => sheetRelations(`<Relationship Id="rId1" Type="${OFFICE}/oleObject" Target="../media/image1.png"/>`),
    "workbook-active-content",
    "embedded-objects",
  ],
  [
    "a program under a harmless name",
    () => aPackage({ rows: CELL, workbookRelations: related("vbaProject", "theme/theme1.xml") }),
    "workbook-active-content",
    "macros",
  ],
  [
    "connections under a harmless name",
    () => aPackage({ rows: CELL, workbookRelations: related("connections", "a.xml") }),
    "workbook-active-content",
    "connections",
  ],
  [
    "a template that is fetched",
    () =>
      aPackage({
        rows: CELL,
        workbookRelations: related("attachedTemplate", "http://example.invalid/", ' TargetMode="External"'),
      }),
    "workbook-active-content",
    "external-links",
  ],
  [
    "DDE spelled as a function",
    () => aPackage({ rows: '<row r="1"><c r="A1"><f>DDE("cmd";"/c calc")</f></c></row>' }),
    "workbook-active-content",
    "dde",
  ],
  [
    "DDE in the middle of a formula",
    () => aPackage({ rows: `<row r="1"><c r="A1"><f>IF(1,MSEXCEL|'\\\\x'!A1,"|")</f></c></row>` }),
    "workbook-active-content",
    "dde",
  ],
];

/** What must not come in, beyond what exchange workbooks are held to (test/builders/sheet-hostile-*.ts). */
export const REFUSED_CASES: readonly HostileCase[] = [...ZIPS, ...XML, ...SHEETS, ...ACTIVE];
