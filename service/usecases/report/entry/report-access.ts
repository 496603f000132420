import type { AccessRefusal } from "#core/access/access-refusal.ts";
import { decideReport, reportSubject, type ReportAction } from "#core/access/decide-report.ts";
import type { UnitId } from "#core/kernel/ids.ts";
import type { Caller } from "#service/usecases/caller.ts";

/** @returns undefined when the caller may. A foreign unit's report answers exactly as a missing one (A9). */
export function refusalForReport(caller: Caller, unitId: UnitId, action: ReportAction): AccessRefusal | undefined {
  const { actor, organisation, scope } = caller;
  const subject = reportSubject(actor, organisation, unitId);
  switch (decideReport(scope.records, { subject, action })) {
    case "allowed":
      return undefined;
    case "invisible":
      return { code: "not-found" };
    case "forbidden":
      return { code: "forbidden", action };
    case "read-only":
      return { code: "read-only" };
  }
}
