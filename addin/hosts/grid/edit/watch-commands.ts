import { CanceledError, type ICommandInfo, type IDisposable, type IExecutionOptions } from "@univerjs/core";
import type { GridBoard } from "../grid-board.ts";
import { hasContent, judgeWrite, keepLooks, mayType, SET_VALUES, type CellMatrix } from "./grid-guard.ts";

export interface CommandEvents {
  readonly refused: (sheetId: string, row: number, column: number) => void;
  readonly edited: () => void;
  readonly selected: () => void;
  readonly pasted: (text: string) => void;
  readonly copied: (cut: boolean) => void;
}

interface SheetParams {
  readonly unitId?: string;
  readonly subUnitId?: string;
  readonly sheetId?: string;
  readonly cellValue?: CellMatrix;
}

const OPEN_EDITOR = "sheet.operation.set-cell-edit-visible";
const SELECT = new Set(["sheet.operation.set-selections", "sheet.operation.set-worksheet-active"]);
const COPY = "univer.command.copy";
const CUT = "univer.command.cut";
const PASTE_KEYS = "sheet.command.paste-by-short-key";
/** Menu and buttons that paste without telling the text first; the keyboard does everything they do. */
const OTHER_PASTES = new Set([
  "univer.command.paste",
  "sheet.command.paste-value",
  "sheet.command.paste-format",
  "sheet.command.paste-besides-border",
  "sheet.command.optional-paste",
]);

/**
 * The veto. Every change of a sheet passes here as a mutation before it happens, whichever way it came: typing, paste, fill,
 * drag, delete, cut, undo. Cancelling a command makes Univer forget to take it off its stack, after which formula results look
 * like part of that command: they are known by their options instead of their trigger.
 */
export function watchCommands(board: GridBoard, events: CommandEvents): IDisposable {
  const before = board.commands.beforeCommandExecuted((info, options) => {
    if (board.isWriting || isCalculated(options)) return;
    stopClipboard(info, events);
    stopEditor(board, info, events);
    stopWrite(board, info, events);
  });
  const after = board.commands.onCommandExecuted((info, options) => {
    if (SELECT.has(info.id)) events.selected();
    if (!board.isWriting && !isCalculated(options) && changesContent(board, info)) events.edited();
  });
  return {
    dispose: () => {
      before.dispose();
      after.dispose();
    },
  };
}

function isCalculated(options: IExecutionOptions | undefined): boolean {
  return options?.["applyFormulaCalculationResult"] === true || options?.["fromFormula"] === true;
}

/** Copying stays outside Univer too: within a cell's editor these commands are others. */
function stopClipboard(info: Readonly<ICommandInfo>, events: CommandEvents): void {
  if (info.id === COPY || info.id === CUT) {
    events.copied(info.id === CUT);
    throw new CanceledError();
  }
  if (OTHER_PASTES.has(info.id)) throw new CanceledError();
  if (info.id !== PASTE_KEYS) return;
  const { textContent } = (info.params ?? {}) as { readonly textContent?: string };
  // After this command is off the stack: the paste is a command of its own.
  if (textContent !== undefined) setTimeout(() => events.pasted(textContent), 0);
  throw new CanceledError();
}

function stopEditor(board: GridBoard, info: Readonly<ICommandInfo>, events: CommandEvents): void {
  if (info.id !== OPEN_EDITOR || (info.params as { readonly visible?: boolean } | undefined)?.visible !== true) return;
  const cell = board.active();
  const guard = cell && board.guard(board.unitId, board.sheetId(cell.sheet.key));
  if (!cell || !guard || mayType(guard, cell.row, cell.column)) return;
  events.refused(board.sheetId(cell.sheet.key), cell.row, cell.column);
  throw new CanceledError();
}

function stopWrite(board: GridBoard, info: Readonly<ICommandInfo>, events: CommandEvents): void {
  const target = guardedSheet(board, info);
  if (!target) return;
  const { guard, sheetId, cellValue } = target;
  const verdict = judgeWrite(guard, { id: info.id, cellValue });
  if (verdict.verdict === "refuse") {
    events.refused(sheetId, verdict.row, verdict.column);
    throw new CanceledError();
  }
  if (info.id === SET_VALUES && cellValue) keepLooks(guard, cellValue);
}

/** The sheet of the drawn book that this would change, if it would change one. */
function guardedSheet(board: GridBoard, info: Readonly<ICommandInfo>) {
  const { unitId, subUnitId, sheetId = subUnitId, cellValue } = (info.params ?? {}) as SheetParams;
  if (!isMutation(info) || unitId === undefined || sheetId === undefined) return undefined;
  const guard = board.guard(unitId, sheetId);
  return guard && { guard, sheetId, cellValue };
}

function isMutation(info: Readonly<ICommandInfo>): boolean {
  return info.id.includes(".mutation.");
}

function changesContent(board: GridBoard, info: Readonly<ICommandInfo>): boolean {
  const target = guardedSheet(board, info);
  if (!target) return false;
  if (info.id === SET_VALUES) return target.cellValue !== undefined && hasContent(target.cellValue);
  return STRUCTURE.test(info.id);
}

const STRUCTURE = /^sheet\.mutation\.(?:move|insert|remove|reorder|delete)-/;
