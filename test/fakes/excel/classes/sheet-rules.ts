import type { SheetModel } from "#test/fakes/workbook/sheet-model.ts";
import type { SheetVisibility } from "#test/fakes/workbook/sheet-state.ts";
import type { Desk } from "../desk.ts";
import { ExcelFailure } from "../failure.ts";

export const VISIBILITIES = { Visible: "visible", Hidden: "hidden", VeryHidden: "veryHidden" } as const;

export function visibilityOnWire(visibility: SheetVisibility): string {
  return visibility === "veryHidden" ? "VeryHidden" : visibility === "hidden" ? "Hidden" : "Visible";
}

/** What Excel takes as a tab name: 31 characters, none of : \ / ? * [ ], no quote at an end, none that is there already. */
export function ensureSheetName({ workbook }: Desk, value: unknown, own?: SheetModel): string {
  const name = typeof value === "string" ? value : "";
  const isLegal =
    name !== "" && name.length <= 31 && !/[:\\/?*[\]]|^'|'$/.test(name) && name.toLowerCase() !== "history";
  if (!isLegal) throw new ExcelFailure("InvalidArgument");
  const other = workbook.sheets.find((sheet) => sheet.name.toLowerCase() === name.toLowerCase());
  if (other && other !== own) throw new ExcelFailure("ItemAlreadyExists");
  return name;
}
