import type { SeenMerge, SeenRow } from "../seen-workbook.ts";
import { cellText, filledColumns, spreadTexts } from "./cell-text.ts";
import { headerKey } from "./header-key.ts";

/** Headings stand in at most so many rows. */
const MOST_LEVELS = 4;
const FEWEST_KNOWN = 2;
const LONGEST_CAPTION = 20;

/** Where a table's headings are. */
export interface HeaderBlock {
  readonly top: number;
  readonly bottom: number;
}

export interface SheetGround {
  readonly rows: ReadonlyMap<number, SeenRow>;
  readonly merges: readonly SeenMerge[];
  /** Keys of all headings that somebody might mean. */
  readonly known: ReadonlySet<string>;
}

/** How many different known headings a row has. */
export function knownHeadings(row: SeenRow, known: ReadonlySet<string>): number {
  const keys = row.cells.map((cell) => (typeof cell.value === "string" ? headerKey(cell.value) : ""));
  return new Set(keys.filter((key) => key !== "" && known.has(key))).size;
}

/** A row with two known headings, more than a fifth of what it says, begins a table. */
export function startsHeader(row: SeenRow, known: ReadonlySet<string>): boolean {
  const found = knownHeadings(row, known);
  return found >= FEWEST_KNOWN && found * 5 > filledColumns(row).length;
}

/** Nothing known: many short different texts, and as many cells below them. */
export function looksLikeHeader(row: SeenRow, next: SeenRow | undefined): boolean {
  const texts = row.cells.map(cellText).filter((text) => text !== "");
  const short = texts.filter((text) => /\p{L}/u.test(text) && text.length <= 20 && !/\d{4}/u.test(text));
  const unlike = new Set(texts).size === texts.length && short.length === texts.length;
  return texts.length >= 3 && unlike && next !== undefined && filledColumns(next).length * 2 >= texts.length;
}

/** The rows above and below that belong to the same headings: groups above, lower levels under them. */
export function headerBlock(found: number, ground: SheetGround): HeaderBlock {
  let top = found;
  while (top > 0 && found - top < MOST_LEVELS - 1 && isGroupRow(top - 1, found, ground)) top -= 1;
  let bottom = found;
  while (bottom - top < MOST_LEVELS - 1 && isLowerLevel(bottom + 1, { top, bottom }, ground)) bottom += 1;
  return { top, bottom };
}

/** Captions over some of the columns; a title goes over nearly all of them. */
function isGroupRow(row: number, found: number, { rows, merges }: SheetGround): boolean {
  const filled = filledColumns(rows.get(row) ?? { row, cells: [] });
  const width = rows.get(found)?.cells.length ?? 0;
  const blocks = merges.filter((merge) => merge.top === row && filled.includes(merge.left));
  const reachDown = blocks.some(({ bottom }) => bottom >= row + 1 && bottom <= row + MOST_LEVELS);
  const groups = blocks.filter(({ left, right }) => right > left && right - left + 1 < width);
  const captions = filled.every((column) => isCaption(cellText(rows.get(row)?.cells[column])));
  return captions && filled.length >= 2 && (groups.length > 0 || reachDown);
}

/** "填报单位：机械学院" and "2026年3月" are no headings. */
function isCaption(text: string): boolean {
  return text.length <= LONGEST_CAPTION && !/[:：]|\d{4}/u.test(text);
}

function isLowerLevel(row: number, { top, bottom }: HeaderBlock, { rows, merges, known }: SheetGround): boolean {
  const next = rows.get(row);
  if (!next) return false;
  const heads = merges.filter((merge) => merge.top >= top && merge.top <= bottom);
  if (heads.some((merge) => merge.bottom >= row && merge.bottom < top + MOST_LEVELS)) return true;
  const filled = filledColumns(next);
  const groups = heads.filter(
    ({ top: at, left, right, bottom: end }) => at === bottom && end === bottom && right > left,
  );
  const under = filled.filter((column) => groups.some(({ left, right }) => column >= left && column <= right));
  const allText = filled.every((column) => typeof next.cells[column]?.value === "string");
  return under.length > 0 && allText && (knownHeadings(next, known) > 0 || under.length === filled.length);
}

/** Headings of each column from the top level down, one block's text once. */
export function headerPaths(block: HeaderBlock, { rows, merges }: SheetGround): readonly (readonly string[])[] {
  const levels: (readonly string[])[] = [];
  for (let row = block.top; row <= block.bottom; row += 1) levels.push(spreadTexts(row, rows, merges));
  const width = Math.max(0, ...levels.map((texts) => texts.length));
  return Array.from({ length: width }, (_, column) => {
    const path = levels.map((texts) => texts[column] ?? "").filter((text) => text !== "");
    return path.filter((text, level) => text !== path[level - 1]);
  });
}
