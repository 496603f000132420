import { aZip, type ZipPart } from "./sheet-zip.ts";

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships";

export interface PackageWish {
  /** What stands in <sheetData>. */
  readonly rows?: string;
  /** What follows <sheetData>: merges, validations. */
  readonly after?: string;
  readonly strings?: readonly string[];
  /** <numFmts> and <cellXfs> of the styles. */
  readonly styles?: string;
  readonly workbook?: string;
  readonly workbookRelations?: string;
  readonly contentTypes?: string;
  /** Whole sheet part, instead of `rows` and `after`. */
  readonly sheet?: string | Buffer;
  /** Parts to add, or to put in place of those with the same name; null leaves one out. */
  readonly parts?: Readonly<Record<string, string | Buffer | null>>;
  readonly lies?: Readonly<Record<string, Partial<ZipPart>>>;
}

/** The parts of a small sound workbook with one sheet "表一"; a test names only what shall be odd about it. */
export function packageParts(wish: PackageWish = {}): readonly ZipPart[] {
  const parts: Record<string, string | Buffer | null> = {
    "[Content_Types].xml": wish.contentTypes ?? contentTypes(),
    "_rels/.rels": relations(`<Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/>`),
    "xl/workbook.xml": wish.workbook ?? aWorkbookPart('<sheet name="表一" sheetId="1" r:id="rId1"/>'),
    "xl/_rels/workbook.xml.rels": relations(wish.workbookRelations ?? standardRelations()),
    "xl/worksheets/sheet1.xml": wish.sheet ?? aSheetPart(wish.rows ?? "", wish.after ?? ""),
    "xl/sharedStrings.xml": `${HEAD}<sst xmlns="${MAIN}">${(wish.strings ?? []).map((text) => `<si>${text}</si>`).join("")}</sst>`,
    "xl/styles.xml": `${HEAD}<styleSheet xmlns="${MAIN}">${wish.styles ?? '<cellXfs count="1"><xf numFmtId="0"/></cellXfs>'}</styleSheet>`,
    ...wish.parts,
  };
  return Object.entries(parts).flatMap(([name, content]) =>
    content === null ? [] : [{ name, content, ...wish.lies?.[name] }],
  );
}

export function aPackage(wish: PackageWish = {}): Buffer {
  return aZip(packageParts(wish));
}

export function aWorkbookPart(sheets: string, before = ""): string {
  return `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}">${before}<sheets>${sheets}</sheets></workbook>`;
}

export function aSheetPart(rows: string, after = ""): string {
  return `${HEAD}<worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData>${after}</worksheet>`;
}

export function relations(inner: string): string {
  return `${HEAD}<Relationships xmlns="${PACKAGE_RELATIONS}">${inner}</Relationships>`;
}

export function standardRelations(): string {
  const parts = [
    ["rId1", "worksheet", "worksheets/sheet1.xml"],
    ["rId2", "sharedStrings", "sharedStrings.xml"],
    ["rId3", "styles", "styles.xml"],
  ];
  return parts
    .map(
      ([id, type, target]) =>
        `<Relationship Id="${id ?? ""}" Type="${RELATIONS}/${type ?? ""}" Target="${target ?? ""}"/>`,
    )
    .join("");
}

function contentTypes(): string {
  return `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`;
}
