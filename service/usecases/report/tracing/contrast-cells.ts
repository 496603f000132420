import { ok, refuse, type Result } from "#core/kernel/result.ts";
import type { ReportKey } from "#core/report/key/report-key.ts";
import { fieldsOf } from "#core/report/population/columns/condition-bits.ts";
import { contrast, type ContrastTerm, type MissingRow } from "#core/report/tracing/contrast.ts";
import type { CompiledSet } from "#core/report/compile/compiled-set.ts";
import type { PopulationName } from "#core/report/definition/report-definition.ts";
import { contrastTerms } from "#core/report/tracing/contrast-terms.ts";
import { cellsByKey } from "#core/report/tracing/signed-terms.ts";
import { sayWhyNot } from "#core/wording/say-why-not.ts";
import type { ContrastRow, ContrastView } from "#core/protocol/report/report-tracing.ts";
import type { Caller } from "#service/usecases/caller.ts";
import { SHOWN_FIELDS } from "../numbers/kept/build-kept.ts";
import { prepareForm } from "../numbers/kept/prepare-form.ts";
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

/** Behind part of its number stands no list: filled in by hand, multiplied, last year's, or people and units at once. */
export interface CellWithoutList {
  readonly code: "report-cell-no-list";
  readonly given: string;
}

/** Who is in one number and not in the other, and why (R5a). */
export async function contrastCells(
  services: ReportServices,
  caller: Caller,
  { key, ...asked }: ContrastAsked & { readonly key: ReportKey },
): Promise<Result<ContrastView, TraceRefusal | CellUnknown | CellWithoutList>> {
  await prepareForm(services, { caller, key });
  return await services.store.read(
    async (tx): Promise<Result<ContrastView, TraceRefusal | CellUnknown | CellWithoutList>> => {
      const traced = await openTraced(tx, services, { caller, key });
      return traced.ok ? await contrastView(services, traced.value, asked) : traced;
    },
  );
}

async function contrastView(
  services: ReportServices,
  traced: TracedReport,
  { first, second }: ContrastAsked,
): Promise<Result<ContrastView, CellUnknown | CellWithoutList>> {
  const { compiled, cache } = traced;
  const [one, other] = [termsOf(compiled, first), termsOf(compiled, second)];
  if (!one.ok) return one;
  if (!other.ok) return other;
  const units: ReadonlySet<string> = new Set(traced.units.keys());
  const numbers = new TracedNumbers(traced, units);
  const found = contrast(one.value, other.value, {
    compiled,
    cache,
    counter: numbers.counter,
    shown: SHOWN_FIELDS,
    units,
    most: MOST_LISTED,
  });
  const named = (cell: string) => ({ cell, title: titleOf(compiled, cell), value: numbers.value(cell) });
  // Everything above is of one moment: what is kept may be renewed while the rows are looked up.
  const view = { first: named(first), second: named(second), both: found.both, frozen: traced.frozen };
  const { onlyFirst, onlySecond } = found;
  return ok({
    ...view,
    onlyFirst: await contrastRows(services, traced, onlyFirst.rows),
    onlySecond: await contrastRows(services, traced, onlySecond.rows),
    ...(onlyFirst.left > 0 ? { leftFirst: onlyFirst.left } : {}),
    ...(onlySecond.left > 0 ? { leftSecond: onlySecond.left } : {}),
  });
}

const NOT_AMONG: Pick<MissingRow, "why" | "against"> = { why: { kind: "not-among" }, against: "people" };

/** The counted cells that a cell comes to, with their signs; refused where its number is no sum of lists. */
function termsOf(compiled: CompiledSet, cell: string): Result<readonly ContrastTerm[], CellUnknown | CellWithoutList> {
  const kind = cellsByKey(compiled).get(cell)?.rule.kind;
  if (kind !== "generated" && kind !== "formula") return refuse({ code: "report-cell-unknown", given: cell });
  const terms = contrastTerms(compiled, cell);
  return terms ? ok(terms) : refuse({ code: "report-cell-no-list", given: cell });
}

async function contrastRows(
  services: ReportServices,
  traced: TracedReport,
  rows: readonly MissingRow[],
): Promise<readonly ContrastRow[]> {
  const listed = rows.map((row) => ({
    ...{ row, population: row.term.counted.population, sign: row.term.sign, from: row.term.cell },
  }));
  const { day } = traced.cache;
  const codesOf = (population: PopulationName) => fieldLabels(services.reportSets, population).codeList;
  const drilled = await drillRows(services, traced, listed);
  return drilled.map((row, at) => {
    const { why, against } = rows[at] ?? NOT_AMONG;
    const codeList = codesOf(against);
    const say = (language: "zh" | "en"): string => sayWhyNot(why, { codeList, day, language });
    const looked = why.kind === "condition" ? fieldsOf(why.failing) : [];
    return { ...row, why: { zh: say("zh"), en: say("en") }, looked };
  });
}
