import { join } from "node:path";
import type { RecordChecks } from "#core/people/check/build-record-checks.ts";
import type { FieldCatalogue } from "#core/people/field/field-catalogue.ts";
import { loadProcedureRules } from "#service/shipped/procedure-rules.ts";
import { loadFieldCatalogue, loadRecordChecks } from "#service/shipped/shipped-records.ts";

const TEMPLATES = join(import.meta.dirname, "..", "..", "templates");

/** The catalogue that is shipped: tests of records read the very data that officers meet. */
export const shippedCatalogue: FieldCatalogue = await loadFieldCatalogue(TEMPLATES);

/** The shipped checks, bound to it. */
export const shippedChecks: RecordChecks = await loadRecordChecks(TEMPLATES, {
  catalogue: shippedCatalogue,
  procedures: await loadProcedureRules(TEMPLATES),
});
