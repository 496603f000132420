import { decide } from "#core/access/decide-ledger.ts";
import { groupBy } from "#core/kernel/group-by.ts";
import type { PersonId } from "#core/kernel/ids.ts";
import { ok, refuse, type Result } from "#core/kernel/result.ts";
import { computeFairness, type FairnessLedger, type FairnessReport } from "#core/ledger/scoring/compute-fairness.ts";
import type { TemplateBody } from "#core/ledger/template/template.ts";
import type { FairnessAnswer, StandingQuery } from "#core/protocol/standings.ts";
import type { AnyRefusal } from "#core/protocol/refusal.ts";
import type { LedgerRecord } from "#service/ports/records.ts";
import type { StoreReads } from "#service/ports/store.ts";
import type { Caller } from "../caller.ts";
import { responsibleFor } from "../ledger/names.ts";
import { subjectOf } from "../ledger/subject-of.ts";
import { ratingOf } from "../ledger/view/build-ledger-view.ts";
import type { Services } from "../services.ts";
import { issueOf } from "./issue-of.ts";
import { ledgersOfStanding, scopeRefusal, standingKey } from "./standing-scope.ts";

/** The fairness report (L16) over those ledgers of a standing whose raters the caller may know by name (L11); leaders only. */
export async function viewFairness(
  { store }: Pick<Services, "store">,
  caller: Caller,
  query: StandingQuery,
): Promise<Result<FairnessAnswer, AnyRefusal>> {
  const key = standingKey(query);
  const refusal = scopeRefusal(caller, key.unitId);
  if (refusal) return refuse(refusal);
  return await store.read(async (tx): Promise<Result<FairnessAnswer, AnyRefusal>> => {
    const newest = (await tx.templates.versions(key.templateId)).findLast(({ state }) => state === "published");
    if (newest?.body.level !== key.level) return refuse({ code: "not-found" });
    const all = await ledgersOfStanding(tx, caller, key);
    const ledgers = all.filter((ledger) => seesRaters(caller, ledger));
    // Where one may look, no ledger at all is nothing to refuse.
    const isEmpty = all.length === 0 && caller.scope.records.read.has(key.unitId);
    if (ledgers.length === 0 && !isEmpty) return refuse({ code: "forbidden", action: "see-raters" });
    const report = computeFairness(newest.body, await fairnessLedgers(tx, caller, ledgers));
    return ok({
      ...{ year: key.year, level: key.level, ledgers: ledgers.length, report },
      templateName: newest.body.name,
      scopeName: caller.organisation.units.get(key.unitId)?.name ?? "",
      subject: [key.templateId, key.level, key.year, key.unitId].join(" "),
      issue: await issueOf(tx, caller, newest),
      names: await namesIn(tx, report),
      ...labelsOf(newest.body),
    });
  });
}

function seesRaters(caller: Caller, ledger: LedgerRecord): boolean {
  return decide(caller.scope, caller.actor, { subject: subjectOf(ledger), action: "see-raters" }) === "allowed";
}

async function fairnessLedgers(
  tx: StoreReads,
  caller: Caller,
  ledgers: readonly LedgerRecord[],
): Promise<readonly FairnessLedger[]> {
  const ids = ledgers.map(({ id }) => id);
  const scores = groupBy(await tx.ledgers.scoresOf(ids), (row) => row.ledgerId);
  const ratings = groupBy(await tx.ledgers.ratingsOf(ids), (row) => row.ledgerId);
  return ledgers.map((ledger) => ({
    ledgerId: ledger.id,
    ownerPersonId: responsibleFor(caller.organisation, ledger)[0] ?? null,
    ratings: (ratings.get(ledger.id) ?? []).flatMap(ratingOf),
    challenges: Object.fromEntries((scores.get(ledger.id) ?? []).map(({ item, challenges }) => [item, challenges])),
  }));
}

async function namesIn(
  tx: StoreReads,
  { raters, favouringPairs }: FairnessReport,
): Promise<Readonly<Record<string, string>>> {
  const ids = new Set<PersonId>([
    ...raters.map(({ personId }) => personId),
    ...favouringPairs.flatMap(({ persons }) => persons),
  ]);
  return Object.fromEntries(ids.size === 0 ? [] : await tx.organisation.namesOf([...ids]));
}

function labelsOf({ policy, sections }: TemplateBody): Pick<FairnessAnswer, "classes" | "items"> {
  const items = sections.flatMap((section) => section.items);
  return {
    classes: Object.fromEntries(policy.classes.map(({ code, name }) => [code, name])),
    items: Object.fromEntries(items.map(({ key, number, texts }) => [key, { number, task: texts["task"] ?? "" }])),
  };
}
