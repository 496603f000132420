import { toId, type PersonId } from "#core/kernel/ids.ts";
import type { Transfer } from "#core/people/transfer/transfer.ts";
import type { StoredAuditEntry } from "#service/ports/audit.ts";
import type { StoreReads } from "#service/ports/store.ts";

/** More than that are counted as fast from scratch. */
const MOST_CHANGES = 20_000;

/** Of these no report counts anything. */
const ELSEWHERE: ReadonlySet<string> = new Set([
  ...["account", "account-request", "audit", "ledger", "plan", "question", "report", "standing", "store", "template"],
  "window",
]);

/** Looked at, not changed. */
const READING: ReadonlySet<string> = new Set(["reveal", "search", "export", "print-letter", "explain"]);

export interface ChangesSince {
  readonly people: ReadonlySet<PersonId>;
  readonly letters: readonly Transfer[];
  readonly dues: boolean;
  readonly units: boolean;
}

/** What a report may count otherwise since that change number, from the audit chain; null: too much to tell, or of another sort. */
export async function changesSince(tx: StoreReads, since: number, head: number): Promise<ChangesSince | null> {
  if (head < since || head - since > MOST_CHANGES) return null;
  const all = head === since ? [] : await tx.audit.entries({ from: head, most: head - since });
  const entries = all.filter(isChange);
  const people = new Set<PersonId>();
  const letters: Transfer[] = [];
  let [dues, units] = [false, false];
  for (const { record, action } of entries) {
    const [kind = "", id = ""] = record.split(":", 2);
    if (kind === "person") people.add(toId(id));
    else if (kind === "unit") units = true;
    else if (kind === "transfer") letters.push(...nonEmpty(await tx.procedures.transfer(id)));
    else if (!ELSEWHERE.has(kind)) return null;
    dues ||= action === "pay-dues";
  }
  for (const { personId } of letters) people.add(personId);
  return { people, letters, dues, units };
}

function isChange({ outcome, action }: StoredAuditEntry): boolean {
  return outcome === "done" && !READING.has(action);
}

function nonEmpty<Value>(value: Value | undefined): readonly Value[] {
  return value === undefined ? [] : [value];
}
