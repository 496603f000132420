import { ok, refuse, type Result } from "#core/kernel/result.ts";
import type { IntakeRefusal } from "#core/sheet/intake-refusal.ts";
import { IntakeFault } from "./intake-fault.ts";
import type { IntakeLimits } from "./intake-limits.ts";
import { openArchive, openSpreadsheet, readContext } from "./open-archive.ts";
import { refuseActiveTypes } from "./parts/active-content.ts";
import { mainDocument, requirePart, type Archive } from "./parts/package-parts.ts";
import { readSheetPart, type SheetRow } from "./parts/sheet-part.ts";
import { readWordPart } from "./parts/word-part.ts";
import type { ChildAnswer, ChildReading } from "./transfer.ts";
import { createWatch, OutOfTime } from "./watch.ts";

export type IntakeMode = "workbook" | "word";

/**
 * The whole way of a small foreign file, inside the child: what is it, is its directory sound, does it carry anything active,
 * then the few parts we need.
 */
export async function readArchive(
  bytes: Buffer,
  mode: IntakeMode,
  { limits, from, workMs }: ReadingTime,
): Promise<ChildAnswer> {
  try {
    const watch = createWatch(limits, from + workMs);
    return await answerOf(async () => {
      const archive = openArchive(bytes, limits, watch);
      return mode === "word" ? readWord(archive) : await readWorkbook(archive);
    });
  } catch (error) {
    if (error instanceof OutOfTime) return refuse({ code: "workbook-timeout", milliseconds: workMs });
    throw error;
  }
}

export interface ReadingTime {
  readonly limits: IntakeLimits;
  /** As `workDone` counts. */
  readonly from: number;
  readonly workMs: number;
}

/** Every fault on the way is one refusal; anything else thrown is a bug and ends the child. */
export async function answerOf<T>(read: () => Promise<T>): Promise<Result<T, IntakeRefusal>> {
  try {
    return ok(await read());
  } catch (error) {
    if (error instanceof IntakeFault) return refuse(error.refusal);
    throw error;
  }
}

function readWord(archive: Archive): ChildReading {
  refuseActiveTypes(archive);
  return { kind: "word", paragraphs: readWordPart(archive, requirePart(archive, mainDocument(archive))) };
}

async function readWorkbook(archive: Archive): Promise<ChildReading> {
  const workbook = openSpreadsheet(archive);
  const context = await readContext(archive, workbook);
  const sheets = [];
  let meta: string | null = null;
  for (const entry of workbook.sheets) {
    const rows = await readSheetPart(archive, entry, context);
    if (entry.isMeta) meta = metaText(rows);
    else sheets.push({ name: entry.name, rows });
  }
  return { kind: "workbook", meta, sheets };
}

/** Chunks stand in column A, from the first row down. */
function metaText(rows: readonly SheetRow[]): string {
  return rows.map(([, cells]) => String(cells[0]?.[0] === 0 ? (cells[0][1] ?? "") : "")).join("");
}
