import type { BookChanges } from "./found-changes.ts";

/** What goes with the book when another one takes its place: changes that are not in the outbox, and rows of the officer's own. */
export function unsentOf({ changes, newRows }: Pick<BookChanges, "changes" | "newRows">): readonly string[] {
  const unsent = changes.filter(({ waiting }) => waiting !== true).map(({ key, value }) => [key, value]);
  return [...unsent, ...newRows.map(({ place, values }) => [place, values])].map((one) => JSON.stringify(one));
}
