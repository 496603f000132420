import { NOTHING, type Area, type Painted, type Placement } from "../plan.ts";

/** Rectangles of the worksheet that share one thing, so that a program is told once and not per cell. */
export interface EqualAreas<T> {
  readonly what: T;
  readonly areas: readonly Area[];
}

/** Where the painted things stand in the worksheet; rows that stand apart, or in another order, make more rectangles. */
export function equalAreas<T>(painted: Painted<T>, placement: Pick<Placement, "rows" | "columns">): EqualAreas<T>[] {
  const found = painted.table.map((): Area[] => []);
  const columns = sortedPlaces(placement.columns);
  const growing = new GrowingAreas((id, area) => found[id]?.push(area));
  for (const { at, place } of sortedPlaces(placement.rows)) growing.add(place, runsOf(painted.at[at] ?? [], columns));
  growing.end();
  return painted.table.flatMap((what, id) => {
    const areas = found[id] ?? [];
    return areas.length === 0 ? [] : [{ what, areas: areas.toSorted((a, b) => a.top - b.top || a.left - b.left) }];
  });
}

interface Run {
  readonly id: number;
  readonly left: number;
  readonly right: number;
}

/** Row after row: a run that stands right below an equal one makes its area longer. */
class GrowingAreas {
  readonly #take: (id: number, area: Area) => void;
  #open = new Map<string, { readonly id: number; readonly area: Area }>();
  #last = -2;

  constructor(take: (id: number, area: Area) => void) {
    this.#take = take;
  }

  add(row: number, runs: readonly Run[]): void {
    if (row !== this.#last + 1) this.end();
    const next = new Map<string, { readonly id: number; readonly area: Area }>();
    for (const { id, left, right } of runs) {
      const name = `${id}:${left}:${right}`;
      const top = this.#open.get(name)?.area.top ?? row;
      this.#open.delete(name);
      next.set(name, { id, area: { top, left, bottom: row, right } });
    }
    this.end();
    this.#open = next;
    this.#last = row;
  }

  end(): void {
    for (const { id, area } of this.#open.values()) this.#take(id, area);
    this.#open.clear();
  }
}

interface Place {
  readonly at: number;
  readonly place: number;
}

function sortedPlaces(places: readonly number[]): readonly Place[] {
  return places.map((place, at) => ({ at, place })).toSorted((a, b) => a.place - b.place);
}

function runsOf(ids: readonly number[], columns: readonly Place[]): readonly Run[] {
  const runs: { id: number; left: number; right: number }[] = [];
  for (const { at, place } of columns) {
    const id = ids[at] ?? NOTHING;
    const last = runs.at(-1);
    if (id === NOTHING) continue;
    if (last?.id === id && last.right === place - 1) last.right = place;
    else runs.push({ id, left: place, right: place });
  }
  return runs;
}
