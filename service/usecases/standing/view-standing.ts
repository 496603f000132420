/** A standing (L17): the whole of it for who may read every ledger in it, his own places for everybody else once it is published. */
import { relationOf } from "#core/access/relation.ts";
import { ok, refuse, type Result } from "#core/kernel/result.ts";
import { ownPlaces, type Ranked } from "#core/ledger/scoring/rank-standing.ts";
import type { TemplateBody } from "#core/ledger/template/template.ts";
import type { StandingAnswer, StandingQuery, StandingRow } from "#core/protocol/standings.ts";
import type { AnyRefusal } from "#core/protocol/refusal.ts";
import type { StandingView, StandingViewRow } from "#core/sheet/standing/standing-view.ts";
import type { LedgerRecord } from "#service/ports/records.ts";
import type { StandingKey } from "#service/ports/ledgers.ts";
import type { StoreReads } from "#service/ports/store.ts";
import type { Caller } from "../caller.ts";
import { subjectOf } from "../ledger/subject-of.ts";
import { setterRefusal } from "../ledger/window/window-access.ts";
import type { Services } from "../services.ts";
import { computeStanding, type StandingLine } from "./compute-standing.ts";
import { issueOf } from "./issue-of.ts";
import { ledgersOfStanding, readsAll, scopeRefusal, standingKey } from "./standing-scope.ts";

export async function viewStanding(
  { store }: Pick<Services, "store">,
  caller: Caller,
  query: StandingQuery,
): Promise<Result<StandingAnswer, AnyRefusal>> {
  const key = standingKey(query);
  const refusal = scopeRefusal(caller, key.unitId);
  if (refusal) return refuse(refusal);
  return await store.read((tx) => standingIn(tx, caller, key));
}

async function standingIn(
  tx: StoreReads,
  caller: Caller,
  key: StandingKey,
): Promise<Result<StandingAnswer, AnyRefusal>> {
  const newest = (await tx.templates.versions(key.templateId)).findLast(
    ({ state, body }) => state === "published" && body.level === key.level,
  );
  if (!newest) return refuse({ code: "not-found" });
  const ledgers = await ledgersOfStanding(tx, caller, key);
  const whole = readsAll(caller, ledgers);
  const published = await tx.ledgers.standingPublished(key);
  if (!whole && !published) return refuse({ code: "standing-not-published" });
  const ranked = await computeStanding(tx, caller, ledgers);
  const shown = whole
    ? { rows: ranked, of: ranked.length }
    : ownPlaces<StandingLine>(ranked, ({ ledger }) => isOwn(caller, ledger));
  const scopeName = caller.organisation.units.get(key.unitId)?.name ?? "";
  const facts = {
    year: key.year,
    templateName: newest.body.name,
    scopeName,
    view: whole ? "whole" : "own",
    of: shown.of,
  } as const;
  const sheet: StandingView = {
    ...facts,
    ...sheetFacts(newest.body),
    issue: await issueOf(tx, caller, newest),
    subject: [key.templateId, key.level, key.year, key.unitId].join(" "),
    rows: shown.rows.map(viewRow),
  };
  const mayPublish = setterRefusal(caller, key.unitId) === undefined;
  return ok({ ...facts, level: key.level, published, rows: shown.rows.map(answerRow), mayPublish, sheet });
}

function isOwn({ scope }: Caller, ledger: LedgerRecord): boolean {
  const relation = relationOf(scope, subjectOf(ledger));
  return relation.owner || relation.ownedByPerson;
}

/** Is the total nothing but the sum of the halves? A veto or a floor makes it the service's figure. */
function sheetFacts({ policy, sections }: TemplateBody): Pick<StandingView, "decimals" | "totalIsSum"> {
  const vetoed = sections.some((section) => section.items.some((item) => item.kind.kind === "veto"));
  return { decimals: policy.decimals, totalIsSum: policy.floor === null && !vetoed };
}

function answerRow({
  rank,
  ledger,
  name,
  unitName,
  totals,
  challenges,
  complete,
  items,
}: Ranked<StandingLine>): StandingRow {
  const { quantitative, qualitative, total, grade } = totals;
  const completeness = `${complete}/${items}`;
  return {
    rank,
    ledgerId: ledger.id,
    ownerName: name,
    unitName,
    quantitative,
    qualitative,
    total,
    grade,
    challenges,
    completeness,
  };
}

function viewRow(line: Ranked<StandingLine>): StandingViewRow {
  const { rank, ledger, name, unitName, totals, challenges, complete, items } = line;
  const { quantitative, qualitative, total, grade } = totals;
  const figures = { quantitative, qualitative, total, grade, challenges, complete, items };
  return { ledgerId: ledger.id, rank, ownerName: name, unitName, ...figures, link: `ledgers/${ledger.id}` };
}
