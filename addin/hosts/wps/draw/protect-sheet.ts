import type { WpsProtection, WpsWorksheet } from "../wps-application.ts";

type ProtectSettings = readonly (string | boolean | undefined)[];

/**
 * Without a password, for people only: protection keeps officers from slips; the service and the diff are the guard. Comments
 * and notes, formats, widths and inserted lines stay free; the eleven allowances in the order of Protect.
 */
const OURS: ProtectSettings = [
  undefined,
  ...[false, true, true, true],
  ...[true, true, true, true, true, true, false, false, false, true, true],
];

export function protectOurs(sheet: WpsWorksheet): void {
  sheet.Protect(...OURS);
}

/** What Protect would have to be told; undefined where a sheet is not protected. */
export function protectionOf(sheet: WpsWorksheet): ProtectSettings | undefined {
  if (!sheet.ProtectContents) return undefined;
  const drawings = sheet.ProtectDrawingObjects;
  const scenarios = sheet.ProtectScenarios;
  return [undefined, drawings, true, scenarios, sheet.ProtectionMode, ...allowances(sheet.Protection)];
}

export function protectAs(sheet: WpsWorksheet, settings: ProtectSettings): void {
  if (!sheet.ProtectContents) sheet.Protect(...settings);
}

function allowances(protection: WpsProtection): readonly boolean[] {
  return [
    protection.AllowFormattingCells,
    protection.AllowFormattingColumns,
    protection.AllowFormattingRows,
    protection.AllowInsertingColumns,
    protection.AllowInsertingRows,
    protection.AllowInsertingHyperlinks,
    protection.AllowDeletingColumns,
    protection.AllowDeletingRows,
    protection.AllowSorting,
    protection.AllowFiltering,
    protection.AllowUsingPivotTables,
  ];
}

/** Marks and notes go to protected cells, too, without taking the protection away each time. Lasts until the workbook closes. */
export function openToUs(sheet: WpsWorksheet): void {
  if (!sheet.ProtectContents || sheet.ProtectionMode) return;
  const settings = protectionOf(sheet);
  if (!settings) return;
  sheet.Unprotect();
  sheet.Protect(...settings.map((setting, at) => (at === 4 ? true : setting)));
}
