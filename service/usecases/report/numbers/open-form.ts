import { ok, type Result } from "#core/kernel/result.ts";
import type { DefinitionRefusal } from "#core/report/definition/read-table.ts";
import type { ReportKey } from "#core/report/key/report-key.ts";
import { periodUntil, type Period } from "#core/report/population/period.ts";
import type { ReportServices } from "../report-services.ts";
import { askedKeys, type AskedKeys } from "./asked-keys.ts";
import { definitionChecksum } from "./definition-checksum.ts";
import { bindSet, type BoundSet, type SetUnknown } from "./open-set.ts";

/** A form bound to the period that ends on a reporting date. */
export interface OpenedForm extends BoundSet {
  /** Checksum of the form as it is written. */
  readonly definition: string;
  readonly period: Period;
  readonly asks: AskedKeys;
}

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
