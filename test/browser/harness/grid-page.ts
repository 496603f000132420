import { openGrid, type OpenGrid } from "#addin/hosts/grid/open-grid.ts";
import type { SheetBook } from "#core/sheet/sheet-book.ts";
import { aRoster } from "#test/builders/roster-book.ts";
import type { CellMark, CellWrite, DrawOptions, Selection } from "#core/sheet/sheet-host.ts";

/** The grid host alone on a page; tests in Node reach it through `window.gridPage`. */
export interface GridPage {
  draw(book: SheetBook): Promise<number>;
  /** As a session draws: planned from what stands now. @returns why it was not drawn; "": it was */
  drawAsSeen(book: SheetBook): Promise<string>;
  /** A roster, made here: 400,000 cells take minutes to come into a page. In a new grid; given up as soon as so many steps were told. */
  drawRoster(people: number, columns: number, stopAfter?: number): Promise<DrawnRoster>;
  read(): ReturnType<OpenGrid["host"]["read"]>;
  mark(marks: readonly CellMark[]): Promise<void>;
  select(sheet: string, address: string, also?: readonly string[]): Promise<void>;
  /** Keys of the rows of all that is selected. */
  selectedRows(): readonly string[];
  showSheet(key: string): void;
  fitToWindow(): void;
  write(cells: readonly CellWrite[]): Promise<void>;
  setMenu(labels: readonly string[]): Promise<void>;
  reopen(): Promise<void>;
  readonly seen: {
    readonly selections: Selection[];
    readonly refused: string[];
    readonly menu: string[];
    edits: number;
  };
}

export interface DrawnRoster {
  readonly milliseconds: number;
  readonly steps: readonly (readonly [done: number, total: number])[];
  readonly isDrawn: boolean;
}

declare global {
  interface Window {
    gridPage: GridPage;
  }
}

const place = document.createElement("div");
place.style.cssText = "position: fixed; inset: 0";
document.body.append(place);

const seen: GridPage["seen"] = { selections: [], refused: [], menu: [], edits: 0 };

async function open(): Promise<OpenGrid> {
  const grid = await openGrid(place, {
    language: "zh-CN",
    onRefused: ({ sheet, address }) => seen.refused.push(`${sheet}!${address}`),
  });
  grid.host.onEdited(() => (seen.edits += 1));
  grid.host.onSelection((selection) => seen.selections.push(selection));
  return grid;
}

let grid = await open();

async function draw(book: SheetBook, options: DrawOptions = {}): Promise<number> {
  const from = performance.now();
  await grid.host.draw(book, options);
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0)));
  return performance.now() - from;
}

async function drawAsSeen(book: SheetBook): Promise<string> {
  const standing = await grid.host.read();
  return await grid.host.draw(book, { seen: standing }).then(
    () => "",
    (failure: unknown) => String(failure),
  );
}

async function reopen(): Promise<void> {
  grid.close();
  grid = await open();
}

async function drawRoster(people: number, columns: number, stopAfter = Number.POSITIVE_INFINITY): Promise<DrawnRoster> {
  const book = aRoster(people, columns);
  await reopen();
  const steps: [number, number][] = [];
  const signal = { aborted: false };
  const onProgress = (done: number, total: number): void => {
    signal.aborted = steps.push([done, total]) >= stopAfter;
  };
  const drawn = await draw(book, { signal, onProgress }).catch(() => null);
  return { milliseconds: drawn ?? 0, steps, isDrawn: drawn !== null };
}

window.gridPage = {
  seen,
  draw: (book) => draw(book),
  drawAsSeen,
  drawRoster,
  read: () => grid.host.read(),
  mark: (marks) => grid.host.mark(marks),
  select: (sheet, address, also) => grid.host.select({ sheet, address }, also),
  selectedRows: () => [...grid.selectedRows()],
  showSheet: (key) => grid.showSheet(key),
  fitToWindow: () => grid.fitToWindow(),
  write: (cells) => grid.host.write(cells),
  setMenu: (labels) =>
    grid.host.setMenu(
      labels.map((label) => ({ id: label, label, run: ({ address }) => seen.menu.push(`${label} ${address}`) })),
    ),
  reopen,
};
document.documentElement.dataset["ready"] = "yes";
