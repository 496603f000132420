import { compare, rational } from "#core/kernel/rational.ts";

/** What a standing needs to know of a row; whatever else the row holds comes through unchanged. */
export interface StandingCandidate {
  /** Shown total, exact decimal text. */
  readonly total: string;
  /** What breaks the order inside a tie, never the rank: the owner's name. */
  readonly name: string;
  /** A voided ledger leaves the standings (L2). */
  readonly voided: boolean;
}

export type Ranked<Row> = Row & { readonly rank: number };

/**
 * Sorted by total, highest first; equal totals share a rank and the next one counts on (1, 1, 3) (L17).
 * Inside a tie rows stand by name, by code point so that every machine sorts alike, else as they came.
 */
export function rankStanding<Row extends StandingCandidate>(rows: readonly Row[]): readonly Ranked<Row>[] {
  const candidates = rows.filter((row) => !row.voided).map((row) => ({ row, total: rational(row.total) }));
  const sorted = candidates.toSorted((a, b) => compare(b.total, a.total) || compareNames(a.row.name, b.row.name));
  const ranked: Ranked<Row>[] = [];
  for (const [index, { row, total }] of sorted.entries()) {
    const above = sorted[index - 1];
    const tied = above !== undefined && compare(above.total, total) === 0;
    ranked.push({ ...row, rank: tied ? (ranked[index - 1]?.rank ?? 1) : index + 1 });
  }
  return ranked;
}

/** A reader's own rows with the size of the field, for who may not see the whole standing; other people's rows stay out. */
export function ownPlaces<Row>(
  ranked: readonly Ranked<Row>[],
  isOwn: (row: Row) => boolean,
): { readonly rows: readonly Ranked<Row>[]; readonly of: number } {
  return { rows: ranked.filter((row) => isOwn(row)), of: ranked.length };
}

function compareNames(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
