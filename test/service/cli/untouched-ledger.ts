import assert from "node:assert/strict";
import { toId, type LedgerId, type TemplateId } from "#core/kernel/ids.ts";
import { dayOf, toInstant } from "#core/kernel/instant.ts";
import type { ItemState } from "#core/ledger/handling/item-state.ts";
import { standingEntry } from "#core/ledger/scoring/standing-entry.ts";
import type { StoreReads } from "#service/ports/store.ts";
import { DEMO_YEAR } from "#test/environment/demo-copy.ts";

export interface Untouched {
  readonly ledger: LedgerId;
  readonly owner: string;
  readonly peer: string;
  readonly open: readonly string[];
}

/** The branch ledger with the most items that the owner may still score, its unit's account, and a secretary beside it. */
export async function untouchedLedger(tx: StoreReads): Promise<Untouched> {
  const units = await tx.organisation.units();
  const branches = units.filter(({ kind }) => kind === "branch");
  const ids = branches.map(({ id }) => id);
  const visible = { unitLedgersOf: ids, memberLedgersIn: [], memberLedgerOf: null, ledgerIds: [], templateIds: [] };
  const year = Number(DEMO_YEAR);
  const templateId = toId<TemplateId>("template-1");
  const candidates = [];
  for (const { id, unitId } of await tx.ledgers.list({ visible, year, templateId, includeVoided: false, most: 100 })) {
    const items = (await tx.ledgers.items(id)).filter(({ state }) => isUntouched(state));
    candidates.push({ ledger: id, unitId, open: items.map(({ state }) => state.key) });
  }
  const [best] = candidates.toSorted((a, b) => b.open.length - a.open.length);
  assert.ok(best && best.open.length >= 6, "the demo has no ledger with six open items");
  const parent = units.find(({ id }) => id === best.unitId)?.parentId;
  const sibling = branches.find(({ id, parentId }) => parentId === parent && id !== best.unitId);
  const posts = await tx.organisation.posts(dayOf(toInstant(Date.now())));
  const secretary = posts.find(({ unitId, kind }) => unitId === sibling?.id && kind === "secretary");
  const [owner] = await tx.accounts.ofUnits([best.unitId]);
  const [peer] = secretary ? await tx.accounts.ofPersons([secretary.personId]) : [];
  assert.ok(owner && peer);
  return { ledger: best.ledger, open: best.open, owner: owner.name, peer: peer.name };
}

/** Full marks by evidence, as it stands on the day of its upload. */
function isUntouched(state: ItemState): boolean {
  return state.evidence > 0 && standingEntry(state)?.status === "own" && standingEntry(state)?.score !== null;
}
