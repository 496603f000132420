import { ok, refuse, type Result } from "#core/kernel/result.ts";
import type { FieldCatalogue } from "#core/people/field/field-catalogue.ts";
import { UNIT_COLUMN } from "#core/people/import/read-row.ts";
import type { ImportFileRefusal } from "#core/people/import/import-refusal.ts";
import type { ImportMapping } from "#core/protocol/records/imports.ts";

/** Every column names a field that can be written, and no two the same. */
export function checkMapping(
  catalogue: FieldCatalogue,
  { columns }: ImportMapping,
): Result<undefined, ImportFileRefusal> {
  const fields = new Set<string>();
  for (const { field } of columns) {
    const definition = catalogue.byKey("person", field)?.definition;
    const isWritten = field === UNIT_COLUMN || (definition !== undefined && definition.edited !== "computed");
    if (!isWritten) return refuse({ code: "import-field-unknown", field });
    if (fields.has(field)) return refuse({ code: "import-field-twice", field });
    fields.add(field);
  }
  return ok(undefined);
}
