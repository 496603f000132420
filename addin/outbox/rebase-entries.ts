import type { Outcome } from "#core/protocol/push.ts";
import { isSender, statusOf, type OutboxEntry } from "./outbox-entry.ts";
import { isSameField } from "./outbox-state.ts";

/**
 * Later pushes of the same officer for the same fields were typed over what was just accepted: that is their base now. Only
 * before their first try: afterwards their body is what the service knows their key by.
 */
export function rebaseEntries(
  entries: readonly OutboxEntry[],
  answered: OutboxEntry,
  outcomes: readonly Outcome[],
): readonly OutboxEntry[] {
  const at = entries.findIndex(({ key }) => key === answered.key);
  return entries.map((entry, index) => {
    const isLater = index > at && entry.tries === 0 && statusOf(entry) === "waiting";
    return isLater && isSender(entry, answered) ? rebased(entry, answered, outcomes) : entry;
  });
}

function rebased(entry: OutboxEntry, answered: OutboxEntry, outcomes: readonly Outcome[]): OutboxEntry {
  const edits = entry.edits.map((edit) => {
    const outcome = outcomes[answered.edits.findIndex((earlier) => isSameField(earlier, edit))];
    const isTaken = outcome?.result === "accepted" || outcome?.result === "unchanged";
    return isTaken && outcome.revision > edit.baseRevision ? { ...edit, baseRevision: outcome.revision } : edit;
  });
  return { ...entry, edits, version: entry.version + 1 };
}
