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
  const entries = all.filter(isChange).map(({ record, action }) => ({ ...namedIn(record), action }));
  if (entries.some(({ kind }) => !COUNTED.has(kind) && !ELSEWHERE.has(kind))) return null;
  const idsOf = (wanted: string): readonly string[] => [
    ...new Set(entries.flatMap(({ kind, id }) => (kind === wanted ? [id] : []))),
  ];
  const letters: Transfer[] = [];
  for (const id of idsOf("transfer")) letters.push(...nonEmpty(await tx.procedures.transfer(id)));
  const people = [...idsOf("person").map((id) => toId<PersonId>(id)), ...letters.map(({ personId }) => personId)];
  for (const id of idsOf("import")) {
    const imported = await peopleOfImport(tx, id);
    if (!imported) return null;
    people.push(...imported);
  }
  return {
    people: new Set(people),
    letters,
    dues: entries.some(({ action }) => action === "pay-dues"),
    units: idsOf("unit").length > 0,
  };
}

const COUNTED: ReadonlySet<string> = new Set(["import", "person", "transfer", "unit"]);

function namedIn(record: string): { readonly kind: string; readonly id: string } {
  const [kind = "", id = ""] = record.split(":", 2);
  return { kind, id };
}

/** null: too many. */
async function peopleOfImport(tx: StoreReads, id: string): Promise<readonly PersonId[] | null> {
  const rows = await tx.staging.importRows(id, { most: MOST_CHANGES + 1 });
  return rows.length > MOST_CHANGES ? null : rows.flatMap(({ personId }) => personId ?? []);
}

function isChange({ outcome, action }: StoredAuditEntry): boolean {
  return outcome === "done" && !READING.has(action);
}

function nonEmpty<Value>(value: Value | undefined): readonly Value[] {
  return value === undefined ? [] : [value];
}
