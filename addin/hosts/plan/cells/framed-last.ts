import { isFramed } from "./cell-look.ts";
import { NOTHING, type CellLook, type Painted } from "../plan.ts";

/** Neighbours share the line between them, and the last one to be painted has it: a finding's frame must stay whole (R3). */
export function framedLast(looks: Painted<CellLook>): Painted<CellLook> {
  if (!looks.table.some(isFramed)) return looks;
  const order = looks.table.map((_look, id) => id).toSorted((a, b) => rank(looks.table[a]) - rank(looks.table[b]));
  const places = new Map(order.map((id, place) => [id, place]));
  return {
    table: order.flatMap((id) => looks.table[id] ?? []),
    at: looks.at.map((ids) => ids.map((id) => places.get(id) ?? NOTHING)),
  };
}

function rank(look: CellLook | undefined): number {
  return look && isFramed(look) ? 1 : 0;
}
