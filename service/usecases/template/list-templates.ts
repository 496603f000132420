import { ok, type Result } from "#core/kernel/result.ts";
import type { LedgerLevel, TemplateBody } from "#core/ledger/template/template.ts";
import type { AnyRefusal } from "#core/protocol/refusal.ts";
import type { TemplateListed } from "#core/protocol/templates.ts";
import type { LedgerRecord, TemplateVersionRecord } from "#service/ports/records.ts";
import type { StoreReads } from "#service/ports/store.ts";
import type { Caller } from "../caller.ts";
import { ownLedgerFilter } from "../ledger/ledger-relations.ts";
import { ledgerOwnerFor } from "../ledger/ledger-owner.ts";
import type { Services } from "../services.ts";

export interface TemplateSearch {
  readonly search: string;
  readonly year?: number | undefined;
  readonly level?: LedgerLevel | undefined;
}

/** What can be copied (L2): the newest published version per lineage and year. Publishers see every version and their drafts. */
export async function listTemplates(
  { store }: Pick<Services, "store">,
  caller: Caller,
  { search, year, level }: TemplateSearch,
): Promise<Result<readonly TemplateListed[], AnyRefusal>> {
  const publisher = caller.scope.organisationDepartment;
  return await store.read(async (tx) => {
    const filter = { search, ...(year === undefined ? {} : { year }), ...(level === undefined ? {} : { level }) };
    const versions = await tx.templates.list({ ...filter, drafts: publisher });
    const shown = publisher ? versions : newestPerYear(versions);
    const own = await ownLedgers(tx, caller);
    return ok(shown.map((version) => listed(version, caller, own)));
  });
}

function newestPerYear(versions: readonly TemplateVersionRecord[]): readonly TemplateVersionRecord[] {
  const newest = new Map<string, TemplateVersionRecord>();
  for (const version of versions) {
    const key = `${version.templateId} ${version.body.year}`;
    if (version.version > (newest.get(key)?.version ?? -1)) newest.set(key, version);
  }
  return versions.filter((version) => newest.get(`${version.templateId} ${version.body.year}`) === version);
}

const MOST_OWN = 500;

async function ownLedgers(tx: StoreReads, caller: Caller): Promise<readonly LedgerRecord[]> {
  return await tx.ledgers.list({ visible: ownLedgerFilter(caller.scope), includeVoided: false, most: MOST_OWN });
}

function listed(version: TemplateVersionRecord, caller: Caller, own: readonly LedgerRecord[]): TemplateListed {
  const { id, templateId, state, body } = version;
  const ledger = own.find((candidate) => candidate.templateId === templateId && candidate.year === body.year);
  const owner = state === "published" && caller.actor.permission === "read-write" && ledgerOwnerFor(caller, body.level);
  return {
    versionId: id,
    templateId,
    version: version.version,
    state,
    name: body.name,
    year: body.year,
    level: body.level,
    items: itemCount(body),
    base: body.policy.base,
    mayCopy: Boolean(owner) && !ledger,
    ownLedgerId: ledger?.id ?? null,
  };
}

export function itemCount(body: TemplateBody): number {
  return body.sections.reduce((count, section) => count + section.items.length, 0);
}
