import { LONGEST_NAME } from "./tab-names.ts";
import { areaAddress } from "#addin/hosts/plan/move/placement.ts";
import type { FreshSheet } from "#addin/hosts/plan/plan-changes.ts";
import { TEXT } from "#addin/hosts/plan/cells/cell-input.ts";
import { blockArea, freshInputs, jsonBytes, splitBlock, type WriteBlock } from "#addin/hosts/plan/write-blocks.ts";
import { columnLetters, MOST_COLUMNS } from "#core/sheet/cell-address.ts";
import type { LastLooks } from "./last-looks.ts";
import { layoutOps, pageOp } from "./page-ops.ts";
import { formatOp, formatOps, lookOps, openOps, plainLook, ruleOps, type Painting } from "./paint-ops.ts";
import { ACTION_BYTES, MOST_BYTES, type WriteOp } from "./write-op.ts";

/** Cells that office.js writes in one piece of its own accord. */
const CELLS_AT_ONCE = 1_500;

/** A sheet that nobody sees until all of it is there. */
export function freshOps(fresh: FreshSheet): readonly WriteOp[] {
  const { plan, tab, placement } = fresh;
  const painting: Painting = { tab, placement, isFresh: true, sheet: (workbook) => workbook.worksheets.getItem(tab) };
  const inputs = freshInputs(fresh);
  const all = areaAddress(blockArea(inputs));
  const keyColumn = areaAddress({ ...blockArea(inputs), left: placement.keyColumn, right: placement.keyColumn });
  const keyRow = areaAddress({ ...blockArea(inputs), top: placement.keyRow, bottom: placement.keyRow });
  return [
    createOp(tab),
    formatOp(painting, keyColumn, TEXT),
    formatOp(painting, keyRow, TEXT),
    ...formatOps(plan.formats, painting),
    ...valueOps(inputs, painting),
    sheetOp(painting, (sheet) => plainLook(sheet.getRange(all).format)),
    ...lookOps(plan.looks, painting),
    ...ruleOps(plan.rules, painting),
    ...(plan.isProtected ? [ownColumnsOp(painting, blockArea(inputs).right)] : []),
    ...openOps(plan.open, painting),
    ...layoutOps(fresh, painting),
    pageOp(fresh, painting),
  ];
}

function createOp(tab: string): WriteOp {
  return {
    tab,
    bytes: LONGEST_NAME + 3 * ACTION_BYTES,
    queue: (workbook) => {
      workbook.worksheets.add(tab).visibility = "Hidden";
    },
  };
}

/** What stands right of a protected table is the officer's own: he may write there. */
function ownColumnsOp(painting: Painting, last: number): WriteOp {
  const columns = `${columnLetters(last + 1)}:${columnLetters(MOST_COLUMNS - 1)}`;
  return sheetOp(painting, (sheet) => {
    sheet.getRange(columns).format.protection.locked = false;
  });
}

/** @param looks what stands where somebody may have typed is asked for first */
export function valueOps(
  block: WriteBlock,
  { tab, sheet }: Pick<Painting, "tab" | "sheet">,
  looks?: LastLooks,
): readonly WriteOp[] {
  return piecesOf(block, looks).map((piece) => {
    const { top, left, inputs } = piece;
    const looked = looks?.watches(piece) === true ? looks : undefined;
    return {
      tab,
      bytes: jsonBytes(inputs) + (looked ? 6 : 3) * ACTION_BYTES,
      answer: looked ? looked.weightOf(piece) + ACTION_BYTES : 0,
      queue: (workbook) => {
        looked?.queue(sheet(workbook), piece);
        const [rows, columns] = [inputs.length, inputs[0]?.length ?? 1];
        // null leaves a cell as it is.
        sheet(workbook).getRangeByIndexes(top, left, rows, columns).values = inputs as unknown[][];
      },
    };
  });
}

/** Where texts are long, so many cells would be more than Excel takes, or a look at them more than it answers. */
function piecesOf(block: WriteBlock, looks: LastLooks | undefined): readonly WriteBlock[] {
  return splitBlock(block, CELLS_AT_ONCE).flatMap((piece) => {
    const answer = looks?.watches(piece) === true ? looks.weightOf(piece) : 0;
    const parts = Math.ceil((4 * Math.max(answer, jsonBytes(piece.inputs))) / MOST_BYTES);
    return parts > 1 ? splitBlock(piece, CELLS_AT_ONCE / parts) : [piece];
  });
}

export function sheetOp(
  { tab, sheet }: Pick<Painting, "tab" | "sheet">,
  work: (sheet: Excel.Worksheet) => void,
): WriteOp {
  return { tab, bytes: 10 * ACTION_BYTES, queue: (workbook) => work(sheet(workbook)) };
}
