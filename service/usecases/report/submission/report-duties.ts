import { addDays } from "#core/kernel/day-arithmetic.ts";
import { dayOf, type Day } from "#core/kernel/instant.ts";
import type { Unit } from "#core/organisation/unit.ts";
import type { Duty } from "#core/protocol/ledgers.ts";
import { dueDay } from "#core/report/deadline/due-day.ts";
import type { ReportSet } from "#core/report/definition/report-definition.ts";
import { periodEnd, periodEndNear } from "#core/report/key/period-end.ts";
import { reportRecord, type ReportKey } from "#core/report/key/report-key.ts";
import { handsIn, reportingChildren } from "#core/report/submission/reporting-units.ts";
import { isFrozen, reportStateOf } from "#core/report/submission/submission.ts";
import type { SubmissionStand } from "#service/ports/reports/reports.ts";
import type { StoreReads } from "#service/ports/store.ts";
import { officeOf } from "#service/usecases/acting-office.ts";
import type { Caller } from "#service/usecases/caller.ts";
import type { Services } from "#service/usecases/services.ts";
import { printDay } from "./print-day.ts";

type DueServices = Pick<Services, "reportSets" | "workingDays" | "reports">;

/** A report that is to be handed over waits from so many days before its last day. */
const AHEAD = 31;
/** So long after its last day nobody hands it in any more. */
const BEHIND = 180;
/** Reports of so many days back are still worked on. */
const LOOKED_BACK = 3 * 366;

/** What waits in the annual reports for the unit that the caller works for: its own report, and those of units below (R8, R9). */
export async function reportDuties(tx: StoreReads, services: DueServices, caller: Caller): Promise<readonly Duty[]> {
  const unit = officeOf(caller);
  if (!unit || !handsIn(unit) || !caller.scope.records.work.has(unit.id)) return [];
  const sets = await readableSets(services);
  const below = reportingChildren(caller.organisation.units.values(), unit.id).map(({ id }) => id);
  const from = addDays(dayOf(caller.at), -LOOKED_BACK);
  const stands = (await tx.reports.latestStates([unit.id, ...below], from)).filter(({ key }) => sets.has(key.setId));
  const own = stands.filter(({ key }) => key.unitId === unit.id);
  const asked = { unit, sets, services, today: dayOf(caller.at) };
  return [
    ...own.flatMap((stand) => returnedOrAccepted(stand, asked)),
    ...(await toHandOver(tx, own, asked)),
    ...toJudge(stands, asked),
  ];
}

interface Asked {
  readonly unit: Unit;
  readonly sets: ReadonlyMap<string, ReportSet>;
  readonly services: DueServices;
  readonly today: Day;
}

/** One that cannot be read stops nobody's list: where forms are chosen it is told. */
async function readableSets({ reportSets }: DueServices): Promise<ReadonlyMap<string, ReportSet>> {
  const found = new Map<string, ReportSet>();
  for (const id of reportSets.ids) {
    const read = await reportSets.open(id);
    if (read?.ok) found.set(id, read.value.set);
  }
  return found;
}

function returnedOrAccepted(stand: SubmissionStand, asked: Asked): readonly Duty[] {
  const { key, state, decidedAt, decisionReason, printedOn } = stand;
  const title = titleOf(key, asked);
  const one = { count: 1, ledgerId: null, record: reportRecord(key) };
  if (state === "returned")
    return [{ ...one, kind: "report-returned", title: `${title}　${decisionReason}`, due: submitDay(key, asked) }];
  if (state !== "accepted" || printedOn !== null || decidedAt === null) return [];
  const { deadlines } = setOf(key, asked);
  const due = printDay(deadlines, {
    ...{ level: asked.unit.kind, from: dayOf(decidedAt) },
    workingDays: asked.services.workingDays,
  });
  return [{ ...one, kind: "report-print", title, due }];
}

async function toHandOver(tx: StoreReads, own: readonly SubmissionStand[], asked: Asked): Promise<readonly Duty[]> {
  const { unit, services, today } = asked;
  const duties: Duty[] = [];
  for (const [setId, { period }] of newestOfPeriods(asked)) {
    const key = { setId, unitId: unit.id, on: periodEndNear(period, today) };
    const due = submitDay(key, asked);
    if (due === null || today < addDays(due, -AHEAD) || today > addDays(due, BEHIND)) continue;
    const state = reportStateOf(own.find(({ key: one }) => one.setId === setId && one.on === key.on));
    // Of one that came back is told why.
    if (isFrozen(state) || state === "returned") continue;
    // Who was founded later has no report of that day.
    if (!(await services.reports.trees.reportUnits(tx, unit.id, key.on))) continue;
    const title = titleOf(key, asked);
    duties.push({ kind: "report-due", count: 1, ledgerId: null, record: reportRecord(key), title, due });
  }
  return duties;
}

/** A year is handed in on the newest of its forms, a half-year likewise; they come oldest first (R11). */
function newestOfPeriods({ sets }: Asked): readonly (readonly [string, ReportSet])[] {
  return [...new Map([...sets].map((one) => [one[1].period, one])).values()];
}

/** All that were handed over of one form and day are judged at one place. */
function toJudge(stands: readonly SubmissionStand[], asked: Asked): readonly Duty[] {
  const counts = new Map<string, { readonly key: ReportKey; readonly count: number }>();
  for (const { key, state } of stands) {
    if (key.unitId === asked.unit.id || state !== "submitted") continue;
    const above = { ...key, unitId: asked.unit.id };
    const record = reportRecord(above);
    counts.set(record, { key: above, count: (counts.get(record)?.count ?? 0) + 1 });
  }
  return [...counts].map(([record, { key, count }]) => ({
    ...{ kind: "report-judge", count, ledgerId: null, record, title: titleOf(key, asked) },
    due: submitDay(key, asked),
  }));
}

function setOf({ setId }: ReportKey, { sets }: Asked): ReportSet {
  const set = sets.get(setId);
  if (!set) throw new Error(`${setId} was not looked for`);
  return set;
}

function titleOf(key: ReportKey, asked: Asked): string {
  return `${setOf(key, asked).title} ${key.on}`;
}

function submitDay(key: ReportKey, asked: Asked): Day | null {
  const { period, deadlines } = setOf(key, asked);
  const { workingDays } = asked.services;
  const from = periodEnd(period, Number(key.on.slice(0, 4)));
  return dueDay(deadlines, { duty: "submit", level: asked.unit.kind, from, workingDays });
}
