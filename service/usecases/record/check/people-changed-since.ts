import { toId, type PersonId } from "#core/kernel/ids.ts";
import type { StoredAuditEntry } from "#service/ports/audit.ts";
import type { StoreReads } from "#service/ports/store.ts";

/** More than that are checked as fast from scratch. */
const MOST_CHANGES = 2_000;

/** Of these nothing is read by any check of a person; what units' checks read is loaded each time. */
const ELSEWHERE: ReadonlySet<string> = new Set([
  ...["account", "account-request", "audit", "ledger", "plan", "question", "report", "standing", "template"],
  ...["unit", "window"],
]);

/** Looked at, not changed. */
const READING: ReadonlySet<string> = new Set(["reveal", "search", "export", "print-letter"]);

export interface PeopleChanged {
  readonly people: ReadonlySet<PersonId>;
  /** Whose dues were paid: where it was the first payment of all, the book of that unit began. */
  readonly payers: ReadonlySet<PersonId>;
}

/** Whose findings may differ since that change number, from the audit chain; null: too many to tell, or a change of another sort. */
export async function peopleChangedSince(tx: StoreReads, since: number, head: number): Promise<PeopleChanged | null> {
  if (head < since || head - since > MOST_CHANGES) return null;
  const entries = head === since ? [] : await tx.audit.entries({ from: head, most: head - since });
  const people = new Set<PersonId>();
  const payers = new Set<PersonId>();
  for (const entry of entries.filter(isChange)) {
    const named = await peopleIn(tx, entry.record);
    if (!named) return null;
    for (const id of named) {
      people.add(id);
      if (entry.action === "pay-dues") payers.add(id);
    }
  }
  return { people, payers };
}

function isChange({ outcome, action }: StoredAuditEntry): boolean {
  return outcome === "done" && !READING.has(action);
}

/** Whose checks read that record; null: nobody can tell. */
async function peopleIn(tx: StoreReads, record: string): Promise<readonly PersonId[] | null> {
  const [kind = "", id = ""] = record.split(":", 2);
  if (kind === "person") return [toId(id)];
  if (kind !== "transfer") return ELSEWHERE.has(kind) ? [] : null;
  const letter = await tx.procedures.transfer(id);
  return letter ? [letter.personId] : [];
}
