import type { SeenSheet, SeenWorkbook } from "#core/intake/seen-workbook.ts";
import { IntakeFault, tooBig } from "../intake-fault.ts";
import type { IntakeLimits } from "../intake-limits.ts";
import { openArchive, openSpreadsheet, readContext } from "../open-archive.ts";
import type { Archive } from "../parts/package-parts.ts";
import { checkSheet } from "../parts/sheet-part.ts";
import type { SheetEntry, WorkbookPart } from "../parts/workbook-part.ts";
import { createWatch, OutOfTime } from "../watch.ts";
import { inflatePieces } from "../zip-entry.ts";

/**
 * The verdict on a foreign workbook. What cannot be checked to its end in time is accepted so far: no value has been given
 * yet, and a sheet is checked again, to its end, before its first row is.
 * @param until as `workDone` counts
 */
export async function inspectArchive(bytes: Buffer, limits: IntakeLimits, until: number): Promise<SeenWorkbook> {
  const archive = openArchive(bytes, limits, createWatch(limits, until));
  const workbook = openedInTime(archive);
  const { sheets, complete } = await checkedSheets(archive, workbook);
  return { date1904: workbook.date1904, complete, sheets };
}

/** What must be known before anything is accepted: a file whose small parts alone take that long is not read. */
function openedInTime(archive: Archive): WorkbookPart {
  try {
    return openSpreadsheet(archive);
  } catch (error) {
    if (error instanceof OutOfTime) throw tooBig("content", archive.bytes.length, archive.bytes.length);
    throw error;
  }
}

async function checkedSheets(
  archive: Archive,
  workbook: WorkbookPart,
): Promise<{ readonly sheets: readonly SeenSheet[]; readonly complete: boolean }> {
  const sheets: SeenSheet[] = [];
  let complete = true;
  try {
    const context = await readContext(archive, workbook);
    for (const entry of workbook.sheets) {
      const checked = await checkSheet(archive, entry, context);
      sheets.push(checked.sheet);
      complete &&= checked.complete;
    }
    if (complete) await checkTheRest(archive, workbook);
  } catch (error) {
    if (!(error instanceof OutOfTime)) throw error;
    complete = false;
  }
  return { sheets: [...sheets, ...workbook.sheets.slice(sheets.length).map(notYetSeen)], complete };
}

/** Parts that nobody reads must still be what the directory says: a file that is damaged anywhere is a damaged file. */
async function checkTheRest(archive: Archive, workbook: WorkbookPart): Promise<void> {
  const read = new Set([workbook.sharedStrings, workbook.styles, ...workbook.sheets.map(({ part }) => part)]);
  for (const [name, entry] of archive.directory) {
    if (read.has(name)) continue;
    for await (const _ of inflatePieces(archive.bytes, entry, archive.limits)) archive.watch();
  }
}

function notYetSeen({ name, state }: SheetEntry): SeenSheet {
  return { name, state, rows: 0, columns: 0, cells: 0, formulas: 0, covered: 0, merges: [] };
}

/** @throws IntakeFault as openSpreadsheet does, and when there is no such sheet */
export function sheetNamed(workbook: WorkbookPart, name: string): SheetEntry {
  const entry = workbook.sheets.find((sheet) => sheet.name === name);
  if (!entry) throw new IntakeFault({ code: "workbook-damaged", what: "sheet-list", place: name });
  return entry;
}
