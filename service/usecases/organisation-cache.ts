import type { Actor } from "#core/access/actor.ts";
import type { LedgerScope } from "#core/access/scope.ts";
import { scopeOf } from "#core/access/scope-of.ts";
import type { Day } from "#core/kernel/instant.ts";
import { buildOrganisation } from "#core/organisation/build-organisation.ts";
import type { Organisation } from "#core/organisation/organisation.ts";
import type { OrganisationReads } from "#service/ports/organisation.ts";

/**
 * Tree and scopes change seldom and every request needs them. Whoever asks has read the revision in his own
 * transaction, so a cached tree is never older than the records beside it.
 */
export interface OrganisationCache {
  organisationOn(reads: OrganisationReads, day: Day): Promise<Organisation>;
  scopeOf(actor: Actor, organisation: Organisation): LedgerScope;
}

const MOST_SCOPES = 1_000;

export function createOrganisationCache(): OrganisationCache {
  const scopes = new WeakMap<Organisation, Map<string, LedgerScope>>();
  let latest: { readonly key: string; readonly organisation: Organisation } | undefined;
  return {
    async organisationOn(reads, day) {
      const key = `${await reads.revision()} ${day}`;
      if (latest?.key === key) return latest.organisation;
      const organisation = await loadOrganisation(reads, day);
      latest = { key, organisation };
      return organisation;
    },
    scopeOf(actor, organisation) {
      const kept = scopes.get(organisation) ?? new Map<string, LedgerScope>();
      const key = JSON.stringify(actor);
      const scope = kept.get(key) ?? scopeOf(actor, organisation);
      if (kept.size >= MOST_SCOPES) kept.clear();
      kept.set(key, scope);
      scopes.set(organisation, kept);
      return scope;
    },
  };
}

/** @throws when the stored tree is inconsistent: nothing saves such a tree. */
async function loadOrganisation(reads: OrganisationReads, day: Day): Promise<Organisation> {
  const built = buildOrganisation(await reads.units(), await reads.posts(day), day);
  if (!built.ok) throw new Error(`the stored organisation is inconsistent: ${JSON.stringify(built.refusal.problems)}`);
  return built.value;
}
