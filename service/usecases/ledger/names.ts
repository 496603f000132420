import type { AccountId, PersonId, UnitId } from "#core/kernel/ids.ts";
import type { Organisation } from "#core/organisation/organisation.ts";
import type { LedgerRecord } from "#service/ports/records.ts";
import type { StoreReads } from "#service/ports/store.ts";

/** Who did something: a person by his name, a unit's account by its unit and holder (A6). */
export interface Doer {
  readonly accountId: AccountId;
  readonly personId: PersonId | null;
}

export type NameOf = (doer: Doer) => string;

/** Names of everybody in one query each for persons and for accounts without a person. */
export async function namesOf(tx: StoreReads, organisation: Organisation, doers: readonly Doer[]): Promise<NameOf> {
  const personIds = new Set(doers.flatMap(({ personId }) => (personId === null ? [] : [personId])));
  const accountIds = new Set(doers.flatMap(({ personId, accountId }) => (personId === null ? [accountId] : [])));
  const persons = personIds.size === 0 ? [] : await tx.organisation.namesOf([...personIds]);
  const accounts = accountIds.size === 0 ? [] : await tx.accounts.byIds([...accountIds]);
  const names = new Map<string, string>(persons);
  for (const { id, unitId, holder } of accounts)
    names.set(id, `${unitShortName(organisation, unitId)} ${holder}`.trim());
  return ({ personId, accountId }) => names.get(personId ?? accountId) ?? "";
}

function unitShortName(organisation: Organisation, unitId: UnitId | null): string {
  return unitId === null ? "" : (organisation.units.get(unitId)?.shortName ?? "");
}

export type OwnedLedger = Pick<LedgerRecord, "ownerKind" | "unitId" | "personId">;

/** 责任人 of each ledger: the member, or whoever holds the unit's secretary post now (L4); the unit where the post is vacant. */
export async function ownerNamesOf(
  tx: StoreReads,
  organisation: Organisation,
  ledgers: readonly OwnedLedger[],
): Promise<(ledger: OwnedLedger) => string> {
  const responsible = (ledger: OwnedLedger) => responsibleFor(organisation, ledger);
  const personIds = new Set(ledgers.flatMap(responsible));
  const names = new Map(personIds.size === 0 ? [] : await tx.organisation.namesOf([...personIds]));
  return (ledger) => {
    const found = responsible(ledger).flatMap((id) => names.get(id) ?? []);
    return found.length > 0 ? found.join("、") : (organisation.units.get(ledger.unitId)?.name ?? "");
  };
}

/** The persons who own it now; by them pairs are found and a person's own place in a standing. */
export function responsibleFor(
  organisation: Organisation,
  { ownerKind, unitId, personId }: OwnedLedger,
): readonly PersonId[] {
  if (ownerKind === "member") return personId === null ? [] : [personId];
  const posts = organisation.postsOfUnit.get(unitId) ?? [];
  return [...new Set(posts.filter((post) => post.kind === "secretary").map((post) => post.personId))];
}
