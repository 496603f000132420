import { ok, type Result } from "#core/kernel/result.ts";
import type { DefinitionRefusal } from "#core/report/definition/read-table.ts";
import type { ReportKey } from "#core/report/key/report-key.ts";
import { periodUntil } from "#core/report/population/period.ts";
import type { ReportServices } from "../report-services.ts";
import { askedKeys } from "./kept/asked-keys.ts";
import { definitionChecksum } from "./kept/definition-checksum.ts";
import type { OpenedForm } from "./kept/kept-form.ts";
import { bindSet, type SetUnknown } from "./open-set.ts";

export async function openForm(
  { reportSets, digest }: Pick<ReportServices, "reportSets" | "digest">,
  { setId, on }: Pick<ReportKey, "setId" | "on">,
): Promise<Result<OpenedForm, SetUnknown | DefinitionRefusal>> {
  const period = periodUntil(on);
  const set = await bindSet(reportSets, setId, period);
  if (!set.ok) return set;
  const { compiled } = set.value;
  return ok({ ...set.value, definition: definitionChecksum(compiled, digest), period, asks: askedKeys(compiled) });
}
