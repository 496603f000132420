/**
 * Writes what was decided, one statement per kind and ledger. A row whose revision moved in the meantime (another
 * transaction on PostgreSQL) is left alone by the store; its edit is judged again by the newer state, which makes it a conflict.
 */
import { groupBy } from "#core/kernel/group-by.ts";
import type { LedgerId } from "#core/kernel/ids.ts";
import { ratingKey, wordingKey } from "#service/ports/row-keys.ts";
import type { StoreWrites } from "#service/ports/store.ts";
import type { Caller } from "#service/usecases/caller.ts";
import { decideEdit, type DecidedEdit } from "./decide-edits.ts";
import { isWrite, refused, type EditDecision, type EditWrite } from "./decided-edit.ts";
import type { ParsedEdit } from "./parse-edit.ts";
import { loadTouchedLedger } from "./touched-ledger.ts";

export async function saveDecisions(
  tx: StoreWrites,
  caller: Caller,
  decided: readonly DecidedEdit[],
): Promise<readonly DecidedEdit[]> {
  const writes = decided.flatMap(({ index, decision, parsed }) =>
    isWrite(decision) && parsed ? [{ index, write: decision, parsed }] : [],
  );
  const lost = new Map<number, EditDecision>();
  for (const [ledgerId, ofLedger] of groupBy(writes, ({ parsed }) => parsed.ledgerId)) {
    const missed = await saveOfLedger(tx, ofLedger);
    for (const [index, decision] of await judgeAgain(tx, caller, { ledgerId, missed })) lost.set(index, decision);
  }
  return lost.size === 0
    ? decided
    : decided.map((edit) => ({ ...edit, decision: lost.get(edit.index) ?? edit.decision }));
}

interface IndexedWrite {
  readonly index: number;
  readonly write: EditWrite;
  readonly parsed: ParsedEdit;
}

/** @returns the writes that came too late. */
async function saveOfLedger(tx: StoreWrites, writes: readonly IndexedWrite[]): Promise<readonly IndexedWrite[]> {
  const items = writes.flatMap(({ write }) => (write.kind === "item" ? [write.row] : []));
  const wordings = writes.flatMap(({ write }) => (write.kind === "wording" ? [write.row] : []));
  const ratings = writes.flatMap(({ write }) => (write.kind === "rating" ? [write.row] : []));
  const names = writes.flatMap(({ write }) => (write.kind === "name" ? [write.row] : []));
  const savedItems: ReadonlySet<string> = items.length === 0 ? NONE : await tx.ledgers.saveItems(items);
  const savedWordings = wordings.length === 0 ? NONE : await tx.ledgers.saveWordings(wordings);
  const savedRatings = ratings.length === 0 ? NONE : await tx.ledgers.saveRatings(ratings);
  let named = true;
  for (const row of names) named = await tx.ledgers.updateLedger(row, row.nameRevision - 1);
  return writes.filter(({ write }) => !isSaved(write));

  function isSaved(write: EditWrite): boolean {
    switch (write.kind) {
      case "item":
        return savedItems.has(write.row.state.key);
      case "wording":
        return savedWordings.has(wordingKey(write.row));
      case "rating":
        return savedRatings.has(ratingKey(write.row));
      case "name":
        return named;
    }
  }
}

const NONE: ReadonlySet<string> = new Set<string>();

interface Missed {
  readonly ledgerId: LedgerId;
  readonly missed: readonly IndexedWrite[];
}

async function judgeAgain(
  tx: StoreWrites,
  caller: Caller,
  { ledgerId, missed }: Missed,
): Promise<readonly (readonly [number, EditDecision])[]> {
  if (missed.length === 0) return [];
  const touched = await loadTouchedLedger(tx, caller, { ledgerId, edits: missed.map(({ parsed }) => parsed) });
  return missed.map(({ index, parsed }) => {
    const decision = touched ? decideEdit(caller, touched, parsed) : refused({ code: "not-found" });
    return [index, isWrite(decision) ? refused({ code: "changed-meanwhile" }) : decision];
  });
}
