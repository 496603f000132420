import { readableLedgers } from "#core/access/ledger-filter.ts";
import { ok, type Result } from "#core/kernel/result.ts";
import { ancestorsOf, subtreeOf } from "#core/organisation/tree.ts";
import type { StandingChoices } from "#core/protocol/standings.ts";
import type { AnyRefusal } from "#core/protocol/refusal.ts";
import type { Caller } from "../caller.ts";
import { actingUnitOf, isVisible } from "../ledger/window/window-access.ts";
import type { Services } from "../services.ts";

/** What this reader can ask a standing for: years he reads ledgers of, published lineages, his units and those above. */
export async function listStandingChoices(
  { store }: Pick<Services, "store">,
  caller: Caller,
): Promise<Result<StandingChoices, AnyRefusal>> {
  return await store.read(async (tx) => {
    const versions = await tx.templates.list({ search: "", drafts: false });
    const lineages = new Map(versions.map((version) => [`${version.templateId} ${version.body.year}`, version]));
    const templates = [...lineages.values()].map(({ templateId, body: { name, year, level } }) => ({
      templateId,
      name,
      year,
      level,
    }));
    return ok({ years: await tx.ledgers.years(readableLedgers(caller.scope)), templates, scopes: scopesOf(caller) });
  });
}

function scopesOf(caller: Caller): StandingChoices["scopes"] {
  const own = actingUnitOf(caller);
  if (own === null) return [];
  const { organisation } = caller;
  const below = subtreeOf(organisation, own).filter((unitId) => unitId === own || isVisible(caller, unitId));
  const scopes = [...ancestorsOf(organisation, own).toReversed(), ...below];
  return scopes.flatMap((unitId) => {
    const unit = organisation.units.get(unitId);
    return unit && unit.kind !== "party-group" ? [{ unitId, name: unit.name }] : [];
  });
}
