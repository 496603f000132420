import { ok, refuse, type Result } from "#core/kernel/result.ts";
import { compileSet } from "#core/report/compile/compile-set.ts";
import type { CompiledSet } from "#core/report/compile/compiled-set.ts";
import { periodNames } from "#core/report/definition/named-conditions.ts";
import type { DefinitionRefusal } from "#core/report/definition/read-table.ts";
import type { Period } from "#core/report/population/period.ts";
import type { ReportSets } from "#service/ports/report-sets.ts";

export interface SetUnknown {
  readonly code: "report-set-unknown";
  readonly given: string;
  readonly known: readonly string[];
}

/** A form bound to the fields of records for one period. */
export async function openSet(
  sets: ReportSets,
  id: string,
  { from, until }: Period,
): Promise<Result<CompiledSet, SetUnknown | DefinitionRefusal>> {
  const read = await sets.open(id);
  if (!read) return refuse({ code: "report-set-unknown", given: id, known: sets.ids });
  if (!read.ok) return read;
  const { set, named, files } = read.value;
  const { compiled, problems } = compileSet(set, {
    data: sets.data,
    named: new Map([...named, ...periodNames(from, until)]),
    fileOf: ({ no }) => files.get(no) ?? "",
  });
  return problems.length > 0 ? refuse({ code: "definition-unreadable", problems }) : ok(compiled);
}
