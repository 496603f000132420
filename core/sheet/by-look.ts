import type { Cell } from "./cell.ts";
import type { Row } from "./sheet.ts";

const KINDS: Readonly<Record<Row["kind"], number>> = {
  ...{ title: 0, info: 1, header: 2, section: 3, data: 4, total: 5, legend: 6 },
};
const ALIGNS: Readonly<Record<NonNullable<Cell["align"]>, number>> = { left: 1, center: 2, right: 3 };

/**
 * What is made of a cell's look alone, made once for all cells that look alike and the very same object for each: a roster has 400,000 cells
 * and a dozen looks. No key is put together for each of them.
 */
export function byLook<T>(make: (cell: Cell, kind: Row["kind"]) => T): (cell: Cell, kind: Row["kind"]) => T {
  const known = new Map<string, Map<string, T[]>>();
  return (cell, kind) => {
    const ofFormat = held(known, cell.format ?? "", () => new Map<string, T[]>());
    const ofState = held(ofFormat, stateKey(cell), (): T[] => []);
    return (ofState[lookOf(cell, kind)] ??= make(cell, kind));
  };
}

function held<T>(map: Map<string, T>, key: string, make: () => T): T {
  const there = map.get(key);
  if (there !== undefined) return there;
  const made = make();
  map.set(key, made);
  return made;
}

function stateKey({ state, ground }: Cell): string {
  return ground === undefined ? state : `${state} ${ground}`;
}

/** All of a look but its format and state, as a number. */
function lookOf(cell: Cell, kind: Row["kind"]): number {
  const flags = (cell.bold === true ? 1 : 0) + (cell.link === undefined ? 0 : 2) + (cell.binding === undefined ? 0 : 4);
  return (KINDS[kind] * 4 + (cell.align === undefined ? 0 : ALIGNS[cell.align])) * 8 + flags;
}
