import { CELL, type HostileCase } from "#test/builders/sheet-hostile-case.ts";
import { aPackage, relations, standardRelations } from "#test/builders/sheet-package.ts";
import { times } from "./times.ts";

const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

function related(type: string, target: string, mode = ""): string {
  return `${standardRelations()}<Relationship Id="rId9" Type="${OFFICE}/${type}" Target="${target}"${mode}/>`;
}

/** A sheet's own relations. */
function sheetRelations(inner: string): Buffer {
  return aPackage({ rows: CELL, parts: { "xl/worksheets/_rels/sheet1.xml.rels": relations(inner) } });
}

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

/** Sheets that readers disagree on, and what can run or fetch, beyond what exchange workbooks are held to. */
export const REFUSED_CONTENT: readonly HostileCase[] = [...SHEETS, ...ACTIVE];
