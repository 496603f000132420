import type { Me } from "#core/protocol/session.ts";
import type { ReportAsk } from "#core/sheet/report/report-view.ts";
import type { PlaceName } from "#addin/screens/shell/shell-props.ts";
import type { ProceduresPage } from "#addin/wording/procedures/procedures-words.ts";
import type { ReportsPage } from "#addin/wording/report/report-wording.ts";

/** What of a place a duty or a notice leads to. */
export type Wanted =
  | { readonly report: ReportAsk; readonly page: ReportsPage }
  | { readonly procedure: ProceduresPage; readonly part: string | null };

/** What is open in the middle of the workbench. */
export type Place =
  { readonly name: PlaceName | "home"; readonly wanted?: Wanted } | { readonly name: "ledger"; readonly id: string };

/** The places this account is offered; the service decides each request again. */
export function placesOf(me: Me): readonly PlaceName[] {
  if (me.kind === "duty")
    return me.can.audit
      ? ["audit", "personal-centre"]
      : ["personal-centre", ...(me.can.administer ? (["accounts"] as const) : [])];
  return [
    "records",
    "procedures",
    "reports",
    "standings",
    ...(me.can.superviseStages ? (["fairness", "stages"] as const) : []),
    ...(me.can.publishTemplates ? (["templates"] as const) : []),
    ...(me.can.administer ? (["accounts"] as const) : []),
    ...(me.can.audit ? (["audit"] as const) : []),
  ];
}

export function firstPlace(me: Me): Place {
  return me.can.audit && me.kind === "duty" ? { name: "audit" } : { name: "home" };
}
