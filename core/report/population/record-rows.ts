/** Which rows of a population tell of a record: mostly one, several where it counts by event. */
export class RecordRows {
  readonly #rows = new Map<string, number | readonly number[]>();

  /** @param records by row; "" for a row that was removed */
  constructor(records: readonly string[]) {
    for (let row = 0; row < records.length; row += 1) this.add(records[row] ?? "", row);
  }

  of(record: string): readonly number[] {
    const rows = this.#rows.get(record);
    if (rows === undefined) return [];
    return typeof rows === "number" ? [rows] : rows;
  }

  add(record: string, row: number): void {
    if (record === "") return;
    const known = this.#rows.get(record);
    this.#rows.set(record, known === undefined ? row : [...this.of(record), row]);
  }

  set(record: string, rows: readonly number[]): void {
    const [only] = rows;
    if (only === undefined) this.#rows.delete(record);
    else this.#rows.set(record, rows.length === 1 ? only : [...rows]);
  }
}
