import { addressOf, HIDDEN_COLUMNS, HIDDEN_ROWS } from "#core/sheet/cell-address.ts";
import type { Area, Placement, SheetPlan } from "../plan.ts";

/** Of a sheet that is drawn anew: keys in row 1 and column A, everything else in its order behind them. */
export function freshPlacement(plan: Pick<SheetPlan, "rowKeys" | "columnKeys">): Placement {
  return {
    rows: plan.rowKeys.map((_key, at) => at + HIDDEN_ROWS),
    columns: plan.columnKeys.map((_key, at) => at + HIDDEN_COLUMNS),
    keyRow: 0,
    keyColumn: 0,
  };
}

/** A plan's area where it stands; undefined where its rows or columns stand apart by now, which no rectangle covers. */
export function placedArea(area: Area, placement: Placement): Area | undefined {
  const rows = placement.rows.slice(area.top, area.bottom + 1);
  const columns = placement.columns.slice(area.left, area.right + 1);
  if (!isRun(rows) || !isRun(columns)) return undefined;
  const [top = 0, left = 0] = [rows[0], columns[0]];
  return { top, left, bottom: top + rows.length - 1, right: left + columns.length - 1 };
}

/** "B2:C9"; a single cell is "B2". */
export function areaAddress({ top, left, bottom, right }: Area): string {
  const first = addressOf({ row: top, column: left });
  return top === bottom && left === right ? first : `${first}:${addressOf({ row: bottom, column: right })}`;
}

/**
 * Lists of areas as texts that a program takes in one go.
 * @param longest characters of one list
 */
export function addressLists(areas: readonly Area[], longest: number): readonly string[] {
  return joinedLists(areas.map(areaAddress), longest);
}

export function joinedLists(addresses: readonly string[], longest: number): readonly string[] {
  const lists: string[] = [];
  let list = "";
  for (const address of addresses) {
    if (list !== "" && list.length + 1 + address.length > longest) {
      lists.push(list);
      list = "";
    }
    list = list === "" ? address : `${list},${address}`;
  }
  return list === "" ? lists : [...lists, list];
}

function isRun(places: readonly number[]): boolean {
  return places.every((place, at) => at === 0 || place === (places[at - 1] ?? 0) + 1);
}
