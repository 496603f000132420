import { type GuardedAction, isStopped } from "../workbook/protection.ts";
import type { Rect } from "../workbook/rect.ts";
import type { SheetModel } from "../workbook/sheet-model.ts";
import type { WorkbookModel } from "../workbook/workbook-model.ts";
import { Gate, WpsError } from "./gate.ts";

/** One running desk program over a workbook: what all its objects share. */
export class Desk {
  readonly workbook: WorkbookModel;
  readonly gate: Gate;
  enableEvents = true;
  screenUpdating = true;
  displayAlerts = true;
  /** Somebody is typing into a cell: the program refuses everything but reading. */
  isEditing = false;
  /** Areas that Goto went to together; the first one is where the selection stands. */
  goneTo: readonly Rect[] = [];
  statusBar: string | false = false;
  /** Sheets protected for people only, until the workbook is closed. */
  readonly openToProgram = new Set<string>();

  /** @param gate of the program, where it has several windows */
  constructor(workbook: WorkbookModel, gate = new Gate()) {
    this.workbook = workbook;
    this.gate = gate;
  }

  /** @throws WpsError where the program would refuse */
  guard(sheet: SheetModel, action: GuardedAction, rects: readonly Rect[]): void {
    this.ensureReady();
    if (this.openToProgram.has(sheet.id)) return;
    if (rects.some((rect) => isStopped(sheet, action, rect))) throw new WpsError("被保护单元格不支持此功能");
  }
  ensureReady(): void {
    if (this.isEditing) throw new WpsError("正在编辑单元格");
  }
}
