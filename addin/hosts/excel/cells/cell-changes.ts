import type { CellMark, CellWrite } from "#core/sheet/sheet-host.ts";
import { formatWithSymbol } from "#core/sheet/cell-state.ts";
import type { CellState } from "#core/sheet/cell.ts";
import { HostFailure } from "#addin/hosts/host-failure.ts";
import { GENERAL, inputOf, plainFormat, TEXT } from "#addin/hosts/plan/cells/cell-input.ts";
import { stateLook } from "#addin/hosts/plan/cells/cell-look.ts";
import { noteText } from "#addin/hosts/plan/cells/cell-rule.ts";
import type { CellRule } from "#addin/hosts/plan/plan.ts";
import { protect } from "../draw/draw-plan.ts";
import type { ExcelBook } from "../excel-book.ts";
import type { ExcelRun } from "../excel-run.ts";
import { changeCells, type CellsWish, type KeyedChange } from "./keyed-cells.ts";
import { markKey, type DrawnCell, type KnownBook } from "../known-book.ts";

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
    const { sheet, row, column, state, ground } = mark;
    const drawn = book.drawnCell(sheet, row, column);
    const look = stateLook(state, ground);
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
  const { known } = book;
  if (mark.note === undefined || standingNote(known, mark, drawn) === noteText(mark.note)) return undefined;
  return { text: noteText(mark.note), rule: known?.frame ? (drawn?.rule ?? FREE) : undefined };
}

/** @returns undefined where nobody knows */
function standingNote(known: KnownBook | null, mark: CellMark, drawn: DrawnCell | undefined): string | undefined {
  const marked = known?.marks.get(markKey(mark.sheet, mark.row, mark.column))?.note;
  if (marked !== undefined || known?.isFrameSure !== true) return marked;
  return drawn?.rule?.note ?? "";
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
export async function changeWithNotes(run: ExcelRun, book: ExcelBook, wish: CellsWish): Promise<void> {
  const noted = wish.changes.filter(({ note }) => note !== undefined).map(({ sheet }) => sheet);
  if ((noted.length === 0 || !book.setsNotesAlone) && (await isChanged(run, { book, ...wish }, noted))) return;
  await changeUnprotected(run, { book, ...wish }, noted);
  book.setsNotesAlone = true;
}

/** A formula that was typed over is put back into a locked cell. */
export async function changeWithFormulas(run: ExcelRun, book: ExcelBook, cells: readonly CellWrite[]): Promise<void> {
  const wish = { book, changes: writeChanges(book, cells) };
  const computed = cells.filter(({ formula }) => formula !== undefined).map(({ sheet }) => sheet);
  if (!(await isChanged(run, wish, computed))) await changeUnprotected(run, wish, computed);
}

/** @returns false where protection was in the way on sheets that may be opened for it */
async function isChanged(
  run: ExcelRun,
  wish: CellsWish & { readonly book: ExcelBook },
  mayOpen: readonly string[],
): Promise<boolean> {
  try {
    await changeCells(run, wish);
    return true;
  } catch (error) {
    const isDenied = error instanceof HostFailure && error.code === "sheet-protected";
    if (!isDenied || mayOpen.length === 0) throw error;
    return false;
  }
}

async function changeUnprotected(
  run: ExcelRun,
  wish: CellsWish & { readonly book: ExcelBook },
  sheets: readonly string[],
): Promise<void> {
  const ids = [...new Set(sheets)].flatMap((key) => wish.book.sheet(key)?.id ?? []);
  const asked = await run.step(({ worksheets }) =>
    ids.map((id) => ({ id, protection: worksheets.getItem(id).protection.load("protected") })),
  );
  const closed = asked.filter(({ protection }) => protection.protected).map(({ id }) => id);
  await run.step(({ worksheets }) => {
    for (const id of closed) worksheets.getItem(id).protection.unprotect();
  });
  try {
    await changeCells(run, wish);
  } finally {
    await run.step(({ worksheets }) => {
      for (const id of closed) protect(worksheets.getItem(id));
    });
  }
}
