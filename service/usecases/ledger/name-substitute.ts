/**
 * Where nobody is left to rate in a class, because rights are counted per person, the superior may name a substitute (L14.8),
 * who must not own the ledger himself. Only while the class is really without a rater.
 */
import type { LedgerId, PersonId } from "#core/kernel/ids.ts";
import { ok, refuse, type Result } from "#core/kernel/result.ts";
import type { Organisation } from "#core/organisation/organisation.ts";
import { siblingsOfSameKind } from "#core/organisation/tree.ts";
import { checkReason } from "#core/ledger/item-rules/check-reason.ts";
import type { AnyRefusal } from "#core/protocol/refusal.ts";
import type { LedgerRecord } from "#service/ports/records.ts";
import { auditEntry } from "../audit-entry.ts";
import type { Caller } from "../caller.ts";
import type { Services } from "../services.ts";
import { leadersOf } from "./message/addressees.ts";
import { responsibleFor } from "./names.ts";
import { permitInStage } from "./action-refusal.ts";

export interface NamedSubstitute {
  readonly ledgerId: LedgerId;
  readonly raterClass: "peer" | "leader";
  readonly personId: PersonId;
  readonly reason: string;
}

type Named = Result<null, AnyRefusal>;

export async function nameSubstitute(
  { store }: Pick<Services, "store">,
  caller: Caller,
  named: NamedSubstitute,
): Promise<Named> {
  return await store.write(async (tx): Promise<Named> => {
    const permitted = await permitInStage(tx, caller, { ledgerId: named.ledgerId, action: "name-substitute" });
    if (!permitted.ok) return permitted;
    const { ledger } = permitted.value;
    const reasonRefusal = checkReason(named.reason);
    if (reasonRefusal) return refuse(reasonRefusal);
    const person = await tx.organisation.person(named.personId);
    if (!person) return refuse({ code: "not-found" });
    const owners = responsibleFor(caller.organisation, ledger);
    const stillRated = ratersOf(caller.organisation, ledger, named.raterClass).some((id) => !owners.includes(id));
    if (owners.includes(named.personId) || stillRated) return refuse({ code: "forbidden", action: "name-substitute" });
    await tx.ledgers.saveSubstitute(named);
    const fields = [{ field: named.raterClass, old: null, new: person.name }];
    tx.record(
      auditEntry(caller, { action: "name-substitute", record: `ledger:${ledger.id}`, why: named.reason, fields }),
    );
    return ok(null);
  });
}

/** Who would rate by the tree (L14.2, L14.4, L14.5). */
function ratersOf(
  organisation: Organisation,
  ledger: LedgerRecord,
  raterClass: "peer" | "leader",
): readonly PersonId[] {
  if (raterClass === "leader") return leadersOf(organisation, ledger);
  const units = ledger.ownerKind === "member" ? [ledger.unitId] : siblingsOfSameKind(organisation, ledger.unitId);
  const kind = ledger.ownerKind === "member" ? "member" : "secretary";
  const posts = units.flatMap((unitId) => organisation.postsOfUnit.get(unitId) ?? []);
  return posts.filter((post) => post.kind === kind).map((post) => post.personId);
}
