import { codeName } from "../field/code-list.ts";
import type { FieldAddress, FieldCatalogue } from "../field/field-catalogue.ts";
import type { FieldDefinition, RecordKind } from "../field/field.ts";

/** The names a question may use: fields by key, Chinese or English label, or any heading officers write. */
export interface Vocabulary {
  readonly of: RecordKind;
  readonly catalogue: FieldCatalogue;
  /** Names with marks of their own, longest first, which the reader must not cut. */
  readonly markedNames: readonly string[];
  /** undefined: no such field. "year-needed": a yearly one without its year. */
  fieldOf(word: string): FieldAddress | "year-needed" | undefined;
}

const MARKED = /[()（）,，、=<>!+&|\s]/u;
const YEAR = /^(.*?)\.?((?:19|20)\d{2})年?$/u;

export function vocabularyOf(catalogue: FieldCatalogue, of: RecordKind): Vocabulary {
  const fields = catalogue[of];
  const byName = new Map<string, FieldDefinition>();
  const names = (field: FieldDefinition): readonly string[] => [field.key, field.label.zh, field.label.en];
  for (const field of fields) for (const name of field.aliases) byName.set(codeName(name), field);
  for (const field of fields) for (const name of names(field)) byName.set(codeName(name), field);
  const known = [...fields.flatMap((field) => [...names(field), ...field.aliases]), ...codeNames(catalogue, fields)];
  const markedNames = [...new Set(known.filter((name) => MARKED.test(name)))].toSorted((a, b) => b.length - a.length);
  return { of, catalogue, markedNames, fieldOf: (word) => fieldOf(byName, word, catalogue) };
}

function fieldOf(
  byName: ReadonlyMap<string, FieldDefinition>,
  word: string,
  catalogue: FieldCatalogue,
): FieldAddress | "year-needed" | undefined {
  const plain = byName.get(codeName(word));
  if (plain) return plain.yearly ? "year-needed" : { key: plain.key, definition: plain, year: null };
  const [, name = "", year = ""] = YEAR.exec(word) ?? [];
  const yearly = byName.get(codeName(name));
  return yearly?.yearly ? catalogue.byKey(yearly.of, `${yearly.key}.${year}`) : undefined;
}

function codeNames(catalogue: FieldCatalogue, fields: readonly FieldDefinition[]): readonly string[] {
  return fields.flatMap(({ codes }) => {
    if (codes === undefined) return [];
    const { values, groups = [] } = catalogue.codeList(codes);
    return [
      ...values.flatMap(({ zh, en, also = [] }) => [zh, en, ...also]),
      ...groups.flatMap(({ zh, en }) => [zh, en]),
    ];
  });
}
