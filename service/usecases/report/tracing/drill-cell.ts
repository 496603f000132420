import { ok, refuse, type Result } from "#core/kernel/result.ts";
import { cellTitle } from "#core/report/definition/cell-title.ts";
import type { CompiledSet } from "#core/report/compile/compiled-set.ts";
import type { ReportKey } from "#core/report/key/report-key.ts";
import { fieldsLookedAt, listCounted } from "#core/report/tracing/list-counted.ts";
import { cellsByKey, readsLastYear, signedReads } from "#core/report/tracing/signed-terms.ts";
import type { DrillView } from "#core/protocol/report/report-tracing.ts";
import type { Caller } from "#service/usecases/caller.ts";
import { SHOWN_FIELDS } from "../numbers/kept/build-kept.ts";
import { prepareForm } from "../numbers/kept/prepare-form.ts";
import type { ReportServices } from "../report-services.ts";
import { drillRows, type ListedRow } from "./drill-rows.ts";
import { fieldLabels } from "./field-labels.ts";
import { TracedNumbers, type LastYears, type NumberParts } from "./traced-numbers.ts";
import { openTraced, type TraceRefusal } from "./open-traced.ts";
import { unitsBelow, type TracedReport } from "./traced-report.ts";

export interface CellUnknown {
  readonly code: "report-cell-unknown";
  readonly given: string;
}

export interface DrillAsked {
  readonly cell: string;
  /** One of the units below; left out: the report's own. */
  readonly unit?: string | undefined;
}

/** Nobody reads more in one list: whoever wants them goes down unit by unit. */
export const MOST_LISTED = 20_000;

/** Exactly the records behind a number (R5). */
export async function drillCell(
  services: ReportServices,
  caller: Caller,
  { key, ...asked }: DrillAsked & { readonly key: ReportKey },
): Promise<Result<DrillView, TraceRefusal | CellUnknown>> {
  await prepareForm(services, { caller, key });
  return await services.store.read(async (tx): Promise<Result<DrillView, TraceRefusal | CellUnknown>> => {
    const traced = await openTraced(tx, services, { caller, key });
    return traced.ok ? await drillView(services, traced.value, asked) : traced;
  });
}

export async function drillView(
  services: Pick<ReportServices, "reportSets">,
  traced: TracedReport,
  { cell, unit = traced.key.unitId }: DrillAsked,
): Promise<Result<DrillView, TraceRefusal | CellUnknown>> {
  const units = unitsBelow(traced, unit);
  if (!units) return refuse({ code: "not-found" });
  const numbers = new TracedNumbers(traced, units, await lastYearsOf(traced, cell, unit));
  const rule = numbers.cells.get(cell)?.rule.kind;
  if (rule !== "generated" && rule !== "formula") return refuse({ code: "report-cell-unknown", given: cell });
  // All of one moment: before the next wait, because what is kept may be renewed meanwhile.
  const value = numbers.value(cell);
  const parts = numbers.parts(cell, unit);
  const below = unitsUnder(traced, unit, parts.below);
  const terms = termsOf(traced.compiled, numbers, cell);
  const { looked, listed, left } = listOf(services, traced, { numbers, cell });
  const head = { cell, title: titleOf(traced.compiled, cell), value, frozen: traced.frozen, looked };
  return ok({
    ...head,
    rows: await drillRows(services, traced, listed),
    ...(left === 0 ? {} : { left }),
    units: below,
    beside: below.length === 0 ? [] : besideUnits(parts),
    terms,
  });
}

/** Nothing is asked for a cell that reads no number of last year. */
async function lastYearsOf(traced: TracedReport, cell: string, unit: string): Promise<LastYears | undefined> {
  if (!readsLastYear(cellsByKey(traced.compiled), cell)) return undefined;
  const own = unit === traced.key.unitId ? traced.lastYear : await traced.lastYearOf(unit);
  const below = new Map<string, ReadonlyMap<string, number>>();
  for (const { id, parentId } of traced.units.values()) {
    const values = parentId === unit ? await traced.lastYearOf(id) : undefined;
    if (values) below.set(id, values);
  }
  return { own, below };
}

export function titleOf({ tables }: CompiledSet, cell: string): string {
  const [no = "", name = ""] = cell.split("!", 2);
  const table = tables.find(({ definition }) => definition.no === Number(no));
  return table ? cellTitle(table.definition, name) : cell;
}

interface ListAsked {
  readonly numbers: TracedNumbers;
  readonly cell: string;
}

interface Listed extends Pick<DrillView, "looked"> {
  readonly listed: readonly ListedRow[];
  readonly left: number;
}

function listOf(
  services: Pick<ReportServices, "reportSets">,
  traced: TracedReport,
  { numbers, cell }: ListAsked,
): Listed {
  const { compiled, cache } = traced;
  const looked = new Map<string, DrillView["looked"][number]>();
  const listed: ListedRow[] = [];
  let left = 0;
  for (const { cell: from, sign } of numbers.leaves(cell)) {
    const counted = numbers.cells.get(from)?.counted;
    if (!counted) continue;
    const { population, sumOf } = counted;
    const keys = [...fieldsLookedAt(counted, { compiled }), ...(sumOf === null ? [] : [sumOf])];
    const labels = fieldLabels(services.reportSets, population);
    for (const key of keys) looked.set(key, { key, label: labels.label(key) });
    const most = MOST_LISTED - listed.length;
    const list = listCounted(counted, { compiled, cache, counter: numbers.counter, shown: SHOWN_FIELDS, most });
    for (const row of list.rows) listed.push({ row, population, sign, from });
    left += list.left;
  }
  return { looked: [...looked.values()].filter(({ key }) => !SHOWN_FIELDS.includes(key)), listed, left };
}

function unitsUnder(traced: TracedReport, top: string, values: ReadonlyMap<string, number>): DrillView["units"] {
  const all = [...traced.units.values()];
  const parents = new Set(all.map(({ parentId }) => parentId));
  return all
    .filter(({ parentId, id }) => parentId === top && values.has(id))
    .map(({ id, name }) => ({ unitId: id, name, value: values.get(id) ?? 0, hasBelow: parents.has(id) }));
}

function besideUnits({ own, between, filled, lastYear }: NumberParts): DrillView["beside"] {
  const all: DrillView["beside"] = [
    { kind: "own", value: own },
    { kind: "between", value: between },
    { kind: "filled", value: filled },
    { kind: "last-year", value: lastYear },
  ];
  return all.filter(({ value }) => value !== 0);
}

function termsOf(compiled: CompiledSet, numbers: TracedNumbers, cell: string): DrillView["terms"] {
  const found = numbers.cells.get(cell);
  if (found?.rule.kind !== "formula") return [];
  const reads = signedReads(found.rule.formula, { table: Number(cell.split("!")[0]), cell: found.cell }) ?? [];
  // Where nobody knows a unit's numbers of last year, they are not told as 0.
  const told = numbers.isWhole || numbers.knowsLastYear ? reads : reads.filter(({ lastYear }) => !lastYear);
  return told.map(({ cell: read, sign, lastYear }) => {
    const term = { cell: read, sign, title: titleOf(compiled, read) };
    return lastYear ? { ...term, value: numbers.lastYear(read), lastYear } : { ...term, value: numbers.value(read) };
  });
}
