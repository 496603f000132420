import { once } from "node:events";
import { createDeflateRaw, type DeflateRaw } from "node:zlib";
import { headerKey } from "#core/intake/table/header-key.ts";
import { MOST_COLUMNS } from "#core/sheet/cell-address.ts";
import { tooBig } from "../intake-fault.ts";
import type { IntakeLimits } from "../intake-limits.ts";
import { openArchive, openSpreadsheet, readContext } from "../open-archive.ts";
import type { Archive } from "../parts/package-parts.ts";
import type { CellContext } from "../parts/raw-cell.ts";
import { checkSheet, giveCells } from "../parts/sheet-part.ts";
import type { SheetEntry } from "../parts/workbook-part.ts";
import { sheetNamed } from "../foreign/inspect-archive.ts";
import { XmlScanner } from "../xml/xml-scanner.ts";
import { inflatePieces } from "../zip-entry.ts";
import { ColumnEditor, type ColumnTexts } from "./column-editor.ts";
import { measured, rewriteZip, type PackedPart } from "./rewrite-zip.ts";

/** Results for one sheet, as they travel into the child. */
export interface PackedResults {
  readonly sheet: string;
  readonly headerRow: number;
  readonly header: string;
  readonly texts: readonly (readonly [row: number, text: string])[];
}

/** Works inside the child: the same file with a column of results in each of the sheets. @throws IntakeFault */
export async function addResults(
  bytes: Buffer,
  results: readonly PackedResults[],
  limits: IntakeLimits,
): Promise<readonly Buffer[]> {
  const archive = openArchive(bytes, limits);
  const workbook = openSpreadsheet(archive);
  const context = await readContext(archive, workbook);
  const exchanged = new Map<string, PackedPart>();
  for (const result of results) {
    const entry = sheetNamed(workbook, result.sheet);
    const column = await resultColumn(archive, entry, { context, result });
    const texts = new Map([[result.headerRow, result.header], ...result.texts]);
    exchanged.set(entry.part, await editedPart(archive, entry, { column, texts }));
  }
  return rewriteZip(bytes, archive.directory, exchanged);
}

/** That of an earlier import, known by its heading; else the first behind everything. */
async function resultColumn(
  archive: Archive,
  entry: SheetEntry,
  { context, result }: { readonly context: CellContext; readonly result: PackedResults },
): Promise<number> {
  const { sheet: checked } = await checkSheet(archive, entry, context);
  let found: number | undefined;
  const sink = (row: number, column: number, { value }: { readonly value: unknown }) => {
    if (row !== result.headerRow || typeof value !== "string") return;
    if (headerKey(value) === headerKey(result.header)) found = column;
  };
  for await (const _ of giveCells(archive, { entry, checked }, { context, sink }));
  const column = found ?? checked.columns;
  if (column >= MOST_COLUMNS) throw tooBig("columns", column + 1, MOST_COLUMNS);
  return column;
}

async function editedPart(archive: Archive, sheet: SheetEntry, column: ColumnTexts): Promise<PackedPart> {
  const entry = archive.directory.get(sheet.part);
  if (!entry) throw new Error(`a sheet that was checked is gone: ${sheet.part}`);
  const editor = new ColumnEditor(column);
  const scanner = new XmlScanner(entry.name, editor, archive.limits);
  const deflate = createDeflateRaw();
  const packed = packedPieces(deflate);
  let facts = { size: 0, crc: 0 };
  for await (const piece of inflatePieces(archive.bytes, entry, archive.limits)) {
    scanner.write(piece);
    archive.watch();
    const pieces = editor.take(scanner);
    facts = measured(pieces, facts);
    if (!deflate.write(Buffer.concat(pieces))) await once(deflate, "drain");
  }
  scanner.end();
  const tail = [scanner.bytes.subarray(scanner.told)];
  deflate.end(Buffer.concat(tail));
  return { packed: await packed, ...measured(tail, facts) };
}

async function packedPieces(deflate: DeflateRaw): Promise<readonly Buffer[]> {
  const pieces: Buffer[] = [];
  for await (const piece of deflate) pieces.push(piece as Buffer);
  return pieces;
}
