import { dayOf } from "#core/kernel/instant.ts";
import { ok, refuse, type Result } from "#core/kernel/result.ts";
import { revisionOf } from "#core/people/person/record-changes.ts";
import type { Person } from "#core/people/person/person.ts";
import type { KeptReport } from "#core/report/counting/kept-report.ts";
import type { UnitFacts } from "#core/report/population/build-populations.ts";
import type { GeneratedValues } from "#core/report/counting/tabulate.ts";
import type { ReportKey } from "#core/report/key/report-key.ts";
import { isFrozen } from "#core/report/submission/submission.ts";
import type { AnyRefusal } from "#core/protocol/refusal.ts";
import type { WhatIfView } from "#core/protocol/report/report-tracing.ts";
import type { StoreReads } from "#service/ports/store.ts";
import type { UnitRecord } from "#service/ports/records/unit-records.ts";
import type { Caller } from "#service/usecases/caller.ts";
import type { SupposedRecord } from "#service/usecases/record/check/supposed-people.ts";
import { decideRecordEdits } from "#service/usecases/record/push/decide-record-edits.ts";
import { loadTouchedRecords, type TouchedRecord } from "#service/usecases/record/push/touched-records.ts";
import { reportStanding, type ReportStanding } from "../entry/report-standing.ts";
import { loadUnitEntities } from "../numbers/load-unit-entities.ts";
import { openReport } from "../numbers/open-report.ts";
import { rowsOf } from "../numbers/kept/renew-kept.ts";
import { prepareForm } from "../numbers/kept/prepare-form.ts";
import type { ReportServices } from "../report-services.ts";
import type { SubmissionServices } from "../submission/submission-services.ts";
import { movedNumbers } from "./moved-numbers.ts";
import { movedStandings } from "./moved-standings.ts";

export interface Supposed {
  /** "person:ID" or "unit:ID". */
  readonly record: string;
  /** New texts by field. */
  readonly fields: Readonly<Record<string, string>>;
}

/** What a correction would move, by the very rules it would be saved by; nothing is saved (R12). */
export async function whatIf(
  services: SubmissionServices,
  caller: Caller,
  { key, ...supposed }: Supposed & { readonly key: ReportKey },
): Promise<Result<WhatIfView, AnyRefusal>> {
  await prepareForm(services, { caller, key });
  return await services.store.read(async (tx): Promise<Result<WhatIfView, AnyRefusal>> => {
    const opened = await openReport(tx, services, { caller, key });
    if (!opened.ok) return opened;
    const corrected = await correctedRecord(tx, services, { caller, supposed });
    if (!corrected.ok) return corrected;
    const standing = await reportStanding(tx, opened.value);
    const change = corrected.value && (await changeOf(tx, services, { standing, record: corrected.value }));
    if (!corrected.value || !change || isFrozen(standing.state)) return ok(NOTHING);
    const { kept, units } = opened.value;
    // From here on nobody else gets his turn before everything is as it was.
    const before = kept.values(units);
    const generated = supposedly(kept, change, units);
    const changes = movedNumbers(standing, { before, after: generated });
    const supposition = { caller, standing, supposed: corrected.value, generated, changes };
    const { cells, checks } = changes;
    return ok({ cells, checks, ...(await movedStandings(tx, services, supposition)) });
  });
}

const NOTHING: WhatIfView = { cells: [], checks: [], standings: [], ready: null };

/** The record as it would be; null: as it is. */
async function correctedRecord(
  tx: StoreReads,
  { catalogue }: ReportServices,
  { caller, supposed: { record, fields } }: { readonly caller: Caller; readonly supposed: Supposed },
): Promise<Result<SupposedRecord | null, AnyRefusal>> {
  const touched = (await loadTouchedRecords(tx, caller, [record])).get(record);
  const edits = Object.entries(fields).map(([field, value], index) => ({
    index,
    edit: { record, field, baseRevision: touched ? revisionOf(touched.before, field) : 0, value },
  }));
  const judging = { catalogue, today: dayOf(caller.at), taken: () => undefined };
  const { after, results } = decideRecordEdits(record, { edits, touched }, judging);
  for (const result of results.values()) if (result.kind === "refused") return refuse(result.refusal);
  if (!after || !touched) return ok(null);
  return ok(corrected(touched, after));
}

function corrected({ kind }: TouchedRecord, after: Person | UnitRecord): SupposedRecord {
  return kind === "person" ? { kind, after: after as Person } : { kind, after: after as UnitRecord };
}

/** What the records are is read as it is made: they may have been renewed since it was thought of. @returns how to undo it */
type Change = (kept: KeptReport) => () => void;

/** The numbers with the change; whatever happens, the records stand as they stood afterwards. */
function supposedly(kept: KeptReport, change: Change, units: ReadonlySet<string>): GeneratedValues {
  const undo = change(kept);
  try {
    return kept.values(units);
  } finally {
    undo();
  }
}

async function changeOf(
  tx: StoreReads,
  services: ReportServices,
  { standing, record }: { readonly standing: ReportStanding; readonly record: SupposedRecord },
): Promise<Change> {
  const { form } = standing.opened;
  if (record.kind === "unit") {
    const asked = { asks: form.asks, catalogue: services.catalogue, instead: record.after };
    const units = await loadUnitEntities(tx, form.period.until, asked);
    return (all) => {
      const known = unitsIn(all);
      all.replaceUnits(units);
      return () => all.replaceUnits(known);
    };
  }
  const { id } = record.after;
  const rows = (await rowsOf(tx, services, { form, side: form.side, people: [record.after] })).get(id) ?? {};
  return (all) => {
    const known = all.rowsOf(id);
    all.replaceRecord(id, rows);
    return () => all.replaceRecord(id, known);
  };
}

/** As they stand; who is in no row of its own had ended by the reporting date. */
function unitsIn({ populations }: KeptReport): readonly UnitFacts[] {
  const { units, ...others } = populations;
  const all = new Map<string, UnitFacts>();
  // Each may keep other fields than the next.
  for (const { unitFacts } of Object.values(others))
    for (const [id, facts] of unitFacts) all.set(id, { id, facts: { ...all.get(id)?.facts, ...facts }, ended: true });
  for (const [row, id] of units.records.entries())
    if (id !== "") all.set(id, { id, facts: { ...all.get(id)?.facts, ...units.at(row).facts[0] } });
  return [...all.values()];
}
