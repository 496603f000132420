/** A row that is not what the program writes: somebody else changed the database, or a migration is wrong. */
export class BrokenRow extends Error {
  readonly table: string;
  readonly key: string;

  constructor(place: { readonly table: string; readonly key: string }, what: string) {
    super(`${place.table} ${place.key}: ${what}`);
    this.name = "BrokenRow";
    this.table = place.table;
    this.key = place.key;
  }
}

/** The door between rows and records: every value is checked, a wrong one throws with table, key and column. */
export class RowReader {
  readonly #table: string;
  readonly #row: Readonly<Record<string, unknown>>;
  readonly #keyColumns: readonly string[];

  constructor(table: string, row: object, keyColumns: readonly string[]) {
    this.#table = table;
    this.#row = row as Readonly<Record<string, unknown>>;
    this.#keyColumns = keyColumns;
  }

  text<T extends string = string>(column: string): T {
    const value = this.#row[column];
    return typeof value === "string" ? (value as T) : this.broken(column, "is no text");
  }

  textOrNull<T extends string = string>(column: string): T | null {
    return this.#row[column] === null ? null : this.text<T>(column);
  }

  whole(column: string): number {
    const value = this.#row[column];
    return typeof value === "number" && Number.isSafeInteger(value) ? value : this.broken(column, "is no whole number");
  }

  wholeOrNull(column: string): number | null {
    return this.#row[column] === null ? null : this.whole(column);
  }

  flag(column: string): boolean {
    const value = this.whole(column);
    return value === 0 || value === 1 ? value === 1 : this.broken(column, "is neither 0 nor 1");
  }

  oneOf<T extends string>(column: string, allowed: readonly T[]): T {
    const value = this.text(column);
    return allowed.find((one) => one === value) ?? this.broken(column, `is "${value}"`);
  }

  oneOfOrNull<T extends string>(column: string, allowed: readonly T[]): T | null {
    return this.#row[column] === null ? null : this.oneOf(column, allowed);
  }

  /** @param is decides whether the parsed JSON has the shape. */
  json<T>(column: string, is: (value: unknown) => value is T): T {
    const text = this.text(column);
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch (cause) {
      throw new BrokenRow(this.#place(), `${column} is no JSON (${String(cause)})`);
    }
    return is(value) ? value : this.broken(column, "has the wrong shape");
  }

  broken(column: string, what: string): never {
    throw new BrokenRow(this.#place(), `${column} ${what}`);
  }

  /** Put together only for who is to be told. */
  #place(): { readonly table: string; readonly key: string } {
    return { table: this.#table, key: this.#keyColumns.map((column) => String(this.#row[column])).join("/") };
  }
}
