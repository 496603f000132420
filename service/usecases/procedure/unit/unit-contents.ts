import { dayOf, type Day } from "#core/kernel/instant.ts";
import type { UnitId } from "#core/kernel/ids.ts";
import { OPEN_STATES, type Transfer } from "#core/people/transfer/transfer.ts";
import type { UnitContents } from "#core/people/unit-changes/decide-unit-change.ts";
import type { LedgerRecord } from "#service/ports/records.ts";
import type { StoreReads, StoreWrites } from "#service/ports/store.ts";
import type { Caller } from "#service/usecases/caller.ts";

const MOST = 100_000;

/** What hangs on a unit: whether it may be revoked or deleted (M18). */
export async function contentsOf(tx: StoreReads, caller: Caller, unitId: UnitId): Promise<UnitContents> {
  const on = dayOf(caller.at);
  const members = await tx.people.versionsInUnits({ units: [unitId], on, kinds: ["member", "applicant"] });
  const letters = await lettersOf(tx, unitId);
  const posts = (await tx.organisation.posts(on)).filter((post) => post.unitId === unitId && post.kind !== "member");
  return {
    members: members.size,
    units: caller.organisation.childrenOf.get(unitId)?.length ?? 0,
    transfers: letters.length,
    ledgers: (await ledgersOf(tx, unitId)).length,
    accounts: (await tx.accounts.ofUnits([unitId])).length,
    posts: posts.length + (await tx.people.everInUnits([unitId])).length - members.size,
    plans: (await tx.procedures.plans({ units: [unitId] })).length,
  };
}

/** The unit's own ledgers and those of its members. */
export async function ledgersOf(tx: StoreReads, unitId: UnitId): Promise<readonly LedgerRecord[]> {
  const visible = {
    ...{ unitLedgersOf: [unitId], memberLedgersIn: [unitId] },
    ...{ memberLedgerOf: null, ledgerIds: [], templateIds: [] },
  };
  return await tx.ledgers.list({ visible, unitIds: [unitId], includeVoided: true, most: MOST });
}

/** Letters from or to the unit that are not settled yet. */
export async function lettersOf(tx: StoreReads, unitId: UnitId): Promise<readonly Transfer[]> {
  const states = ["asked", ...OPEN_STATES] as const;
  return await tx.procedures.transfers({ units: [unitId], side: "both", states, most: MOST });
}

/** Offices in a unit end with it; memberships are the people's own business. */
export async function endPosts(
  tx: StoreWrites,
  { unitId, on, today }: { readonly unitId: UnitId; readonly on: Day; readonly today: Day },
): Promise<void> {
  const posts = (await tx.organisation.posts(today)).filter((post) => post.unitId === unitId && post.kind !== "member");
  await tx.organisation.savePosts(posts.map((post) => ({ ...post, until: post.from > on ? post.from : on })));
}
