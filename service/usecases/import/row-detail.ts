import type { FieldCatalogue } from "#core/people/field/field-catalogue.ts";
import { maskValue } from "#core/people/field/mask.ts";
import { withoutNumbers } from "#core/people/field/without-numbers.ts";
import type { RowVerdict } from "#core/people/import/judge-row.ts";
import type { ReadRow } from "#core/people/import/read-row.ts";
import { recordChanges } from "#core/people/person/record-changes.ts";
import type { ImportRowDetail } from "#core/protocol/records/imports.ts";

/** What the preview shows of a row; sensitive values are masked before anything of it is kept (A12). */
export function rowDetail(catalogue: FieldCatalogue, read: ReadRow, verdict: RowVerdict): ImportRowDetail {
  const name = read.facts["name"] ?? "";
  switch (verdict.verdict) {
    case "new":
    case "unchanged":
      return { name, ...computedIn(read) };
    case "changed": {
      const changes = changesShown(catalogue, verdict);
      return { name: verdict.person.facts["name"] ?? name, changes, ...computedIn(read) };
    }
    case "doubled":
      return { name, sameAs: verdict.row + 1 };
    case "refused":
      return { name, problems: verdict.problems.map((one) => ({ ...one, refusal: withoutNumbers(one.refusal) })) };
  }
}

function computedIn({ computed }: ReadRow): Pick<ImportRowDetail, "computed"> {
  return computed.length === 0 ? {} : { computed };
}

function changesShown(catalogue: FieldCatalogue, { before, person }: Extract<RowVerdict, { verdict: "changed" }>) {
  return recordChanges(before, person).map(({ field, old, value }) => {
    const definition = catalogue.byKey("person", field)?.definition;
    const shown = (text: string | null): string | null =>
      text === null || !definition ? text : maskValue(definition, text);
    return { field, old: shown(old), value: shown(value) };
  });
}
