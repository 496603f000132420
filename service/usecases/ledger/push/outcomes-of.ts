import type { Outcome } from "#core/protocol/push.ts";
import type { HistoryRecord } from "#service/ports/records.ts";
import type { StoreReads } from "#service/ports/store.ts";
import type { DecidedEdit } from "./decide-edits.ts";
import { isWrite, type FieldAddress } from "./decided-edit.ts";
import { revisionOf } from "./history-of.ts";

/** One outcome per edit, in the order of the edits; conflicts say who changed the field, and when. */
export async function outcomesOf(tx: StoreReads, decided: readonly DecidedEdit[]): Promise<readonly Outcome[]> {
  const conflicts = decided.flatMap(({ decision }) => (decision.kind === "conflict" ? [decision.change.record] : []));
  const latest = conflicts.length === 0 ? [] : await tx.ledgers.latestHistory([...new Set(conflicts)]);
  const byField = new Map(latest.map((row) => [addressText(row), row]));
  return decided.map((edit) => outcomeOf(edit, byField));
}

function outcomeOf({ decision }: DecidedEdit, latest: ReadonlyMap<string, HistoryRecord>): Outcome {
  if (isWrite(decision)) return { result: "accepted", revision: revisionOf(decision) };
  switch (decision.kind) {
    case "unchanged":
      return { result: "unchanged", revision: decision.revision };
    case "refused":
      return { result: "refused", refusal: decision.refusal };
    case "conflict": {
      const { theirs, revision, change } = decision;
      const { who = "", at = "" } = latest.get(addressText(change)) ?? {};
      return { result: "conflict", theirs, revision, who, at };
    }
  }
}

function addressText({ record, field }: FieldAddress): string {
  return `${record} ${field}`;
}
