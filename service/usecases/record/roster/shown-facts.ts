import type { FieldCatalogue } from "#core/people/field/field-catalogue.ts";
import type { FieldDefinition } from "#core/people/field/field.ts";
import { maskFacts } from "#core/people/field/mask.ts";
import type { Facts } from "#core/people/person/facts.ts";
import type { RosterCode, RosterView } from "#core/sheet/roster/roster-view.ts";

/** Only the facts of these fields leave, the sensitive ones masked (A12). */
export function shownFacts(facts: Facts, fields: readonly FieldDefinition[]): Facts {
  const picked = fields.flatMap(({ key }) => (facts[key] === undefined ? [] : [[key, facts[key]] as const]));
  return maskFacts(Object.fromEntries(picked), fields);
}

/** The code lists that these fields need. */
export function codesOf(fields: readonly FieldDefinition[], catalogue: FieldCatalogue): RosterView["codes"] {
  const names = new Set(fields.flatMap(({ codes }) => codes ?? []));
  return Object.fromEntries(
    [...names].map((name) => {
      const { values } = catalogue.codeList(name);
      return [name, values.map(({ code, zh, en }): RosterCode => ({ code, label: { zh, en } }))];
    }),
  );
}
