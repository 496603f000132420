import { fileKind } from "./file-kind.ts";
import { damaged, IntakeFault, notXlsx, tooBig } from "./intake-fault.ts";
import type { IntakeLimits } from "./intake-limits.ts";
import { refuseActiveParts, refuseActiveRelations, refuseActiveTypes } from "./parts/active-content.ts";
import { findPart, mainDocument, type Archive } from "./parts/package-parts.ts";
import type { CellContext } from "./parts/raw-cell.ts";
import { SharedStrings } from "./parts/shared-strings.ts";
import { readSharedStrings } from "./parts/shared-strings-part.ts";
import { readStyles } from "./parts/styles-part.ts";
import { readWorkbookPart, type WorkbookPart } from "./parts/workbook-part.ts";
import { createWatch, type Watch } from "./watch.ts";
import { ensureSpreadsheet, readZipDirectory } from "./zip-directory.ts";

/** What the file is, and whether its directory is sound. @throws IntakeFault */
export function openArchive(bytes: Buffer, limits: IntakeLimits, watch: Watch = createWatch(limits)): Archive {
  if (bytes.length > limits.fileBytes) throw tooBig("file", bytes.length, limits.fileBytes);
  const kind = fileKind(bytes);
  if (kind.kind === "encrypted") throw new IntakeFault({ code: "workbook-encrypted" });
  if (kind.kind === "other") throw notXlsx(kind.found);
  return { bytes, directory: readZipDirectory(bytes, limits), limits, watch };
}

/** Whether it carries anything active, then the list of its sheets; every part that is named must be there. @throws IntakeFault */
export function openSpreadsheet(archive: Archive): WorkbookPart {
  ensureSpreadsheet(archive.directory);
  refuseActiveParts(archive.directory);
  refuseActiveTypes(archive);
  refuseActiveRelations(archive);
  const workbook = readWorkbookPart(archive, mainDocument(archive));
  for (const { part } of workbook.sheets) if (!archive.directory.has(part)) throw damaged("missing-part", part);
  return workbook;
}

/** What the cells of all sheets refer to. @throws IntakeFault */
export async function readContext(archive: Archive, workbook: WorkbookPart): Promise<CellContext> {
  const styles = workbook.styles === null ? undefined : findPart(archive, workbook.styles);
  return {
    strings:
      workbook.sharedStrings === null
        ? new SharedStrings(archive.limits)
        : await readSharedStrings(archive, workbook.sharedStrings),
    styles: styles ? readStyles(archive, styles) : [],
    date1904: workbook.date1904,
    limits: archive.limits,
  };
}
