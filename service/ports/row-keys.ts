import type { RatingRecord, WordingRecord } from "./records.ts";

/** How `saveWordings` and `saveRatings` name the rows of one ledger that they wrote. */
export function wordingKey(row: Pick<WordingRecord, "item" | "column">): string {
  return `${row.item}/${row.column}`;
}

export function ratingKey(row: Pick<RatingRecord, "item" | "raterClass" | "raterKey">): string {
  return `${row.item}/${row.raterClass}/${row.raterKey}`;
}
