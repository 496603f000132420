import { relationOf, type LedgerRelation } from "#core/access/relation.ts";
import { groupBy } from "#core/kernel/group-by.ts";
import type { TemplateVersionId } from "#core/kernel/ids.ts";
import type { ItemState } from "#core/ledger/handling/item-state.ts";
import { standingEntry } from "#core/ledger/scoring/standing-entry.ts";
import type { TemplateBody } from "#core/ledger/template/template.ts";
import type { LedgerListed } from "#core/protocol/ledgers.ts";
import type { LedgerRecord } from "#service/ports/records.ts";
import type { ScoreRow } from "#service/ports/ledgers.ts";
import type { StoreReads } from "#service/ports/store.ts";
import type { Caller } from "#service/usecases/caller.ts";
import { ownerNamesOf } from "../names.ts";
import { subjectOf } from "../subject-of.ts";
import { completeItems } from "./complete-items.ts";

/** Lines of the list, for a whole page with one query of each kind. */
export async function describeLedgers(
  tx: StoreReads,
  caller: Caller,
  ledgers: readonly LedgerRecord[],
): Promise<readonly LedgerListed[]> {
  if (ledgers.length === 0) return [];
  const ids = ledgers.map(({ id }) => id);
  const bodies = await templateBodies(tx, ledgers);
  const scores = groupBy(await tx.ledgers.scoresOf(ids), (row) => row.ledgerId);
  const challenged = groupBy(await tx.ledgers.challengedItems(ids), (row) => row.ledgerId);
  const ownerName = await ownerNamesOf(tx, caller.organisation, ledgers);
  return ledgers.map((ledger) => {
    const relation = relationOf(caller.scope, subjectOf(ledger));
    const states = (challenged.get(ledger.id) ?? []).map((item) => item.state);
    const { id, name, level, year, templateId, unitId, state } = ledger;
    return {
      ...{ id, name, level, year, templateId, unitId, state },
      ownerName: ownerName(ledger),
      unitName: caller.organisation.units.get(unitId)?.name ?? "",
      relation: relationWord(relation),
      ...figures(bodies.get(ledger.templateVersionId), scores.get(id) ?? []),
      waiting: state !== "open" ? 0 : states.filter((item) => waitsFor(relation, item)).length,
    };
  });
}

/** Bodies of the template versions behind these ledgers; a page has few of them. */
export async function templateBodies(
  tx: StoreReads,
  ledgers: readonly Pick<LedgerRecord, "templateVersionId">[],
): Promise<ReadonlyMap<TemplateVersionId, TemplateBody>> {
  const bodies = new Map<TemplateVersionId, TemplateBody>();
  for (const id of new Set(ledgers.map((ledger) => ledger.templateVersionId))) {
    const version = await tx.templates.version(id);
    if (version) bodies.set(id, version.body);
  }
  return bodies;
}

function figures(
  body: TemplateBody | undefined,
  scores: readonly ScoreRow[],
): Pick<LedgerListed, "items" | "complete" | "challenges"> {
  const items = body ? body.sections.flatMap((section) => section.items) : [];
  const challenges = scores.reduce((sum, row) => sum + row.challenges, 0);
  return { items: items.length, complete: completeItems(items, scores), challenges };
}

/** L8: the owner answers a challenge. L9: the leader rules on what was escalated to him. */
export function waitsFor(relation: Pick<LedgerRelation, "owner" | "leader">, state: ItemState): boolean {
  const status = standingEntry(state)?.status;
  return (relation.owner && status === "challenged") || (relation.leader && status === "escalated");
}

function relationWord(relation: LedgerRelation): LedgerListed["relation"] {
  if (relation.owner) return "own";
  if (relation.leader || relation.substituteLeader) return "lead";
  if (relation.peer || relation.substitutePeer) return "peer";
  if (relation.above) return "above";
  return relation.listedAs.length > 0 ? "listed" : "below";
}
