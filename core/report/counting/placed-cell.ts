import type { CellRead } from "../formula/formula-cells.ts";
import { cellKey } from "./cell-key.ts";
import type { CellPlaces } from "./cell-numbers.ts";

/** A cell that is read, with where its number of this year stands. */
export interface PlacedCell extends CellRead {
  /** -1: the set has no such cell. */
  readonly place: number;
}

export function placedCell(places: CellPlaces, read: CellRead): PlacedCell {
  return { ...read, place: places.of.get(cellKey(read.table, read.cell)) ?? -1 };
}
