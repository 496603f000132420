import { buildCodeList, type CodeList, type CodeListData } from "./code-list.ts";
import type { FieldDefinition, RecordKind } from "./field.ts";

/** A field of a record as edits name it: "birthDate", or "appraisal.2026" for what is kept by year. */
export interface FieldAddress {
  readonly key: string;
  readonly definition: FieldDefinition;
  /** Of yearly fields. */
  readonly year: string | null;
}

/** All fields and code lists of records: data, built once at the start and handed to whoever asks. */
export interface FieldCatalogue {
  readonly person: readonly FieldDefinition[];
  readonly unit: readonly FieldDefinition[];
  /** @returns undefined for an unknown key, a missing or superfluous year. */
  byKey(of: RecordKind, key: string): FieldAddress | undefined;
  /** @throws on an unknown name (a bug: fields name the lists that exist). */
  codeList(name: string): CodeList;
}

export interface CatalogueData {
  readonly person: readonly FieldDefinition[];
  readonly unit: readonly FieldDefinition[];
  readonly codeLists: readonly CodeListData[];
}

const YEARLY_KEY = /^([A-Za-z]+)\.((?:19|20)\d{2})$/;

/** @throws on data that contradict themselves (a bug of whoever edited templates/records). */
export function buildFieldCatalogue(data: CatalogueData): FieldCatalogue {
  const lists = new Map(data.codeLists.map((list) => [list.name, buildCodeList(list)]));
  if (lists.size !== data.codeLists.length) throw new Error("two code lists have the same name");
  const fields = { person: keyed(data.person), unit: keyed(data.unit) };
  for (const field of [...data.person, ...data.unit]) ensureSound(field, lists);
  return {
    person: data.person,
    unit: data.unit,
    byKey: (of, key) => addressIn(fields[of], key),
    codeList: (name) => {
      const list = lists.get(name);
      if (!list) throw new Error(`unknown code list: ${name}`);
      return list;
    },
  };
}

function addressIn(fields: ReadonlyMap<string, FieldDefinition>, key: string): FieldAddress | undefined {
  const plain = fields.get(key);
  if (plain) return plain.yearly ? undefined : { key, definition: plain, year: null };
  const [, name = "", year = ""] = YEARLY_KEY.exec(key) ?? [];
  const yearly = fields.get(name);
  return yearly?.yearly ? { key, definition: yearly, year } : undefined;
}

function keyed(fields: readonly FieldDefinition[]): ReadonlyMap<string, FieldDefinition> {
  const map = new Map(fields.map((field) => [field.key, field]));
  if (map.size !== fields.length) throw new Error("two fields of one record have the same key");
  return map;
}

function ensureSound(field: FieldDefinition, lists: ReadonlyMap<string, CodeList>): void {
  const wrong =
    (field.type === "code") !== (field.codes !== undefined) ||
    (field.codes !== undefined && !lists.has(field.codes)) ||
    (field.list === undefined) !== (field.entry === undefined) ||
    (field.edited === "procedure" && field.procedure === undefined);
  if (wrong) throw new Error(`the definition of ${field.of} field ${field.key} contradicts itself`);
}
