import { CELL, type HostileCase } from "#test/builders/sheet-hostile-case.ts";
import { aPackage, aSheetPart, packageParts } from "#test/builders/sheet-package.ts";
import { aZip } from "#test/builders/sheet-zip.ts";
import { SAME_SHEET } from "./rosters.ts";
import { times } from "./times.ts";
import { writeBook, WRITERS } from "./writers.ts";

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

/** Zips that lie, and XML that is none, beyond what exchange workbooks are held to. */
export const REFUSED_FILES: readonly HostileCase[] = [...ZIPS, ...XML];
