import { placedArea } from "./placement.ts";
import type { SheetMove } from "./move-sheet.ts";
import type { Area, Placement } from "../plan.ts";
import { standingMerges } from "../standing/standing-sheet.ts";

/** Merges that are there already stay untouched, because taking them apart and together again would clear the undo list for nothing. */
export function mergeChanges(move: SheetMove): { readonly apart: readonly Area[]; readonly together: readonly Area[] } {
  const stood = stoodAreas(move);
  const wanted = move.plan.merges.flatMap((merge) => coveredArea(merge, move.placement) ?? []);
  const names = new Set(wanted.map(nameOf));
  const stoodNames = new Set(stood.map(nameOf));
  return {
    apart: stood.filter((area) => !names.has(nameOf(area))),
    together: wanted.filter((area) => !stoodNames.has(nameOf(area))),
  };
}

/** A merge grows when lines come within it. */
function stoodAreas({ standing, stood }: SheetMove): readonly Area[] {
  const { merges, placement } = standingMerges(standing);
  return merges.flatMap((merge) => {
    const area = coveredArea(merge, placement);
    if (!area) return [];
    return [
      {
        ...{ top: stood.row(area.top), bottom: stood.row(area.bottom) },
        ...{ left: stood.column(area.left), right: stood.column(area.right) },
      },
    ];
  });
}

/** Own columns within a merged title belong to it; rows that were sorted apart are not merged. */
export function coveredArea(merge: Area, placement: Placement): Area | undefined {
  const columns = placement.columns.slice(merge.left, merge.right + 1);
  const left = Math.min(...columns);
  const across = placedArea({ ...merge, left: 0, right: 0 }, { ...placement, columns: [left] });
  return across && { ...across, left, right: Math.max(...columns) };
}

function nameOf({ top, left, bottom, right }: Area): string {
  return `${top}:${left}:${bottom}:${right}`;
}
