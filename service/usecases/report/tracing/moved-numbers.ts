import type { CompiledSet } from "#core/report/compile/compiled-set.ts";
import { runChecks, type CheckFinding } from "#core/report/check/run-checks.ts";
import { completeValues } from "#core/report/counting/complete-values.ts";
import type { GeneratedValues } from "#core/report/counting/tabulate.ts";
import { enteredValues } from "#core/report/entry/standing-entries.ts";
import type { WhatIfView } from "#core/protocol/report/report-tracing.ts";
import type { ReportStanding } from "../entry/report-standing.ts";
import { titleOf } from "./drill-cell.ts";

interface Numbers {
  readonly before: GeneratedValues;
  readonly after: GeneratedValues;
}

/** What an officer forced stays as he forced it. */
export function movedNumbers(standing: ReportStanding, { before, after }: Numbers): MovedNumbers {
  const { opened, entries, lastYear } = standing;
  const { compiled } = opened;
  const readLast = (table: number, cell: string) => lastYear.values.get(`${table}!${cell}`) ?? null;
  const complete = (generated: GeneratedValues) =>
    completeValues(compiled, { generated, entered: enteredValues(entries), lastYear: readLast });
  const [was, becomes] = [complete(before), complete(after)];
  const failing = (values: ReadonlyMap<string, number>): ReadonlyMap<string, CheckFinding> =>
    new Map(
      runChecks(compiled.set.checks, compiled, (table, cell, ofLastYear) =>
        ofLastYear ? readLast(table, cell) : (values.get(`${table}!${cell}`) ?? null),
      ).map((finding) => [`${finding.check.code} ${finding.line}`, finding]),
    );
  const [failed, fails] = [failing(was), failing(becomes)];
  const told = (finding: CheckFinding, state: "holds" | "fails"): WhatIfView["checks"][number] => ({
    ...{ code: finding.check.code, line: finding.line, text: finding.check.text, becomes: state },
  });
  return {
    cells: inTableOrder(compiled).flatMap((cell) => {
      const [old, value] = [was.get(cell) ?? 0, becomes.get(cell)];
      const isMoved = value !== undefined && value !== old;
      return isMoved ? [{ cell, title: titleOf(compiled, cell), before: old, after: value }] : [];
    }),
    checks: [
      ...[...failed].flatMap(([name, finding]) => (fails.has(name) ? [] : [told(finding, "holds")])),
      ...[...fails].flatMap(([name, finding]) => (failed.has(name) ? [] : [told(finding, "fails")])),
    ],
    values: becomes,
    fails: [...fails.values()],
  };
}

function inTableOrder({ tables }: CompiledSet): readonly string[] {
  return tables.flatMap(({ definition, cells }) => cells.map(({ cell }) => `${definition.no}!${cell}`));
}

export interface MovedNumbers extends Pick<WhatIfView, "cells" | "checks"> {
  /** Complete, with the correction. */
  readonly values: ReadonlyMap<string, number>;
  readonly fails: readonly CheckFinding[];
}
