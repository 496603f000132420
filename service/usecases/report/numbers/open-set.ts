import { ok, refuse, type Result } from "#core/kernel/result.ts";
import { compileSet } from "#core/report/compile/compile-set.ts";
import type { CompiledSet } from "#core/report/compile/compiled-set.ts";
import { periodNames } from "#core/report/definition/named-conditions.ts";
import type { DefinitionRefusal } from "#core/report/definition/read-table.ts";
import type { Period } from "#core/report/population/period.ts";
import type { ReportSets } from "#service/ports/reports/report-sets.ts";
import type { BoundSet } from "./kept/kept-form.ts";

export type SetUnknown =
  | { readonly code: "report-set-unknown"; readonly given: string; readonly known: readonly string[] }
  | { readonly code: "day-out-of-range"; readonly given: string; readonly first: string; readonly last: string };

/** Facts of a year are kept from 1900 to 2099, and a report looks at those of the year before as well. */
const DAYS = { first: "1901-01-01", last: "2099-12-31" };

/** Binding reads some thousand conditions: those of the periods that are worked on are kept. */
const BOUND = new WeakMap<ReportSets, Map<string, BoundSet>>();
const MOST_BOUND = 12;

/** A form bound to the fields of records for one period. */
export async function bindSet(
  sets: ReportSets,
  id: string,
  period: Period,
): Promise<Result<BoundSet, SetUnknown | DefinitionRefusal>> {
  const bound = BOUND.get(sets) ?? new Map<string, BoundSet>();
  BOUND.set(sets, bound);
  const { from, until } = period;
  if (from < DAYS.first || until > DAYS.last) return refuse({ code: "day-out-of-range", given: until, ...DAYS });
  const name = `${id} ${from} ${until}`;
  const known = bound.get(name);
  if (known) return ok(known);
  const made = await bindAnew(sets, id, period);
  if (!made.ok) return made;
  const [oldest] = bound.keys();
  if (bound.size >= MOST_BOUND && oldest !== undefined) bound.delete(oldest);
  bound.set(name, made.value);
  return made;
}

/** The form alone. */
export async function openSet(
  sets: ReportSets,
  id: string,
  period: Period,
): Promise<Result<CompiledSet, SetUnknown | DefinitionRefusal>> {
  const bound = await bindSet(sets, id, period);
  return bound.ok ? ok(bound.value.compiled) : bound;
}

async function bindAnew(
  sets: ReportSets,
  id: string,
  { from, until }: Period,
): Promise<Result<BoundSet, SetUnknown | DefinitionRefusal>> {
  const read = await sets.open(id);
  if (!read) return refuse({ code: "report-set-unknown", given: id, known: sets.ids });
  if (!read.ok) return read;
  const { set, files } = read.value;
  const named = new Map([...read.value.named, ...periodNames(from, until)]);
  const { compiled, problems } = compileSet(set, { data: sets.data, named, fileOf: ({ no }) => files.get(no) ?? "" });
  return problems.length > 0 ? refuse({ code: "definition-unreadable", problems }) : ok({ compiled, named });
}
