import { LONGEST_CHUNK, META_SHEET } from "#core/sheet/snapshot/encode-snapshot.ts";
import { BEFORE_SHEET } from "#addin/hosts/plan/standing/kept-frame.ts";
import { areaAddress } from "#addin/hosts/plan/move/placement.ts";
import type { WpsWorkbook, WpsWorksheet } from "../wps-application.ts";
import { WPS } from "../wps-numbers.ts";
import { blockOf, cornerOf, usedArea } from "./wps-read.ts";

/** Sheets that stand aside while a book is drawn. */
export const ASIDE_PREFIX = "_taizhang_aside";

export interface OurSheet {
  readonly key: string;
  readonly sheet: WpsWorksheet;
}

export function allSheets(workbook: WpsWorkbook): readonly WpsWorksheet[] {
  const sheets = workbook.Worksheets;
  return Array.from({ length: sheets.Count }, (_, at) => sheets.Item(at + 1));
}

/** Found by their corner cells, whatever their tabs are called; of a sheet that was copied the first one counts. */
export function ourSheets(workbook: WpsWorkbook): readonly OurSheet[] {
  const found = new Map<string, OurSheet>();
  for (const sheet of allSheets(workbook)) {
    if (sheet.Name.startsWith(META_SHEET)) continue;
    const key = cornerOf(sheet)?.sheet;
    if (key !== undefined && !found.has(key)) found.set(key, { key, sheet });
  }
  return [...found.values()];
}

export function sheetNamed(workbook: WpsWorkbook, name: string): WpsWorksheet | undefined {
  return allSheets(workbook).find((sheet) => sheet.Name === name);
}

/** Columns of the very-hidden sheets: base snapshot and frame in one, what a draw replaced in the other. */
export const KEPT = {
  base: { sheet: META_SHEET, column: 0 },
  frame: { sheet: META_SHEET, column: 1 },
  before: { sheet: BEFORE_SHEET, column: 0 },
} as const;

export type Kept = (typeof KEPT)[keyof typeof KEPT];

/** null: the sheet is gone, or the column is empty. */
export function readKept(workbook: WpsWorkbook, { sheet: name, column }: Kept): string | null {
  const sheet = sheetNamed(workbook, name);
  if (!sheet) return null;
  const area = { top: 0, left: column, bottom: usedArea(sheet).bottom, right: column };
  const chunks = blockOf(sheet.Range(areaAddress(area)).Value2, area).map(([chunk]) => chunk);
  const text = chunks.filter((chunk): chunk is string => typeof chunk === "string").join("");
  return text === "" ? null : text;
}

/** A text as the cells that hold it. */
export function keptPieces(text: string): readonly string[] {
  return Array.from({ length: Math.ceil(text.length / LONGEST_CHUNK) }, (_, at) =>
    text.slice(at * LONGEST_CHUNK, (at + 1) * LONGEST_CHUNK),
  );
}

/** Replaces the column; without the sheet nothing is done. */
export function writeKept(workbook: WpsWorkbook, { sheet: name, column }: Kept, chunks: readonly string[]): void {
  const sheet = sheetNamed(workbook, name);
  if (!sheet) return;
  const before = usedArea(sheet).bottom;
  const area = { top: 0, left: column, bottom: Math.max(before, chunks.length - 1, 0), right: column };
  const range = sheet.Range(areaAddress(area));
  range.NumberFormat = "@";
  range.Value2 = Array.from({ length: area.bottom + 1 }, (_, at) => [chunks[at] ?? ""]);
}

/**
 * At the end of the workbook, where nobody sees it; the sheet that was active stays so.
 * @param made called as soon as it is there, whatever comes next
 */
export function addHidden(workbook: WpsWorkbook, name: string, made: (sheet: WpsWorksheet) => void): WpsWorksheet {
  const active = workbook.ActiveSheet;
  const sheet = addLast(workbook);
  made(sheet);
  sheet.Name = name;
  sheet.Visible = WPS.sheetVeryHidden;
  active?.Activate();
  return sheet;
}

export function addLast(workbook: WpsWorkbook): WpsWorksheet {
  const sheets = workbook.Worksheets;
  return sheets.Add(null, sheets.Item(sheets.Count));
}

/** "定量任务", or "定量任务 (2)" where a sheet of the officer's own is called so. */
export function freeTab(workbook: WpsWorkbook, wanted: string): string {
  const taken = new Set(allSheets(workbook).map((sheet) => sheet.Name.toLowerCase()));
  let name = wanted;
  for (let number = 2; taken.has(name.toLowerCase()); number += 1) {
    const end = ` (${number})`;
    name = `${wanted.slice(0, 31 - end.length)}${end}`;
  }
  return name;
}
