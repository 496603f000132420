import { LONGEST_CHUNK, META_SHEET } from "#core/sheet/snapshot/encode-snapshot.ts";
import { areaAddress } from "#addin/hosts/plan/move/placement.ts";
import type { Area } from "#addin/hosts/plan/plan.ts";
import { quotedTab } from "#addin/hosts/plan/move/move-formula.ts";
import { TEXT } from "#addin/hosts/plan/cells/cell-input.ts";
import { setFormat } from "./paint-ops.ts";
import { ACTION_BYTES, type WriteOp } from "./write-op.ts";

/** A chunk has 30,000 characters. */
const CHUNKS_AT_ONCE = 10;

/**
 * A very-hidden sheet that holds texts in chunks, a column each, from row 1 down.
 * @param exists is it there already?
 */
export function keptSheetOps(
  tab: string,
  columns: readonly (readonly string[])[],
  exists: boolean,
): readonly WriteOp[] {
  return [...(exists ? [] : [createKeptOp(tab)]), ...columns.flatMap((chunks, at) => columnOps(tab, chunks, at))];
}

function createKeptOp(tab: string): WriteOp {
  return {
    tab,
    bytes: 4 * ACTION_BYTES,
    queue: (workbook) => {
      workbook.worksheets.add(tab).visibility = "VeryHidden";
    },
  };
}

function columnOps(tab: string, chunks: readonly string[], column: number): readonly WriteOp[] {
  const letter = column === 0 ? "A" : "B";
  const pieces = Array.from({ length: Math.ceil(chunks.length / CHUNKS_AT_ONCE) }, (_, at) => at * CHUNKS_AT_ONCE);
  return [
    {
      tab,
      bytes: 5 * ACTION_BYTES,
      queue: (workbook) => {
        const whole = workbook.worksheets.getItem(tab).getRange(`${letter}:${letter}`);
        whole.clear("Contents");
        setFormat(whole, TEXT);
      },
    },
    ...pieces.map((from): WriteOp => {
      const part = chunks.slice(from, from + CHUNKS_AT_ONCE);
      const bytes = part.reduce((sum, chunk) => sum + chunk.length + 4, 4 * ACTION_BYTES);
      return {
        tab,
        bytes,
        queue: (workbook) => {
          const range = workbook.worksheets.getItem(tab).getRangeByIndexes(from, column, part.length, 1);
          range.values = part.map((chunk) => [chunk]);
        },
      };
    }),
  ];
}

/** As workbooks write what a name means. */
export function nameFormula(tab: string, area: Area): string {
  const address = areaAddress(area).replace(/([A-Z]+)(\d+)/g, "$$$1$$$2");
  return `=${quotedTab(tab)}!${address}`;
}

/** A name of the workbook that comes, or means something else from now on. */
export function nameOp(name: string, formula: string, exists: boolean): WriteOp {
  return {
    tab: "",
    bytes: formula.length * 3 + name.length * 3 + 3 * ACTION_BYTES,
    queue: ({ names }) => {
      if (exists) names.getItem(name).formula = formula;
      else names.add(name, formula);
    },
  };
}

export function dropNameOp(name: string): WriteOp {
  return { tab: "", bytes: 3 * ACTION_BYTES, queue: ({ names }) => names.getItem(name).delete() };
}

/** Excel deletes what is hidden, but not what is very hidden. @param id of a sheet that is there */
export function dropSheetOp(id: string, tab: string): WriteOp {
  return {
    tab,
    bytes: 4 * ACTION_BYTES,
    queue: ({ worksheets }) => {
      const sheet = worksheets.getItem(id);
      sheet.visibility = "Hidden";
      sheet.delete();
    },
  };
}

/** The base snapshot alone; how the book was drawn stays beside it. */
export function metaWriter(chunks: readonly string[]): (workbook: Excel.Workbook) => void {
  const ops = keptSheetOps(META_SHEET, [chunks], true);
  return (workbook) => {
    for (const op of ops) op.queue(workbook);
  };
}

/** A text that was read, as it is written. */
export function textChunks(text: string): readonly string[] {
  return Array.from({ length: Math.ceil(text.length / LONGEST_CHUNK) }, (_, at) =>
    text.slice(at * LONGEST_CHUNK, (at + 1) * LONGEST_CHUNK),
  );
}
