/**
 * Encryption at rest (A12). Every record has a data key of its own; the data keys are wrapped by a key that lives
 * outside the database. Ciphertext is bound to its table, record and field: moved elsewhere it does not open.
 */
export interface Vault {
  /** Seals all sensitive fields of one record under a new data key. null stays null. */
  seal<F extends string>(place: RecordPlace, fields: PlainFields<F>): Sealed<F>;
  /** @throws when the text was changed or moved, or the keys are not those it was sealed with. */
  open<F extends string>(place: RecordPlace, sealed: Sealed<F>): PlainFields<F>;
  /** The data key wrapped anew by the current key; the ciphertext stays as it is. */
  rewrap(place: RecordPlace, dataKey: string): string;
  /** Keyed hash for equality search; `purpose` keeps the hashes of different columns apart. */
  index(purpose: string, value: string): string;
  /** The hash under every key still kept, the current one first: what a search has to compare with. */
  indexes(purpose: string, value: string): readonly string[];
  /** Keyed checksum that survives key rotation. */
  mac(purpose: string, text: string): string;
}

export interface RecordPlace {
  readonly table: string;
  readonly key: string;
}

export type PlainFields<F extends string> = Readonly<Record<F, string | null>>;

export interface Sealed<F extends string> {
  readonly dataKey: string;
  readonly fields: Readonly<Record<F, string | null>>;
}
