import { toId, type LedgerId, type PersonId, type PostId, type UnitId } from "#core/kernel/ids.ts";
import type { Day } from "#core/kernel/instant.ts";
import type { Post } from "#core/organisation/post.ts";
import type { Unit, UnitKind } from "#core/organisation/unit.ts";
import type { Store } from "#service/ports/store.ts";
import { aLedgerRecord, anAccountRecord, aPersonRecord, aTemplateVersionRecord } from "./records.ts";

export function aUnitRecord(id: string, kind: UnitKind, parent: string | null): Unit {
  const parentId = parent === null ? null : toId<UnitId>(parent);
  return { id: toId<UnitId>(id), code: id, name: `单位 ${id}`, shortName: id, kind, parentId, position: 0 };
}

export function aPostRecord(given: Partial<Post> = {}): Post {
  return {
    id: toId<PostId>("pos_1"),
    personId: toId<PersonId>("per_1"),
    unitId: toId<UnitId>("unit_b1"),
    kind: "secretary",
    from: "2025-01-01" as Day,
    until: null,
    ...given,
  };
}

/** A committee with a general branch and two branches, two people, an account, a template, and ledger led_1 of unit_b1. */
export async function saveSmallWorld(store: Store): Promise<void> {
  await store.write(async (tx) => {
    await tx.organisation.saveUnits([
      aUnitRecord("unit_root", "committee", null),
      aUnitRecord("unit_g1", "general-branch", "unit_root"),
      aUnitRecord("unit_b1", "branch", "unit_g1"),
      aUnitRecord("unit_b2", "branch", "unit_g1"),
    ]);
    await tx.organisation.savePersons([
      aPersonRecord(),
      aPersonRecord({ id: toId<PersonId>("per_2"), name: "赵敏", phone: "13912345678" }),
    ]);
    await tx.organisation.savePosts([aPostRecord()]);
    await tx.accounts.saveAccounts([anAccountRecord()]);
    await tx.templates.insertVersion(aTemplateVersionRecord());
    await tx.ledgers.insertLedger(aLedgerRecord());
  });
}

export function ledgerId(id: string): LedgerId {
  return toId<LedgerId>(id);
}
