import type { PersonId } from "#core/kernel/ids.ts";
import type { Facts } from "#core/people/person/facts.ts";
import type { Belonging, Person } from "#core/people/person/person.ts";
import type { Vault } from "#service/ports/vault.ts";
import type { RowOf } from "../tables.ts";
import { parseRecordColumns, recordColumns } from "./record-json.ts";
import { RowReader } from "./row-reader.ts";

export const PHONE_INDEX = "person.phone";
export const ID_NUMBER_INDEX = "person.id_number";

/** Sensitive facts and the columns in which they are sealed, under the one data key of their row (A12). */
const SEALED = { mobile: "phone", idNumber: "id_number", phone: "landline" } as const;
/** Facts with a column of their own; the JSON holds the rest. */
const IN_COLUMNS: ReadonlySet<string> = new Set(["name", "bookNumber", ...Object.keys(SEALED)]);

export type PersonRow = Omit<RowOf<"person">, "merged_into">;

export function personRow(person: Person, vault: Vault): PersonRow {
  const { id, facts, lists, revisions, version } = person;
  const [mobile, idNumber] = [filled(facts["mobile"]), filled(facts["idNumber"])];
  const plain = { phone: mobile, id_number: idNumber, landline: filled(facts["phone"]) };
  const sealed = vault.seal({ table: "person", key: id }, plain);
  return {
    id,
    ...recordColumns({ facts: otherFacts(facts), lists, revisions }),
    name: facts["name"] ?? "",
    book_number: filled(facts["bookNumber"]),
    revision: version,
    ...sealed.fields,
    data_key: sealed.dataKey,
    phone_index: mobile === null ? null : vault.index(PHONE_INDEX, mobile),
    id_index: idNumber === null ? null : vault.index(ID_NUMBER_INDEX, idNumber),
  };
}

/** @param vault null: the seals stay closed and sensitive facts are left out. */
export function parsePerson(row: object, belongings: readonly Belonging[], vault: Vault | null): Person {
  const reader = new RowReader("person", row, ["id"]);
  const id = reader.text<PersonId>("id");
  const { facts, lists, revisions } = parseRecordColumns(reader);
  const own = { name: reader.text("name"), bookNumber: reader.textOrNull("book_number") };
  const opened = vault === null ? {} : openSealed(reader, id, vault);
  return {
    id,
    facts: { ...facts, ...withoutEmpty({ ...own, ...opened }) },
    lists,
    revisions,
    belongings,
    version: reader.whole("revision"),
  };
}

function openSealed(reader: RowReader, id: PersonId, vault: Vault): Readonly<Record<string, string | null>> {
  const columns = Object.values(SEALED).map((column) => [column, reader.textOrNull(column)] as const);
  if (columns.every(([, value]) => value === null)) return {};
  const dataKey = reader.text("data_key");
  const plain = vault.open({ table: "person", key: id }, { dataKey, fields: Object.fromEntries(columns) });
  return Object.fromEntries(Object.entries(SEALED).map(([fact, column]) => [fact, plain[column] ?? null]));
}

function otherFacts(facts: Facts): Facts {
  return Object.fromEntries(Object.entries(facts).filter(([key, value]) => value !== "" && !IN_COLUMNS.has(key)));
}

function withoutEmpty(facts: Readonly<Record<string, string | null>>): Facts {
  return Object.fromEntries(
    Object.entries(facts).filter((entry): entry is [string, string] => entry[1] !== null && entry[1] !== ""),
  );
}

function filled(value: string | undefined): string | null {
  return value === undefined || value === "" ? null : value;
}
