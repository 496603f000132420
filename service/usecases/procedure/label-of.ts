import type { FieldCatalogue } from "#core/people/field/field-catalogue.ts";
import type { Label } from "#core/people/field/field.ts";

/** What a code is called; null where there is none, or none that the list knows. */
export function labelOf(catalogue: FieldCatalogue, list: string, code: string | undefined): Label | null {
  const value = catalogue.codeList(list).byCode.get(code ?? "");
  return value ? { zh: value.zh, en: value.en } : null;
}
