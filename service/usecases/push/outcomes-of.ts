import type { Outcome } from "#core/protocol/push.ts";
import type { AnyRefusal } from "#core/protocol/refusal.ts";
import type { HistoryRecord } from "#service/ports/records.ts";
import type { StoreReads } from "#service/ports/store.ts";

/** Where the history of a field is kept. */
export interface FieldAddress {
  readonly record: string;
  readonly field: string;
}

/** What became of one edit, whatever it edits. */
export type EditResult =
  | { readonly kind: "accepted"; readonly revision: number }
  | { readonly kind: "unchanged"; readonly revision: number }
  | { readonly kind: "refused"; readonly refusal: AnyRefusal }
  | {
      readonly kind: "conflict";
      /** As people read it. */
      readonly theirs: string | null;
      readonly revision: number;
      readonly change: FieldAddress;
    };

/** One outcome per edit, in the order of the edits; conflicts say who changed the field, and when. */
export async function outcomesOf(tx: StoreReads, results: readonly EditResult[]): Promise<readonly Outcome[]> {
  const conflicts = results.flatMap((result) => (result.kind === "conflict" ? [result.change.record] : []));
  const latest = conflicts.length === 0 ? [] : await tx.ledgers.latestHistory([...new Set(conflicts)]);
  const byField = new Map(latest.map((row) => [addressText(row), row]));
  return results.map((result) => outcomeOf(result, byField));
}

function outcomeOf(result: EditResult, latest: ReadonlyMap<string, HistoryRecord>): Outcome {
  switch (result.kind) {
    case "accepted":
      return { result: "accepted", revision: result.revision };
    case "unchanged":
      return { result: "unchanged", revision: result.revision };
    case "refused":
      return { result: "refused", refusal: result.refusal };
    case "conflict": {
      const { theirs, revision, change } = result;
      const { who = "", at = "" } = latest.get(addressText(change)) ?? {};
      return { result: "conflict", theirs, revision, who, at };
    }
  }
}

function addressText({ record, field }: FieldAddress): string {
  return `${record} ${field}`;
}
