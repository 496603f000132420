import type { SeenMerge, SeenRow } from "../seen-workbook.ts";
import { cellText, filledColumns, wideRows } from "./cell-text.ts";
import type { FoundColumn, FoundTable, SkippedWhy } from "./found-table.ts";
import {
  headerBlock,
  headerPaths,
  looksLikeHeader,
  startsHeader,
  type HeaderBlock,
  type SheetGround,
} from "./header-block.ts";
import { headerKey } from "./header-key.ts";
import { rowRole } from "./row-role.ts";

const COUNTS = /^(?:序号?|行号|编号|no|№|num|index)$/u;

export interface TableSearch {
  /** Labels and aliases of every field that might stand in it. */
  readonly labels: readonly string[];
  readonly merges: readonly SeenMerge[];
}

/**
 * The tables of a sheet as officers write them: titles above, headings in one to four rows, records with subtotals and
 * repeated headings between them, notes below, and perhaps another table after that.
 * @param rows of the whole sheet, or of its beginning: the rest can be judged by `rowRole` as it comes
 */
export function findTables(rows: readonly SeenRow[], { labels, merges }: TableSearch): readonly FoundTable[] {
  const ground: SheetGround = {
    rows: new Map(rows.map((row) => [row.row, row])),
    merges,
    known: new Set(labels.map(headerKey)),
  };
  const blocks = headerBlocks(rows, ground);
  return blocks.map((block, index) =>
    tableAt(block, { rows, ground, before: blocks[index - 1], next: blocks[index + 1] }),
  );
}

/** Every header that differs from the one before it. */
function headerBlocks(rows: readonly SeenRow[], ground: SheetGround): readonly HeaderBlock[] {
  const blocks: HeaderBlock[] = [];
  let last = "";
  for (const row of rows) {
    if (row.row <= (blocks.at(-1)?.bottom ?? -1) || !startsHeader(row, ground.known)) continue;
    const block = headerBlock(row.row, ground);
    const key = JSON.stringify(headerPaths(block, ground).map((path) => path.map(headerKey)));
    if (key !== last) blocks.push(block);
    last = key;
  }
  return blocks.length > 0 ? blocks : unknownHeader(rows, ground);
}

function unknownHeader(rows: readonly SeenRow[], ground: SheetGround): readonly HeaderBlock[] {
  const index = rows.findIndex((row, at) => looksLikeHeader(row, rows[at + 1]));
  const row = rows[index];
  return row ? [headerBlock(row.row, ground)] : [];
}

interface TableGround {
  readonly rows: readonly SeenRow[];
  readonly ground: SheetGround;
  readonly before: HeaderBlock | undefined;
  readonly next: HeaderBlock | undefined;
}

function tableAt(block: HeaderBlock, { rows, ground, before, next }: TableGround): FoundTable {
  const below = rows.filter(({ row }) => row > block.bottom && row < (next?.top ?? Number.POSITIVE_INFINITY));
  const headerRows = Array.from({ length: block.bottom - block.top + 1 }, (_, level) => block.top + level);
  const table = {
    headerRows,
    columns: columnsOf(headerPaths(block, ground), below),
    headerTexts: headerRows.map((row) => (ground.rows.get(row)?.cells ?? []).map((cell) => headerKey(cellText(cell)))),
    wideRows: wideRows(ground.merges),
  };
  const skipped: { row: number; why: SkippedWhy }[] = before ? [] : titlesAbove(rows, block.top);
  let [firstRow, lastRow] = [-1, -1];
  const lastFilled = below.findLast((row) => rowRole(table, row) === "data")?.row ?? -1;
  for (const row of below) {
    const role = rowRole(table, row);
    if (role === "data") {
      if (firstRow < 0) firstRow = row.row;
      lastRow = row.row;
    } else skipped.push({ row: row.row, why: next && row.row > lastFilled && role === "instruction" ? "title" : role });
  }
  return { ...table, firstRow, lastRow, skipped };
}

function titlesAbove(rows: readonly SeenRow[], top: number): { row: number; why: SkippedWhy }[] {
  return rows
    .filter(({ row }) => row < top)
    .map((row) => ({ row: row.row, why: filledColumns(row).length === 0 ? "blank" : "title" }));
}

/** Those with a heading, and those without one that have values; empty ones behind the table are none. */
function columnsOf(paths: readonly (readonly string[])[], below: readonly SeenRow[]): readonly FoundColumn[] {
  const valued = new Set<number>();
  for (const row of below) for (const column of filledColumns(row)) valued.add(column);
  const width = Math.max(paths.length, ...[...valued].map((column) => column + 1));
  return Array.from({ length: width }, (_, index) => {
    const path = paths[index] ?? [];
    const text = path.at(-1) ?? "";
    return { index, path, text, counts: COUNTS.test(headerKey(text)) };
  }).filter(({ index, path }) => path.length > 0 || valued.has(index));
}
