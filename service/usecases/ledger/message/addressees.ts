import type { PersonId, UnitId } from "#core/kernel/ids.ts";
import type { Organisation } from "#core/organisation/organisation.ts";
import { LEADING_POSTS, type PostKind } from "#core/organisation/post.ts";
import type { LedgerRecord, NoticeRecord } from "#service/ports/records.ts";
import type { StoreReads } from "#service/ports/store.ts";
import type { Caller } from "#service/usecases/caller.ts";
import type { NewsSide } from "./item-news.ts";

export type Addressee = Pick<NoticeRecord, "personId" | "accountId">;

/** Turns sides into people: as of now, so that a successor hears of it (L4); the caller himself is left out. */
export async function addressees(
  tx: StoreReads,
  caller: Caller,
  ledger: LedgerRecord,
): Promise<(side: NewsSide) => readonly Addressee[]> {
  const { organisation } = caller;
  const self = caller.actor.kind === "person" ? caller.actor.personId : null;
  const owner = await owners(tx, organisation, ledger);
  const leaders = leadersOf(organisation, ledger).map(ofPerson);
  const others = (all: readonly Addressee[]) =>
    all.filter(
      ({ personId, accountId }) => (personId === null || personId !== self) && accountId !== caller.account.id,
    );
  return (side) => {
    if (side === "owner") return others(owner);
    return others(side === "leaders" ? leaders : [ofPerson(side.personId)]);
  };
}

async function owners(tx: StoreReads, organisation: Organisation, ledger: LedgerRecord): Promise<readonly Addressee[]> {
  if (ledger.ownerKind === "member") return ledger.personId === null ? [] : [ofPerson(ledger.personId)];
  const accounts = await tx.accounts.ofUnits([ledger.unitId]);
  const unitAccounts = accounts
    .filter((account) => account.kind === "unit")
    .map(({ id }) => ({ personId: null, accountId: id }));
  return [...holdersOf(organisation, ledger.unitId, ["secretary"]).map(ofPerson), ...unitAccounts];
}

/** L14.4: the leading posts of the parent unit, for a member those of his branch. */
export function leadersOf(
  organisation: Organisation,
  { ownerKind, unitId }: Pick<LedgerRecord, "ownerKind" | "unitId">,
): readonly PersonId[] {
  const leading = ownerKind === "member" ? unitId : (organisation.units.get(unitId)?.parentId ?? null);
  return leading === null ? [] : holdersOf(organisation, leading, LEADING_POSTS);
}

function holdersOf(organisation: Organisation, unitId: UnitId, kinds: readonly PostKind[]): readonly PersonId[] {
  const posts = organisation.postsOfUnit.get(unitId) ?? [];
  return [...new Set(posts.filter((post) => kinds.includes(post.kind)).map((post) => post.personId))];
}

function ofPerson(personId: PersonId): Addressee {
  return { personId, accountId: null };
}
