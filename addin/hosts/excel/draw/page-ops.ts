import { columnLetters } from "#core/sheet/cell-address.ts";
import type { PrintSettings } from "#core/sheet/sheet.ts";
import { coveredArea } from "#addin/hosts/plan/move/merge-changes.ts";
import { areaAddress } from "#addin/hosts/plan/move/placement.ts";
import type { FreshSheet } from "#addin/hosts/plan/plan-changes.ts";
import type { Placement } from "#addin/hosts/plan/plan.ts";
import { runsOf } from "#addin/hosts/plan/move/line-steps.ts";
import { listText, type Painting } from "./paint-ops.ts";
import { ACTION_BYTES, type WriteOp } from "./write-op.ts";

/** Header or footer as a whole may have 255 characters, codes included. */
const LONGEST_LINE = 180;
const TALLEST_ROW = 409;

/** Excel counts columns in points: seven pixels a character, five around. */
export function columnPoints(characters: number): number {
  return Math.round((characters * 7 + 5) * 75) / 100;
}

/** Merges, widths, heights, hidden keys. */
export function layoutOps({ plan, placement }: FreshSheet, painting: Painting): readonly WriteOp[] {
  const hidden = placement.columns.filter((_column, at) => plan.hiddenColumns[at] === true);
  return [
    ...plan.merges.flatMap((merge) => {
      const area = coveredArea(merge, placement);
      return area ? [mergeOp(areaAddress(area), painting, true)] : [];
    }),
    ...widthOps(new Map(placement.columns.map((column, at) => [column, plan.widths[at] ?? null])), painting),
    ...heightOps(new Map(placement.rows.map((row, at) => [row, plan.heights[at] ?? null])), painting),
    ...hideOps([placement.keyColumn, ...hidden], [placement.keyRow], painting),
  ];
}

export function mergeOp(address: string, { tab, sheet }: Pick<Painting, "tab" | "sheet">, together: boolean): WriteOp {
  return {
    tab,
    bytes: 3 * ACTION_BYTES,
    queue: (workbook) => {
      const range = sheet(workbook).getRange(address);
      if (together) range.merge(false);
      else range.unmerge();
    },
  };
}

type Sizes = ReadonlyMap<number, number | null>;

export function widthOps(widths: Sizes, painting: Painting): readonly WriteOp[] {
  return sizeOps(widths, painting, {
    address: columnsAddress,
    set: (format, characters) => (format.columnWidth = columnPoints(characters)),
  });
}

export function heightOps(heights: Sizes, painting: Painting): readonly WriteOp[] {
  return sizeOps(heights, painting, {
    address: rowsAddress,
    set: (format, points) => (format.rowHeight = Math.min(TALLEST_ROW, points)),
  });
}

function sizeOps(
  sizes: Sizes,
  { tab, sheet }: Painting,
  { address, set }: { readonly address: LineAddress; readonly set: (format: Excel.RangeFormat, size: number) => void },
): readonly WriteOp[] {
  const bySize = new Map<number, number[]>();
  for (const [line, size] of sizes) if (size !== null) bySize.set(size, [...(bySize.get(size) ?? []), line]);
  return [...bySize].flatMap(([size, lines]) =>
    listText(runsOf(lines).map(address)).map((list) => ({
      tab,
      bytes: list.length + 3 * ACTION_BYTES,
      queue: (workbook: Excel.Workbook) => set(sheet(workbook).getRanges(list).format, size),
    })),
  );
}

type LineAddress = (run: { readonly at: number; readonly count: number }) => string;

export const columnsAddress: LineAddress = ({ at, count }) => `${columnLetters(at)}:${columnLetters(at + count - 1)}`;
export const rowsAddress: LineAddress = ({ at, count }) => `${at + 1}:${at + count}`;

export function hideOps(
  columns: readonly number[],
  rows: readonly number[],
  { tab, sheet }: Pick<Painting, "tab" | "sheet">,
): readonly WriteOp[] {
  const hide = (queue: (sheet: Excel.Worksheet) => void): WriteOp => ({
    tab,
    bytes: 2 * ACTION_BYTES,
    queue: (workbook) => queue(sheet(workbook)),
  });
  return [
    ...runsOf(columns).map((run) => hide((target) => (target.getRange(columnsAddress(run)).columnHidden = true))),
    ...runsOf(rows).map((run) => hide((target) => (target.getRange(rowsAddress(run)).rowHidden = true))),
  ];
}

/** Frozen panes, grid lines, print settings. */
export function pageOp({ plan, placement }: FreshSheet, { tab, sheet }: Painting): WriteOp {
  return {
    tab,
    bytes: 30 * ACTION_BYTES,
    queue: (workbook) => {
      const target = sheet(workbook);
      target.showGridlines = !plan.isProtected;
      freeze(target, placement, plan.frozen);
      if (plan.print) print(target, plan.print, placement);
    },
  };
}

function freeze(
  sheet: Excel.Worksheet,
  placement: Placement,
  frozen: { readonly rows: number; readonly columns: number },
): void {
  const last = (lines: readonly number[], count: number) => (count === 0 ? -1 : (lines[count - 1] ?? -1));
  const [row, column] = [last(placement.rows, frozen.rows), last(placement.columns, frozen.columns)];
  if (row < 0 && column < 0) return;
  if (column < 0) sheet.freezePanes.freezeRows(row + 1);
  else if (row < 0) sheet.freezePanes.freezeColumns(column + 1);
  else sheet.freezePanes.freezeAt(sheet.getRangeByIndexes(0, 0, row + 1, column + 1));
}

function print(sheet: Excel.Worksheet, settings: PrintSettings, placement: Placement): void {
  const { pageLayout } = sheet;
  pageLayout.paperSize = "A4";
  pageLayout.orientation = settings.orientation === "landscape" ? "Landscape" : "Portrait";
  pageLayout.centerHorizontally = true;
  if (settings.fitToWidth) pageLayout.zoom = { horizontalFitToPages: 1 };
  if (settings.repeatRows) {
    const [from = 0, to = 0] = [placement.rows[settings.repeatRows.from], placement.rows[settings.repeatRows.to]];
    pageLayout.setPrintTitleRows(`$${from + 1}:$${to + 1}`);
  }
  const words = pageLayout.headersFooters.defaultForAllPages;
  words.centerHeader = printLine(settings.header);
  words.leftFooter = printLine(settings.footer);
  words.rightFooter = "&P / &N";
}

/** "&" begins a code in headers and footers. */
function printLine(text: string): string {
  return text.slice(0, LONGEST_LINE).replaceAll("&", "&&");
}
