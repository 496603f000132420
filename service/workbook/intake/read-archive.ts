import { ok, refuse } from "#core/kernel/result.ts";
import { fileKind } from "./file-kind.ts";
import { damaged, IntakeFault, notXlsx, tooBig } from "./intake-fault.ts";
import type { IntakeLimits } from "./intake-limits.ts";
import { refuseActiveParts } from "./parts/active-content.ts";
import { checkContentTypes, findPart, mainDocument, requirePart, type Archive } from "./parts/package-parts.ts";
import type { CellContext } from "./parts/raw-cell.ts";
import { readSharedStrings } from "./parts/shared-strings-part.ts";
import { readSheetPart, type SparseRows } from "./parts/sheet-part.ts";
import { readStyles } from "./parts/styles-part.ts";
import { readWordPart } from "./parts/word-part.ts";
import { readWorkbookPart, type WorkbookPart } from "./parts/workbook-part.ts";
import { packSheet, type ChildAnswer, type ChildReading } from "./transfer.ts";
import { ensureSpreadsheet, readZipDirectory } from "./zip-directory.ts";

export type IntakeMode = "workbook" | "word";

/**
 * The whole way of a foreign file, inside the child: what is it, is its directory sound, does it carry anything active, then
 * the few parts we need. Every fault on the way is one refusal; anything else thrown is a bug and ends the child.
 */
export function readArchive(bytes: Buffer, mode: IntakeMode, limits: IntakeLimits): ChildAnswer {
  try {
    return ok(readChecked(bytes, mode, limits));
  } catch (error) {
    if (error instanceof IntakeFault) return refuse(error.refusal);
    throw error;
  }
}

function readChecked(bytes: Buffer, mode: IntakeMode, limits: IntakeLimits): ChildReading {
  if (bytes.length > limits.fileBytes) throw tooBig("file", bytes.length, limits.fileBytes);
  const kind = fileKind(bytes);
  if (kind.kind === "encrypted") throw new IntakeFault({ code: "workbook-encrypted" });
  if (kind.kind === "other") throw notXlsx(kind.found);
  const archive: Archive = { bytes, directory: readZipDirectory(bytes, limits), limits };
  return mode === "word" ? readWord(archive) : readWorkbook(archive);
}

function readWord(archive: Archive): ChildReading {
  checkContentTypes(archive);
  return { kind: "word", paragraphs: readWordPart(archive, requirePart(archive, mainDocument(archive))) };
}

function readWorkbook(archive: Archive): ChildReading {
  ensureSpreadsheet(archive.directory);
  refuseActiveParts(archive.directory);
  checkContentTypes(archive);
  const workbook = readWorkbookPart(archive, mainDocument(archive));
  const context = contextOf(archive, workbook);
  const read = workbook.sheets.map((entry) => ({
    entry,
    rows: readSheetPart(archive, { name: entry.name, part: requirePart(archive, entry.part) }, context),
  }));
  const meta = read.find(({ entry }) => entry.isMeta);
  return {
    kind: "workbook",
    meta: meta ? metaText(meta.rows) : null,
    sheets: read.filter(({ entry }) => !entry.isMeta).map(({ entry, rows }) => packSheet(entry.name, rows)),
  };
}

function contextOf(archive: Archive, workbook: WorkbookPart): CellContext {
  const strings = workbook.sharedStrings === null ? undefined : findPart(archive, workbook.sharedStrings);
  const styles = workbook.styles === null ? undefined : findPart(archive, workbook.styles);
  if (workbook.sharedStrings !== null && !strings) throw damaged("missing-part", workbook.sharedStrings);
  return {
    strings: strings ? readSharedStrings(archive, strings) : [],
    styles: styles ? readStyles(archive, styles) : [],
    date1904: workbook.date1904,
    limits: archive.limits,
  };
}

/** Chunks stand in column A, from the first row down. */
function metaText(rows: SparseRows): string {
  const chunks = [...rows].sort((a, b) => a[0] - b[0]).map(([, cells]) => cells.get(0)?.value ?? "");
  return chunks.map(String).join("");
}
