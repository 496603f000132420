import { aZip, type ZipPart } from "#test/builders/sheet-zip.ts";

/** A value of a foreign sheet: [serial] is a date in days, "=..." has a formula and its cached value. */
export type ForeignValue =
  string | number | boolean | null | readonly [serial: number] | { readonly formula: string; readonly value: number };

export interface ForeignSheet {
  readonly name: string;
  readonly rows: readonly (readonly ForeignValue[])[];
  readonly merges?: readonly string[];
  readonly state?: "hidden" | "veryHidden";
}

/** How a program writes the same sheet: each has its own habits, and all of them are right. */
export interface Writer {
  readonly main: string;
  readonly relations: string;
  /** "x:" before every element. */
  readonly prefix: string;
  readonly texts: "shared" | "inline" | "formula-string";
  readonly addresses: boolean;
  readonly quote: '"' | "'";
  readonly rowAttributes: string;
  readonly dates: "serial" | "iso";
  readonly before: string;
  readonly after: string;
  readonly zip: "plain" | "descriptors" | "wide" | "stored";
  readonly bom: boolean;
  readonly absoluteTargets: boolean;
}

const TRANSITIONAL = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";

const EXCEL: Writer = {
  main: TRANSITIONAL,
  relations: OFFICE,
  prefix: "",
  texts: "shared",
  addresses: true,
  quote: '"',
  rowAttributes:
    ' spans="1:8" ht="18" customHeight="1" x14ac:dyDescent="0.2" xmlns:x14ac="http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac"',
  dates: "serial",
  before:
    '<sheetPr><tabColor rgb="FFFF0000"/></sheetPr><dimension ref="A1:XFD1048576"/><sheetViews><sheetView workbookViewId="0"/></sheetViews><cols><col min="1" max="16384" width="9.5" customWidth="1"/></cols>',
  after:
    '<phoneticPr fontId="1" type="noConversion"/><pageMargins left="0.7" right="0.7" top="0.7" bottom="0.7" header="0.3" footer="0.3"/>',
  zip: "plain",
  bom: false,
  absoluteTargets: false,
};

const LISTS = Array.from(
  { length: 40 },
  (_, index) =>
    `<dataValidation type="list" allowBlank="1" sqref="A${String(index + 1)}:XFD1048576"><formula1>"男,女"</formula1></dataValidation>`,
).join("");

export const WRITERS: Readonly<Record<string, Writer>> = {
  Excel: EXCEL,
  WPS: {
    ...EXCEL,
    after: `<dataValidations count="40">${LISTS}</dataValidations>`,
    rowAttributes: ' customFormat="1" s="0"',
  },
  LibreOffice: {
    ...EXCEL,
    rowAttributes: ' customFormat="false" hidden="false" outlineLevel="0" collapsed="false"',
    before: '<sheetFormatPr defaultRowHeight="12.8"/>',
  },
  "Google Sheets": {
    ...EXCEL,
    rowAttributes: "",
    before: '<sheetPr><outlinePr summaryBelow="0"/></sheetPr>',
    zip: "descriptors",
    after: "",
  },
  openpyxl: { ...EXCEL, rowAttributes: "", after: "", absoluteTargets: true },
  "Apache POI": { ...EXCEL, texts: "inline", rowAttributes: "", zip: "wide", before: '<dimension ref="A1"/>' },
  "Open XML SDK": {
    ...EXCEL,
    prefix: "x:",
    texts: "formula-string",
    rowAttributes: "",
    bom: true,
    before: "",
    after: "",
    absoluteTargets: true,
  },
  "a report tool": {
    ...EXCEL,
    addresses: false,
    texts: "inline",
    quote: "'",
    rowAttributes: "",
    before: "",
    after: "",
    zip: "stored",
  },
  "Excel, strict": {
    ...EXCEL,
    main: "http://purl.oclc.org/ooxml/spreadsheetml/main",
    relations: "http://purl.oclc.org/ooxml/officeDocument/relationships",
    dates: "iso",
  },
};

export interface BookWish {
  readonly date1904?: boolean;
}

/** The whole file as that writer writes it. */
export function writeBook(sheets: readonly ForeignSheet[], writer: Writer = EXCEL, wish: BookWish = {}): Buffer {
  const strings: string[] = [];
  const parts = sheets.map((sheet, index) => ({
    name: `xl/worksheets/sheet${String(index + 1)}.xml`,
    content: sheetPart(sheet, writer, strings),
  }));
  const all: ZipPart[] = [
    { name: "[Content_Types].xml", content: head(writer, contentTypes()) },
    { name: "_rels/.rels", content: head(writer, packageRelations(writer)) },
    { name: "xl/workbook.xml", content: head(writer, workbookPart(sheets, writer, wish)) },
    { name: "xl/_rels/workbook.xml.rels", content: head(writer, workbookRelations(sheets, writer)) },
    ...parts.map(({ name, content }) => ({ name, content: head(writer, content) })),
    { name: "xl/styles.xml", content: head(writer, stylesPart(writer)) },
    { name: "xl/sharedStrings.xml", content: head(writer, sharedPart(strings, writer)) },
    { name: "docProps/app.xml", content: head(writer, `<Properties xmlns="${OFFICE}/extended-properties"/>`) },
  ];
  const { zip } = writer;
  const entries = all.map((part) => ({ ...part, descriptor: zip === "descriptors", stored: zip === "stored" }));
  return aZip(entries, { wide: zip === "wide" });
}

function head({ bom, quote }: Writer, xml: string): string {
  const declaration = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>`;
  const written = `${declaration}\r\n${xml}`;
  return `${bom ? "\ufeff" : ""}${quote === "'" ? written.replaceAll('"', "'") : written}`;
}

function named(writer: Writer, name: string, inner: string): string {
  const space = writer.prefix === "" ? "xmlns" : `xmlns:${writer.prefix.slice(0, -1)}`;
  return prefixed(writer, `<${name} ${space}="${writer.main}" xmlns:r="${writer.relations}">${inner}</${name}>`);
}

function prefixed({ prefix }: Writer, xml: string): string {
  return prefix === "" ? xml : xml.replaceAll(/<(\/?)(\w)/g, `<$1${prefix}$2`);
}

function sheetPart({ rows, merges = [] }: ForeignSheet, writer: Writer, strings: string[]): string {
  const data = rows.map((row, index) => rowXml(row, index, { writer, strings })).join("");
  const blocks = merges.map((ref) => `<mergeCell ref="${ref}"/>`).join("");
  const merged = blocks === "" ? "" : `<mergeCells count="${String(merges.length)}">${blocks}</mergeCells>`;
  return named(writer, "worksheet", `${writer.before}<sheetData>${data}</sheetData>${merged}${writer.after}`);
}

interface Pen {
  readonly writer: Writer;
  readonly strings: string[];
}

function rowXml(row: readonly ForeignValue[], index: number, pen: Pen): string {
  const { addresses, rowAttributes } = pen.writer;
  const cells = row.map((value, column) => {
    const address = addresses ? ` r="${String.fromCharCode(65 + column)}${String(index + 1)}"` : "";
    // Without addresses an empty cell must be there to be counted.
    return value === null ? (addresses ? "" : "<c/>") : cellXml(value, address, pen);
  });
  return `<row${addresses ? ` r="${String(index + 1)}"` : ""}${rowAttributes}>${cells.join("")}</row>`;
}

function cellXml(value: Exclude<ForeignValue, null>, address: string, { writer, strings }: Pen): string {
  if (typeof value === "number") return `<c${address}><v>${String(value)}</v></c>`;
  if (typeof value === "boolean") return `<c${address} t="b"><v>${value ? "1" : "0"}</v></c>`;
  if (typeof value === "object")
    return "formula" in value ? formulaXml(value, address) : dateXml(value[0], address, writer);
  const text = escaped(value);
  if (writer.texts === "inline") return `<c${address} t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`;
  if (writer.texts === "formula-string") return `<c${address} t="str"><v>${text}</v></c>`;
  const known = strings.indexOf(value);
  const at = known < 0 ? strings.push(value) - 1 : known;
  return `<c${address} s="0" t="s"><v>${String(at)}</v></c>`;
}

function formulaXml({ formula, value }: { readonly formula: string; readonly value: number }, address: string): string {
  return `<c${address}><f>${escaped(formula)}</f><v>${String(value)}</v></c>`;
}

function dateXml(serial: number, address: string, { dates }: Writer): string {
  if (dates === "serial") return `<c${address} s="1"><v>${String(serial)}</v></c>`;
  const day = new Date(Date.UTC(1899, 11, 30) + serial * 86_400_000).toISOString().slice(0, 10);
  return `<c${address} s="1" t="d"><v>${day}T00:00:00</v></c>`;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll("'", "&apos;");
}

function sharedPart(strings: readonly string[], writer: Writer): string {
  const items = strings.map((text) => `<si><t xml:space="preserve">${escaped(text)}</t><phoneticPr fontId="1"/></si>`);
  return named(writer, "sst", items.join(""));
}

function stylesPart(writer: Writer): string {
  return named(
    writer,
    "styleSheet",
    '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>',
  );
}

function workbookPart(sheets: readonly ForeignSheet[], writer: Writer, { date1904 = false }: BookWish): string {
  const tags = sheets.map(({ name, state }, index) => {
    const hidden = state === undefined ? "" : ` state="${state}"`;
    return `<sheet name="${escaped(name)}" sheetId="${String(index + 1)}"${hidden} r:id="rId${String(index + 1)}"/>`;
  });
  const properties = date1904 ? '<workbookPr date1904="true"/>' : "<workbookPr/>";
  const names = '<definedNames><definedName name="_xlnm.Print_Titles">Sheet1!$1:$3</definedName></definedNames>';
  return named(writer, "workbook", `${properties}<sheets>${tags.join("")}</sheets>${names}`);
}

function workbookRelations(sheets: readonly ForeignSheet[], { relations, absoluteTargets }: Writer): string {
  const folder = absoluteTargets ? "/xl/" : "";
  const targets = [
    ...sheets.map((_, index) => ["worksheet", `worksheets/sheet${String(index + 1)}.xml`] as const),
    ["styles", "styles.xml"] as const,
    ["sharedStrings", "sharedStrings.xml"] as const,
  ];
  return relationsXml(targets.map(([type, target]) => [`${relations}/${type}`, `${folder}${target}`]));
}

function packageRelations({ relations, absoluteTargets }: Writer): string {
  return relationsXml([[`${relations}/officeDocument`, absoluteTargets ? "/xl/workbook.xml" : "xl/workbook.xml"]]);
}

function relationsXml(list: readonly (readonly [type: string, target: string])[]): string {
  const tags = list.map(
    ([type, target], index) => `<Relationship Id="rId${String(index + 1)}" Type="${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${PACKAGE}/relationships">${tags.join("")}</Relationships>`;
}

function contentTypes(): string {
  const base = "application/vnd.openxmlformats-officedocument.spreadsheetml";
  return `<Types xmlns="${PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${base}.sheet.main+xml"/></Types>`;
}
