import type { FieldCatalogue } from "#core/people/field/field-catalogue.ts";
import type { RosterCode } from "#core/sheet/roster/roster-view.ts";

/** A code list as a page offers it. */
export function codeChoices(catalogue: FieldCatalogue, list: string): readonly RosterCode[] {
  return catalogue.codeList(list).values.map(({ code, zh, en }) => ({ code, label: { zh, en } }));
}
