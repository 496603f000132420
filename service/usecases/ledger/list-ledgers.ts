/**
 * The list of ledgers (L14.6): what is not readable is in no list, count, search or year. A relation narrows it to what the
 * caller fills, scores as a peer or leads; whatever he owns by another post is no peer's and no leader's (L14.8).
 */
import { readableLedgers, type LedgerFilter } from "#core/access/ledger-filter.ts";
import { toId, type TemplateId, type UnitId } from "#core/kernel/ids.ts";
import { ok, type Result } from "#core/kernel/result.ts";
import type { LedgerList, LedgerListQuery } from "#core/protocol/ledgers.ts";
import type { AnyRefusal } from "#core/protocol/refusal.ts";
import { subtreeOf } from "#core/organisation/tree.ts";
import type { LedgerQuery } from "#service/ports/ledgers.ts";
import type { StoreReads } from "#service/ports/store.ts";
import type { Caller } from "../caller.ts";
import type { Services } from "../services.ts";
import { ledLedgerFilter, ownLedgerFilter, peerLedgerFilter } from "./ledger-relations.ts";
import { describeLedgers } from "./list/describe-ledgers.ts";

export async function listLedgers(
  { store }: Pick<Services, "store">,
  caller: Caller,
  asked: LedgerListQuery,
): Promise<Result<LedgerList, AnyRefusal>> {
  const query = queryOf(caller, asked);
  return await store.read(async (tx) => {
    const excluded = await exclusionOf(tx, caller, { asked, query });
    // One more than asked for tells whether there is a next page; one more in case the own ledger falls out.
    const found = (await tx.ledgers.list({ ...query, most: asked.most + 2 })).filter(({ id }) => !excluded.ids.has(id));
    const page = found.slice(0, asked.most);
    return ok({
      ledgers: await describeLedgers(tx, caller, page),
      total: (await tx.ledgers.count(query)) - excluded.ids.size,
      years: await tx.ledgers.years(readableLedgers(caller.scope)),
      next: found.length > asked.most ? (page.at(-1)?.id ?? null) : null,
    });
  });
}

function queryOf(caller: Caller, asked: LedgerListQuery): LedgerQuery {
  const { year, level, templateId, unitId, search, after } = asked;
  return {
    visible: visibleBy(caller, asked.relation),
    includeVoided: asked.includeVoided,
    most: asked.most,
    ...(year === undefined ? {} : { year }),
    ...(level === undefined ? {} : { level }),
    ...(templateId === undefined ? {} : { templateId: toId<TemplateId>(templateId) }),
    ...(unitId === undefined ? {} : { unitIds: subtreeOf(caller.organisation, toId<UnitId>(unitId)) }),
    ...(search === undefined ? {} : { search }),
    ...(after === undefined ? {} : { after: toId(after) }),
  };
}

function visibleBy({ scope }: Caller, relation: LedgerListQuery["relation"]): LedgerFilter {
  switch (relation) {
    case "all":
      return readableLedgers(scope);
    case "own":
      return ownLedgerFilter(scope);
    case "peer":
      return peerLedgerFilter(scope);
    case "lead":
      return ledLedgerFilter(scope);
  }
}

interface Narrowed {
  readonly asked: LedgerListQuery;
  readonly query: LedgerQuery;
}

/** The caller's own ledgers among those that he would score: at most a few, one per template and year. */
async function exclusionOf(
  tx: StoreReads,
  { scope }: Caller,
  { asked, query }: Narrowed,
): Promise<{ readonly ids: ReadonlySet<string> }> {
  if (scope.person === null || asked.relation === "all" || asked.relation === "own") return { ids: new Set() };
  const { visible, after: _, ...rest } = query;
  const own = { ...visible, unitLedgersOf: [], memberLedgersIn: [], ledgerIds: [], memberLedgerOf: scope.person.id };
  const found = await tx.ledgers.list({ ...rest, visible: own, most: MOST_OWN });
  return { ids: new Set(found.filter(({ unitId }) => visible.memberLedgersIn.includes(unitId)).map(({ id }) => id)) };
}

const MOST_OWN = 100;
