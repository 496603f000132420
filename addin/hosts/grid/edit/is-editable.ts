import type { Cell } from "#core/sheet/cell.ts";

/** Bound, and not drawn as something that is closed to this officer now. */
export function isEditable(cell: Cell | undefined): boolean {
  return cell?.binding !== undefined && cell.state !== "locked" && cell.formula === undefined;
}
