import { useState } from "react";
import type { NewRow } from "#core/sheet/roster/new-rows.ts";

export interface OwnRows {
  /** Those of whom nobody was made: they stand in the sheet alone. */
  readonly left: readonly NewRow[];
  readonly onMade: (row: NewRow) => void;
}

/** Rows that the officer wrote below a roster. One of whom a person was made stays there until the roster is drawn anew. */
export function useOwnRows(newRows: readonly NewRow[]): OwnRows {
  const [made, setMade] = useState<ReadonlySet<string>>(new Set());
  return {
    left: newRows.filter((row) => !made.has(nameOf(row))),
    onMade: (row) => setMade((all) => new Set(all).add(nameOf(row))),
  };
}

function nameOf({ place, values }: NewRow): string {
  return JSON.stringify([place, values]);
}
