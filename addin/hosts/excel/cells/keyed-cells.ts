/**
 * Changes of single cells that are known by their keys (W2). Excel is told positions, as they were last seen; the same request
 * asks for the keys that stand there, and where others stand by now, what was changed is put back and done again.
 */
import { addressOf } from "#core/sheet/cell-address.ts";
import type { CellKeys } from "#core/sheet/sheet-host.ts";
import { HostFailure } from "#addin/hosts/host-failure.ts";
import type { CellInput, CellLook, CellRule } from "#addin/hosts/plan/plan.ts";
import { imageOf, queueImage, type CellBefore, type CellImage } from "./cell-image.ts";
import type { ExcelRun } from "../excel-run.ts";
import type { KnownSheet } from "../known-book.ts";
import { paintBorder, paintFill, setFormat, setNote, setRule } from "../draw/paint-ops.ts";

export interface KeyedChange extends CellKeys {
  /** Before the input. */
  readonly format?: string | undefined;
  readonly input?: CellInput;
  readonly look?: Pick<CellLook, "fill" | "color" | "border">;
  /** With a rule, the rule is set anew. */
  readonly note?: { readonly text: string; readonly rule: CellRule | undefined };
}

export interface KeyedBook {
  /** Sheets by key, as they were last seen. */
  sheet(key: string): KnownSheet | undefined;
  /** May lines have moved since? */
  isStale(id: string): boolean;
  /** Looks for the keys again. */
  locate(run: ExcelRun, ids: readonly string[]): Promise<void>;
}

interface Target {
  readonly change: KeyedChange;
  readonly sheet: KnownSheet;
  readonly row: number;
  readonly column: number;
}

interface Queued {
  readonly target: Target;
  readonly image: CellImage;
  readonly rowKey: Excel.Range;
  readonly columnKey: Excel.Range;
}

export interface CellsWish {
  readonly changes: readonly KeyedChange[];
  readonly also?: Also;
}

/** What goes with the cells, in the same request. */
export interface Also {
  readonly queue: (workbook: Excel.Workbook) => void;
  /** Of a request that failed, nobody knows how far it came. */
  readonly putBack: (workbook: Excel.Workbook) => void;
}

const MOST_TRIES = 5;

/**
 * One synchronisation where nothing moved; a key that is gone is left out.
 * @param also goes with the first request, behind the cells
 * @throws HostFailure with everything as it was
 */
export async function changeCells(
  run: ExcelRun,
  { book, changes, also }: CellsWish & { readonly book: KeyedBook },
): Promise<void> {
  let left = changes;
  let isFirst = true;
  const done: Queued[] = [];
  for (let tried = 0; tried < MOST_TRIES; tried += 1) {
    const stale = [...new Set(left.flatMap((change) => book.sheet(change.sheet)?.id ?? []))].filter(
      (id) => tried > 0 || book.isStale(id),
    );
    if (stale.length > 0) await book.locate(run, stale);
    const targets = left.flatMap((change) => targetOf(book, change));
    if (targets.length === 0 && !(isFirst && also)) return;
    const queued = await changeAll(run, targets, { also, isFirst, done });
    isFirst = false;
    const wrong = queued.filter((one) => !standsThere(one));
    if (wrong.length === 0) return;
    await putImagesBack(run, wrong);
    done.push(...queued.filter((one) => !wrong.includes(one)));
    left = wrong.map(({ target }) => target.change);
  }
  throw new HostFailure("host-busy", "rows keep moving");
}

function targetOf(book: KeyedBook, change: KeyedChange): readonly Target[] {
  const sheet = book.sheet(change.sheet);
  const [row, column] = [sheet?.positions.rows.get(change.row), sheet?.positions.columns.get(change.column)];
  return sheet && row !== undefined && column !== undefined ? [{ change, sheet, row, column }] : [];
}

async function changeAll(
  run: ExcelRun,
  targets: readonly Target[],
  {
    also,
    isFirst,
    done,
  }: { readonly also: Also | undefined; readonly isFirst: boolean; readonly done: readonly Queued[] },
): Promise<readonly Queued[]> {
  let queued: readonly Queued[] = [];
  try {
    return await run.step((workbook) => {
      queued = targets.map((target) => queueLook(workbook, target));
      for (const target of targets) queueChange(workbook, target);
      if (isFirst) also?.queue(workbook);
      return queued;
    }, placeOf(targets));
  } catch (error) {
    await putImagesBack(run, [...done, ...queued]);
    if (also) await isDone(run, also.putBack);
    throw error;
  }
}

function queueLook(workbook: Excel.Workbook, target: Target): Queued {
  const sheet = workbook.worksheets.getItem(target.sheet.id);
  const { keyRow, keyColumn } = target.sheet.positions;
  return {
    target,
    image: queueImage(sheet.getCell(target.row, target.column), target.change),
    rowKey: sheet.getCell(target.row, keyColumn).load("values"),
    columnKey: sheet.getCell(keyRow, target.column).load("values"),
  };
}

function queueChange(workbook: Excel.Workbook, { change, sheet, row, column }: Target): void {
  const cell = workbook.worksheets.getItem(sheet.id).getCell(row, column);
  if (change.format !== undefined) setFormat(cell, change.format);
  if (change.input !== undefined) cell.values = [[change.input]];
  if (change.look) {
    paintFill(cell.format.fill, change.look.fill);
    cell.format.font.color = change.look.color ?? "#000000";
    paintBorder(cell.format.borders, change.look.border, { rows: false, columns: false });
  }
  if (!change.note) return;
  if (change.note.rule) setRule(cell.dataValidation, { ...change.note.rule, note: change.note.text });
  else setNote(cell.dataValidation, change.note.text);
}

function standsThere({ target, rowKey, columnKey }: Queued): boolean {
  return keyIn(rowKey) === target.change.row && keyIn(columnKey) === target.change.column;
}

function keyIn(range: Excel.Range): string {
  const [[key = ""] = []] = range.values as readonly (readonly (string | number | boolean)[])[];
  return String(key).trim();
}

/** All at once; where Excel refuses one, each alone: what cannot be written now was not written before either. */
async function putImagesBack(run: ExcelRun, queued: readonly Queued[]): Promise<void> {
  const images = queued.flatMap(({ target, image }) => {
    const before = imageOf(image);
    return before ? [{ target, before }] : [];
  });
  if (images.length === 0 || (await isPutBack(run, images)) || images.length === 1) return;
  for (const image of images) await isPutBack(run, [image]);
}

async function isPutBack(
  run: ExcelRun,
  images: readonly { readonly target: Target; readonly before: CellBefore }[],
): Promise<boolean> {
  return isDone(run, (workbook) => {
    for (const { target, before } of images)
      before(workbook.worksheets.getItem(target.sheet.id).getCell(target.row, target.column));
  });
}

/** Of what is done after a failure, which is told anyway. */
async function isDone(run: ExcelRun, queue: (workbook: Excel.Workbook) => void): Promise<boolean> {
  try {
    await run.step(queue);
    return true;
  } catch (error) {
    if (error instanceof HostFailure) return false;
    throw error;
  }
}

function placeOf(targets: readonly Target[]): HostFailure["place"] {
  const [first, second] = targets;
  if (!first) return undefined;
  const isOneSheet = targets.every(({ sheet }) => sheet === first.sheet);
  if (!isOneSheet) return undefined;
  return { sheet: first.sheet.tab, address: second ? "" : addressOf(first) };
}
