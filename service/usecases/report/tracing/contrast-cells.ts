import { ok, refuse, type Result } from "#core/kernel/result.ts";
import type { ReportKey } from "#core/report/key/report-key.ts";
import { fieldsOf } from "#core/report/population/condition-bits.ts";
import { contrast, type MissingRow } from "#core/report/tracing/contrast.ts";
import type { CountedCell } from "#core/report/compile/compiled-set.ts";
import { cellsByKey } from "#core/report/tracing/signed-terms.ts";
import { sayWhyNot } from "#core/wording/say-why-not.ts";
import type { ContrastRow, ContrastView } from "#core/protocol/reports.ts";
import type { Caller } from "#service/usecases/caller.ts";
import { SHOWN_FIELDS } from "../numbers/build-kept.ts";
import { prepareForm } from "../numbers/prepare-form.ts";
import type { ReportServices } from "../report-services.ts";
import { MOST_LISTED, titleOf, type CellUnknown } from "./drill-cell.ts";
import { drillRows } from "./drill-rows.ts";
import { fieldLabels } from "./field-labels.ts";
import { TracedNumbers } from "./traced-numbers.ts";
import { openTraced, type TraceRefusal } from "./open-traced.ts";
import type { TracedReport } from "./traced-report.ts";

export interface ContrastAsked {
  readonly first: string;
  readonly second: string;
}

/** Who is in one number and not in the other, and why (R5a). */
export async function contrastCells(
  services: ReportServices,
  caller: Caller,
  { key, ...asked }: ContrastAsked & { readonly key: ReportKey },
): Promise<Result<ContrastView, TraceRefusal | CellUnknown>> {
  await prepareForm(services, { caller, key });
  return await services.store.read(async (tx): Promise<Result<ContrastView, TraceRefusal | CellUnknown>> => {
    const traced = await openTraced(tx, services, { caller, key });
    return traced.ok ? await contrastView(services, traced.value, asked) : traced;
  });
}

async function contrastView(
  services: ReportServices,
  traced: TracedReport,
  { first, second }: ContrastAsked,
): Promise<Result<ContrastView, CellUnknown>> {
  const { compiled, cache } = traced;
  const cells = cellsByKey(compiled);
  const [one, other] = [cells.get(first)?.counted, cells.get(second)?.counted];
  if (!one || !other) return refuse({ code: "report-cell-unknown", given: one ? second : first });
  const units: ReadonlySet<string> = new Set(traced.units.keys());
  const numbers = new TracedNumbers(traced, units);
  const found = contrast(one, other, { compiled, cache, counter: numbers.counter, shown: SHOWN_FIELDS, units });
  const named = (cell: string) => ({ cell, title: titleOf(compiled, cell), value: numbers.value(cell) });
  // Everything above is of one moment: what is kept may be renewed while the rows are looked up.
  const view = { first: named(first), second: named(second), both: found.both, frozen: traced.frozen };
  const day = cache.day;
  const [leftFirst, leftSecond] = [leftOf(found.onlyFirst), leftOf(found.onlySecond)];
  return ok({
    ...view,
    onlyFirst: await contrastRows(services, traced, { rows: found.onlyFirst, cell: first, one, other, day }),
    onlySecond: await contrastRows(services, traced, {
      rows: found.onlySecond,
      cell: second,
      one: other,
      other: one,
      day,
    }),
    ...(leftFirst > 0 ? { leftFirst } : {}),
    ...(leftSecond > 0 ? { leftSecond } : {}),
  });
}

function leftOf(rows: readonly MissingRow[]): number {
  return Math.max(0, rows.length - MOST_LISTED);
}

interface RowsAsked {
  readonly rows: readonly MissingRow[];
  readonly cell: string;
  readonly one: CountedCell;
  readonly other: CountedCell;
  readonly day: string;
}

async function contrastRows(
  services: ReportServices,
  traced: TracedReport,
  { rows, cell, one, other, day }: RowsAsked,
): Promise<readonly ContrastRow[]> {
  const shown = rows.slice(0, MOST_LISTED);
  const listed = shown.map((row) => ({ row, population: one.population, sign: 1, from: cell }) as const);
  const { codeList } = fieldLabels(services.reportSets, other.population);
  const drilled = await drillRows(services, traced, listed);
  return drilled.map((row, at) => {
    const why = shown[at]?.why ?? { kind: "not-among" };
    const say = (language: "zh" | "en"): string => sayWhyNot(why, { codeList, day, language });
    const looked = why.kind === "condition" ? fieldsOf(why.failing) : [];
    return { ...row, why: { zh: say("zh"), en: say("en") }, looked };
  });
}
