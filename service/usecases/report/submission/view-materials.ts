import { ok, type Result } from "#core/kernel/result.ts";
import type { AnyRefusal } from "#core/protocol/refusal.ts";
import type { MaterialsView } from "#core/protocol/report/reports.ts";
import type { ReportKey } from "#core/report/key/report-key.ts";
import type { Caller } from "#service/usecases/caller.ts";
import { reportStanding, type ReportStanding } from "../entry/report-standing.ts";
import { openReport } from "../numbers/open-report.ts";
import { prepareForm } from "../numbers/kept/prepare-form.ts";
import type { ReportServices } from "../report-services.ts";
import { answeredPoints } from "./answered-points.ts";
import { MATERIAL_WORDS } from "./material-words.ts";
import { listedFindings } from "./name-lists.ts";

/** The points to be answered, and what the second material will list (R8). */
export async function viewMaterials(
  services: ReportServices,
  caller: Caller,
  key: ReportKey,
): Promise<Result<MaterialsView, AnyRefusal>> {
  await prepareForm(services, { caller, key });
  return await services.store.read(async (tx): Promise<Result<MaterialsView, AnyRefusal>> => {
    const opened = await openReport(tx, services, { caller, key });
    if (!opened.ok) return opened;
    const standing = await reportStanding(tx, opened.value);
    const points = (await answeredPoints(tx, standing)).map(({ point: { code, table, text }, ...answered }) => ({
      ...{ point: code, table, text },
      ...answered,
    }));
    return ok({ points, lists: listsOf(standing) });
  });
}

function listsOf(standing: ReportStanding): MaterialsView["lists"] {
  const { findings, overrides } = standing;
  const lists = listedFindings(standing).map(({ check, left }) => ({
    kind: "names" as const,
    title: `${check.code} ${check.text}`,
    count: left,
  }));
  const said = findings.filter(({ explanation }) => explanation !== null);
  return [
    ...lists,
    { kind: "explanations", title: MATERIAL_WORDS.explanations, count: said.length },
    { kind: "overrides", title: MATERIAL_WORDS.overrides, count: overrides.length },
    { kind: "exemptions", title: MATERIAL_WORDS.exemptions, count: findings.filter(({ exempt }) => exempt).length },
  ];
}
