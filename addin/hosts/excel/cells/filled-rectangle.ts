import { parseAddress } from "#core/sheet/cell-address.ts";
import { areaAddress } from "#addin/hosts/plan/move/placement.ts";

/**
 * The rectangle that these cells fill without a gap.
 * @param addresses the first one becomes the active cell, so it has to be the upper left one
 * @returns undefined: they fill none, or the first one is another one
 */
export function filledRectangle(addresses: readonly string[]): string | undefined {
  const cells = [...new Set(addresses)].flatMap((address) => parseAddress(address) ?? []);
  const [first] = cells;
  if (!first) return undefined;
  const [rows, columns] = [cells.map(({ row }) => row), cells.map(({ column }) => column)];
  const area = {
    ...{ top: Math.min(...rows), bottom: Math.max(...rows) },
    ...{ left: Math.min(...columns), right: Math.max(...columns) },
  };
  const isFilled = (area.bottom - area.top + 1) * (area.right - area.left + 1) === cells.length;
  return isFilled && first.row === area.top && first.column === area.left ? areaAddress(area) : undefined;
}
