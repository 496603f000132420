/**
 * One list of the records of all populations, and where each row's record stands in it. Most populations have them in the same
 * order: the next one is looked for behind the one before. A few who stand elsewhere are told behind all others; when they are many,
 * everybody is looked for by name, which takes longer than writing all columns.
 */
export class RecordPlaces {
  readonly records: readonly string[];
  readonly #all: string[];
  readonly #behind = new Map<string, number>();
  #byName: ReadonlyMap<string, number> | null = null;

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
      if (place !== undefined) last = place;
      near = place === undefined ? Math.max(1, near >> 1) : FAR;
      places[row] = place ?? this.#placeElsewhere(record);
    }
    return places;
  }

  /** Of records that are in no other population. */
  addApart(records: readonly string[]): Uint32Array {
    return Uint32Array.from(records.filter(isThere), (record) => this.#placeBehind(record));
  }

  #placeNear(record: string, last: number, end: number): number | undefined {
    if (last >= 0 && this.#all[last] === record) return last;
    for (let place = last + 1; place < end; place += 1) if (this.#all[place] === record) return place;
    return undefined;
  }

  #placeElsewhere(record: string): number {
    if (this.#byName === null && this.#behind.size >= FEW)
      this.#byName = new Map(this.#all.map((known, place) => [known, place]));
    return this.#byName?.get(record) ?? this.#placeBehind(record);
  }

  #placeBehind(record: string): number {
    const place = this.#behind.get(record) ?? this.#all.push(record) - 1;
    this.#behind.set(record, place);
    return place;
  }
}

/** So many are looked at, and fewer after each who is not there. */
const FAR = 4096;
const FEW = 1000;

function isThere(record: string): boolean {
  return record !== "";
}
