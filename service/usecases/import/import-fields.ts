import { intakeField, type IntakeField } from "#core/intake/mapping/intake-field.ts";
import type { FieldCatalogue } from "#core/people/field/field-catalogue.ts";
import { UNIT_COLUMN } from "#core/people/import/read-row.ts";

/** What a column of a foreign sheet may hold: every field that is not computed, and the branch of each row. */
export function importFields(catalogue: Pick<FieldCatalogue, "person" | "codeList">): readonly IntakeField[] {
  return catalogue.person
    .filter(({ edited, yearly, key }) => (edited !== "computed" && yearly !== true) || key === UNIT_COLUMN)
    .map((field) => intakeField(field, field.codes === undefined ? undefined : codeNames(catalogue, field.codes)));
}

function codeNames(catalogue: Pick<FieldCatalogue, "codeList">, name: string) {
  const { values, edition, olderEditions = [] } = catalogue.codeList(name);
  return {
    values: new Set(values.flatMap(({ code, zh, also = [] }) => [code, zh, ...also])),
    editions: edition === undefined ? [] : [edition, ...olderEditions.map((older) => older.edition)],
  };
}
