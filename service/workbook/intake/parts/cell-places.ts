import type { MergeCover } from "./merged-cells.ts";

/** Which cells of a sheet show something, at two bytes each: merges are told after all rows, and what they cover must not count. */
export class CellPlaces {
  #columns = new Uint16Array(4_096);
  #rows = new Uint32Array(1_024);
  #starts = new Uint32Array(1_024);
  #rowCount = 0;
  count = 0;

  /** In order. */
  add(row: number, column: number): void {
    if (this.#rowCount === 0 || this.#rows[this.#rowCount - 1] !== row) this.#addRow(row);
    if (this.count === this.#columns.length) {
      const bigger = new Uint16Array(this.#columns.length * 2);
      bigger.set(this.#columns);
      this.#columns = bigger;
    }
    this.#columns[this.count] = column;
    this.count += 1;
  }

  #addRow(row: number): void {
    if (this.#rowCount === this.#rows.length) {
      this.#rows = grown(this.#rows);
      this.#starts = grown(this.#starts);
    }
    this.#rows[this.#rowCount] = row;
    this.#starts[this.#rowCount] = this.count;
    this.#rowCount += 1;
  }

  /** Last row and column from 1 on, and how many cells are seen and how many covered. */
  figures(cover: MergeCover): { rows: number; columns: number; cells: number; covered: number } {
    const found = { rows: 0, columns: 0, cells: 0, covered: 0 };
    for (let index = 0; index < this.#rowCount; index += 1) {
      const row = this.#rows[index] ?? 0;
      const to = index + 1 < this.#rowCount ? (this.#starts[index + 1] ?? 0) : this.count;
      for (let at = this.#starts[index] ?? 0; at < to; at += 1) {
        const column = this.#columns[at] ?? 0;
        if (cover.covers(row, column)) found.covered += 1;
        else {
          found.cells += 1;
          found.rows = row + 1;
          if (column >= found.columns) found.columns = column + 1;
        }
      }
    }
    return found;
  }
}

function grown(numbers: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const bigger = new Uint32Array(numbers.length * 2);
  bigger.set(numbers);
  return bigger;
}
