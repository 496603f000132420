import { randomBytes } from "node:crypto";
import { aPackage, aSheetPart, packageParts } from "./sheet-package.ts";
import { CELL, withPart, type HostileCase } from "./sheet-hostile-case.ts";
import { aZip } from "./sheet-zip.ts";

function compound(stream: string): Buffer {
  return Buffer.concat([
    Buffer.from("d0cf11e0a1b11ae1", "hex"),
    Buffer.alloc(504),
    Buffer.from(stream, "utf16le"),
    Buffer.alloc(512),
  ]);
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

/** Files that are no workbook, and zips that lie. */
export const HOSTILE_FILES: readonly HostileCase[] = [...NOT_XLSX, ...ZIPS];
