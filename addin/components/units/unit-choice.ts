/** A unit of the tree as a choice; `depth` is how far below the officer's own it stands. */
export interface UnitChoice {
  readonly id: string;
  readonly name: string;
  readonly depth: number;
}
