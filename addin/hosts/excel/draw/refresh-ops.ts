import { areaAddress } from "#addin/hosts/plan/move/placement.ts";
import { TEXT } from "#addin/hosts/plan/cells/cell-input.ts";
import type { LineRun } from "#addin/hosts/plan/move/line-steps.ts";
import type { Painted } from "#addin/hosts/plan/plan.ts";
import type { SheetRefresh } from "#addin/hosts/plan/refresh-sheet.ts";
import { blockArea, changedBlocks, solidBlocks } from "#addin/hosts/plan/write-blocks.ts";
import { sheetOp, valueOps } from "./fresh-ops.ts";
import type { LastLooks } from "./last-looks.ts";
import { columnsAddress, heightOps, hideOps, mergeOp, rowsAddress, widthOps } from "./page-ops.ts";
import { formatOp, formatOps, lookOps, openOps, ruleOps, type Painting } from "./paint-ops.ts";
import type { WriteOp } from "./write-op.ts";

/**
 * A sheet in place: new lines first, then what they hold. What is gone goes with `goneOps`, when all else is done.
 * @param how isProtected: even to leave a locked cell as it is would be refused then
 */
export function refreshOps(
  refresh: SheetRefresh,
  painting: Painting,
  how: { readonly isProtected: boolean; readonly looks?: LastLooks },
): readonly WriteOp[] {
  const blocks = how.isProtected ? solidBlocks(refresh.contents) : changedBlocks(refresh.contents);
  return [
    ...refresh.columns.inserts.map((run) => insertOp(columnsAddress(run), "Right", painting)),
    ...refresh.rows.inserts.map((run) => insertOp(rowsAddress(run), "Down", painting)),
    ...keyOps(refresh, painting),
    ...refresh.merges.apart.map((area) => mergeOp(areaAddress(area), painting, false)),
    ...formatOps(refresh.formats, painting),
    ...blocks.flatMap((block) => valueOps(block, painting, how.looks)),
    ...lookOps(refresh.looks, painting),
    ...ruleOps(refresh.rules, painting),
    ...openOps(refresh.open, painting),
    ...refresh.merges.together.map((area) => mergeOp(areaAddress(area), painting, true)),
    ...heightOps(new Map(refresh.heights.map(({ at, points }) => [at, points])), painting),
    ...widthOps(new Map(refresh.widths.map(({ at, characters }) => [at, characters])), painting),
    ...hideOps(
      refresh.widths.flatMap(({ at, hidden }) => (hidden ? [at] : [])),
      [],
      painting,
    ),
  ];
}

/** Last of all, because nothing brings back what the officer had in such a line but our own memory of it. */
export function goneOps(refresh: Pick<SheetRefresh, "rows" | "columns">, painting: Painting): readonly WriteOp[] {
  return [
    ...refresh.rows.deletes.map((run) => deleteOp(rowsAddress(run), "Up", painting)),
    ...refresh.columns.deletes.map((run) => deleteOp(columnsAddress(run), "Left", painting)),
  ];
}

function insertOp(address: string, shift: "Right" | "Down", painting: Painting): WriteOp {
  return sheetOp(painting, (sheet) => void sheet.getRange(address).insert(shift));
}

export function deleteOp(address: string, shift: "Up" | "Left", painting: Pick<Painting, "tab" | "sheet">): WriteOp {
  return sheetOp(painting, (sheet) => sheet.getRange(address).delete(shift));
}

function keyOps({ keys, placement }: SheetRefresh, painting: Painting): readonly WriteOp[] {
  const changes = keys.map(({ row, column, key }) => ({ row, column, content: { value: key }, format: TEXT }));
  const ofRows = changes.filter(({ column }) => column === placement.keyColumn);
  const ofColumns = changes.filter(({ column }) => column !== placement.keyColumn);
  return [...changedBlocks(ofRows), ...changedBlocks(ofColumns)].flatMap((block) => [
    formatOp(painting, areaAddress(blockArea(block)), TEXT),
    ...valueOps(block, painting),
  ]);
}

/** Does Excel let all of it happen while the sheet is protected? Then the officer keeps what he could undo. */
export function needsUnprotecting(refresh: SheetRefresh, isOpen: (row: number, column: number) => boolean): boolean {
  const structure: readonly (readonly unknown[])[] = [
    ...[refresh.keys, refresh.rows.inserts, refresh.rows.deletes, refresh.columns.inserts, refresh.columns.deletes],
    ...[refresh.merges.apart, refresh.merges.together],
  ];
  if (structure.some(({ length }) => length > 0) || isPainted(refresh.rules) || isPainted(refresh.open)) return true;
  return refresh.contents.some(({ row, column }) => !isOpen(row, column));
}

function isPainted({ at }: Painted<unknown>): boolean {
  return at.some(({ length }) => length > 0);
}

/** Lines as they stand once those that are gone went. */
export function afterDeletes(places: readonly number[], deletes: readonly LineRun[]): readonly number[] {
  return places.map((place) => place - deletes.reduce((sum, { at, count }) => sum + (at < place ? count : 0), 0));
}
