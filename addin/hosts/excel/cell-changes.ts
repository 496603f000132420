import type { CellMark, CellWrite } from "#core/sheet/sheet-host.ts";
import { formatWithSymbol } from "#core/sheet/cell-state.ts";
import type { CellState } from "#core/sheet/cell.ts";
import { HostFailure } from "../host-failure.ts";
import { GENERAL, inputOf, plainFormat, TEXT } from "../plan/cell-input.ts";
import { stateLook } from "../plan/cell-look.ts";
import { noteText } from "../plan/cell-rule.ts";
import type { CellRule } from "../plan/plan.ts";
import { protect } from "./draw-plan.ts";
import type { ExcelBook } from "./excel-book.ts";
import type { ExcelRun } from "./excel-run.ts";
import { changeCells, type KeyedChange } from "./keyed-cells.ts";
import { markKey, type DrawnCell } from "./known-book.ts";

const FREE: CellRule = { constraint: null, note: "" };

/** Texts go into text cells as they are; elsewhere what could be misread gets Excel's sign for a text. */
export function writeChanges(book: ExcelBook, cells: readonly CellWrite[]): readonly KeyedChange[] {
  return cells.map(({ sheet, row, column, value, formula }) => {
    const drawn = book.drawnCell(sheet, row, column);
    const isText = drawn && plainFormat(drawn.format) === TEXT;
    const content = formula === undefined ? { value } : { value, formula };
    // A formula in a text cell would only be shown.
    const format = formula !== undefined && isText ? { format: GENERAL } : {};
    return { sheet, row, column, ...format, input: inputOf(content, isText ? TEXT : GENERAL) };
  });
}

export function markChanges(book: ExcelBook, marks: readonly CellMark[]): readonly KeyedChange[] {
  return marks.map((mark) => {
    const { sheet, row, column, state } = mark;
    const drawn = book.drawnCell(sheet, row, column);
    const look = stateLook(state);
    const border = drawn?.look && drawn.look.border === null ? null : look.border;
    const note = noteChange(book, mark, drawn);
    const format = drawn && markedFormat(drawn.format, state);
    return {
      ...{ sheet, row, column },
      ...(format === undefined ? {} : { format }),
      look: { ...look, border },
      ...(note ? { note } : {}),
    };
  });
}

function markedFormat(format: string, state: CellState): string {
  return formatWithSymbol(plainFormat(format), state) ?? GENERAL;
}

/** What stands there already is not said again: rules of a protected sheet are not always Excel's to change. */
function noteChange(book: ExcelBook, mark: CellMark, drawn: DrawnCell | undefined): KeyedChange["note"] {
  if (mark.note === undefined) return undefined;
  const text = noteText(mark.note);
  const marked = book.known?.marks.get(markKey(mark.sheet, mark.row, mark.column))?.note;
  const stands = marked ?? (book.known?.isFrameSure === true ? (drawn?.rule?.note ?? "") : undefined);
  if (stands === text) return undefined;
  if (!book.known?.frame) return { text, rule: undefined };
  return { text, rule: drawn?.rule ?? FREE };
}

export function rememberMarks(book: ExcelBook, marks: readonly CellMark[]): void {
  for (const { sheet, row, column, note } of marks) {
    const key = markKey(sheet, row, column);
    const before = book.known?.marks.get(key)?.note;
    book.known?.marks.set(key, { note: note === undefined ? before : noteText(note) });
  }
}

/**
 * Some Excels let nobody set a note on a protected sheet, open cell or not. Only then, and only for notes that are new,
 * protection goes and comes back, which costs the officer what he could undo; everything else never touches it.
 */
export async function withNotesApart(
  run: ExcelRun,
  book: ExcelBook,
  changes: readonly KeyedChange[],
  also?: (workbook: Excel.Workbook) => void,
): Promise<void> {
  const bound = also ? { also } : {};
  const noted = changes.filter(({ note }) => note !== undefined);
  if (noted.length === 0 || book.setsNotesAlone !== true) {
    try {
      await changeCells(run, { book, changes, ...bound });
      return;
    } catch (error) {
      const isDenied = error instanceof HostFailure && error.code === "sheet-protected";
      if (!isDenied || noted.length === 0) throw error;
    }
  }
  await changeUnprotected(run, book, { changes, ...bound });
  book.setsNotesAlone = true;
}

async function changeUnprotected(
  run: ExcelRun,
  book: ExcelBook,
  { changes, also }: { readonly changes: readonly KeyedChange[]; readonly also?: (workbook: Excel.Workbook) => void },
): Promise<void> {
  const keys = new Set(changes.flatMap(({ sheet, note }) => (note ? [sheet] : [])));
  const ids = [...keys].flatMap((key) => book.sheet(key)?.id ?? []);
  const asked = await run.step(({ worksheets }) =>
    ids.map((id) => ({ id, protection: worksheets.getItem(id).protection.load("protected") })),
  );
  const closed = asked.filter(({ protection }) => protection.protected).map(({ id }) => id);
  await run.step(({ worksheets }) => {
    for (const id of closed) worksheets.getItem(id).protection.unprotect();
  });
  try {
    await changeCells(run, { book, changes, ...(also ? { also } : {}) });
  } finally {
    await run.step(({ worksheets }) => {
      for (const id of closed) protect(worksheets.getItem(id));
    });
  }
}
