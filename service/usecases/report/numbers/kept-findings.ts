import { KeptChecks } from "#core/report/check/kept-checks.ts";
import type { CheckFinding } from "#core/report/check/run-checks.ts";
import type { OpenedReport } from "./open-report.ts";
import { sameValues } from "./same-values.ts";

/** By "2!C4". */
type Values = ReadonlyMap<string, number>;

interface KeptUnit {
  readonly lastYear: Values;
  readonly checks: KeptChecks;
}

/** So many units' findings are kept for a form; those asked for longest ago go first. */
const MOST_UNITS = 128;

const known = new WeakMap<OpenedReport["kept"], Map<string, KeptUnit>>();

type Whose = Pick<OpenedReport, "key" | "kept" | "compiled">;

interface Checked {
  /** Complete; never written to afterwards. */
  readonly values: Values;
  readonly lastYear: Values;
}

/** What the checks of a form find in a unit's numbers: only those are judged that read another number than last time (R4, R10). */
export function keptFindings({ key, kept, compiled }: Whose, asked: Checked): readonly CheckFinding[] {
  const units = known.get(kept) ?? new Map<string, KeptUnit>();
  known.set(kept, units);
  const before = units.get(key.unitId);
  const unit = before && sameValues(before.lastYear, asked.lastYear) ? before : begun(compiled, asked);
  units.delete(key.unitId);
  units.set(key.unitId, unit);
  const [oldest] = units.keys();
  if (units.size > MOST_UNITS && oldest !== undefined) units.delete(oldest);
  return unit.checks.run(asked.values);
}

function begun(compiled: OpenedReport["compiled"], { lastYear }: Checked): KeptUnit {
  return { lastYear, checks: new KeptChecks(compiled, lastYear) };
}
