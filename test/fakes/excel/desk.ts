import type { GuardedAction } from "#test/fakes/workbook/protection.ts";
import { isStopped } from "#test/fakes/workbook/protection.ts";
import type { Rect } from "#test/fakes/workbook/rect.ts";
import type { SheetModel } from "#test/fakes/workbook/sheet-model.ts";
import type { WorkbookModel } from "#test/fakes/workbook/workbook-model.ts";
import type { CellBlocks } from "./cell-blocks.ts";
import type { EventDesk } from "./event-desk.ts";
import { ExcelFailure } from "./failure.ts";
import type { HostObject } from "./host-object.ts";
import type { References } from "./references.ts";

/** What the tables of classes work on: one Excel with one workbook open. */
export interface Desk {
  readonly workbook: WorkbookModel;
  readonly events: EventDesk;
  readonly references: References;
  readonly rules: DeskRules;
  /** Objects that many classes lead to, made here so that their tables need not know each other. @throws ItemNotFound */
  readonly objects: {
    range(blocks: CellBlocks): HostObject;
    rangeAreas(blocks: CellBlocks): HostObject;
    worksheet(sheet: SheetModel): HostObject;
  };
  /** Something the fake cannot do although Excel might: fails the test. */
  readonly misuse: (message: string) => never;
  /** What Office.addin.showAsTaskpane and hide asked for. */
  readonly pane: { visible: boolean };
}

/** Behaviour that differs between installations, or is not known for sure: tests try both. */
export interface DeskRules {
  /** May rules and input messages be set on the unlocked cells of a protected sheet? */
  validationOnProtected: "unlocked" | "never";
  /** The workbook's structure is protected: no sheet comes, goes, moves or is renamed. */
  structureProtected: boolean;
  /** Tab names on which every write is denied, whatever their protection says. */
  readonly deniedSheets: Set<string>;
  /** Tab names with a filter on: rows cannot come, go or be sorted there. */
  readonly filteredSheets: Set<string>;
}

const FILTERED: ReadonlySet<GuardedAction> = new Set(["insertRows", "deleteRows", "sort"]);

/** Excel's answer to a change that protection does not allow. */
export function guard(
  desk: Desk,
  action: GuardedAction,
  { sheet, rect }: { readonly sheet: SheetModel; readonly rect: Rect },
): void {
  if (FILTERED.has(action) && desk.rules.filteredSheets.has(sheet.name))
    throw new ExcelFailure("FilteredRangeConflict");
  const never = action === "validation" && desk.rules.validationOnProtected === "never" && sheet.protection !== null;
  if (never || desk.rules.deniedSheets.has(sheet.name) || isStopped(sheet, action, rect))
    throw new ExcelFailure("AccessDenied");
}

export function guardStructure(desk: Desk): void {
  if (desk.rules.structureProtected) throw new ExcelFailure("AccessDenied");
}
