/**
 * One list of the records of all populations, and where each row's record stands in it. Most populations have them in the same
 * order: the next one is looked for behind the one before. Who is not there stands in the list behind all others, though he may be
 * in it further away: looking for everybody by name would take longer than writing all columns.
 */
export class RecordPlaces {
  readonly records: readonly string[];
  readonly #all: string[];
  readonly #behind = new Map<string, number>();

  /** @param first most of the records, each once */
  constructor(first: readonly string[]) {
    this.#all = first.filter(isThere);
    this.records = this.#all;
  }

  /** @returns a place for each row that was not removed */
  add(records: readonly string[]): Uint32Array {
    const rows = records.filter(isThere);
    const places = new Uint32Array(rows.length);
    const most = this.#all.length;
    let [last, near] = [-1, FAR];
    for (const [row, record] of rows.entries()) {
      const place = this.#placeNear(record, last, Math.min(last + 1 + near, most));
      near = place === undefined ? Math.max(1, near >> 1) : FAR;
      places[row] = last = place ?? this.#placeBehind(record);
    }
    return places;
  }

  #placeNear(record: string, last: number, end: number): number | undefined {
    if (last >= 0 && this.#all[last] === record) return last;
    for (let place = last + 1; place < end; place += 1) if (this.#all[place] === record) return place;
    return undefined;
  }

  #placeBehind(record: string): number {
    const place = this.#behind.get(record) ?? this.#all.push(record) - 1;
    this.#behind.set(record, place);
    return place;
  }
}

/** So many are looked at, and fewer after each who is not there. */
const FAR = 4096;

function isThere(record: string): boolean {
  return record !== "";
}
