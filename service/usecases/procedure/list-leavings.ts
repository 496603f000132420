import { dayOf, type Day } from "#core/kernel/instant.ts";
import { toId, type UnitId } from "#core/kernel/ids.ts";
import { ok, refuse, type Result } from "#core/kernel/result.ts";
import { subtreeOf } from "#core/organisation/tree.ts";
import { maskIdNumber } from "#core/people/field/mask.ts";
import { answeringUnits } from "#core/people/person/answering-units.ts";
import { hasLeft } from "#core/people/procedure/reached-stage.ts";
import { inForceOn } from "#core/people/transfer/transfer-rules.ts";
import type { Leavings, LeftPerson } from "#core/protocol/records/procedure-lists.ts";
import type { AnyRefusal } from "#core/protocol/refusal.ts";
import type { Caller } from "../caller.ts";
import type { ProcedureServices } from "./act-on-people.ts";
import { codeChoices } from "./code-choices.ts";
import { labelOf } from "./label-of.ts";
import { unitName } from "./unit/units-of-procedures.ts";

/** Group of the list "leave-kind". */
const LEFT_THE_PARTY = "出党";

/** Who left from a unit and below it, and can be restored; the kinds of both (M1b). */
export async function listLeavings(
  { store, catalogue, procedureRules }: ProcedureServices,
  { organisation, scope, at }: Caller,
  { unit }: { readonly unit: string },
): Promise<Result<Leavings, AnyRefusal>> {
  const units = subtreeOf(organisation, toId<UnitId>(unit)).filter((id) => scope.records.read.has(id));
  if (units.length === 0) return refuse({ code: "not-found" });
  const today = dayOf(at);
  const known = new Set(units);
  const { transferred, wholeUnit } = inForceOn(procedureRules.transfer, today).leftKinds;
  const people = await store.read((tx) => tx.people.everInUnits(units));
  const left = people.flatMap((person): readonly LeftPerson[] => {
    const [keeper] = answeringUnits(person, today);
    if (keeper === undefined || !known.has(keeper) || !hasLeft(person, today)) return [];
    const { name = "", idNumber = "", leftOn = "", leftKind, leaveAuthority = "" } = person.facts;
    return [
      {
        ...{ personId: person.id, name, idNumber: maskIdNumber(idNumber), authority: leaveAuthority },
        ...{ unitName: unitName({ organisation }, keeper), leftOn: leftOn as Day },
        kind: labelOf(catalogue, "leave-kind", leftKind),
      },
    ];
  });
  return ok({
    left: left.toSorted((a, b) => (a.leftOn > b.leftOn ? -1 : a.leftOn < b.leftOn ? 1 : 0)),
    leaveKinds: codeChoices(catalogue, "leave-kind").filter(({ code }) => code !== transferred && code !== wholeUnit),
    grounds: codeChoices(catalogue, "leave-ground"),
    groundedKinds: [...(catalogue.codeList("leave-kind").byGroup.get(LEFT_THE_PARTY) ?? [])],
    restoreKinds: codeChoices(catalogue, "restore-kind"),
  });
}
