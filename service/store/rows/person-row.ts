import type { PersonId } from "#core/kernel/ids.ts";
import type { Facts } from "#core/people/person/facts.ts";
import type { Belonging, Person } from "#core/people/person/person.ts";
import type { Vault } from "#service/ports/vault.ts";
import type { RowOf } from "../tables.ts";
import { parseRecordColumns, recordColumns } from "./record-json.ts";
import { RowReader } from "./row-reader.ts";

export const PHONE_INDEX = "person.phone";
export const ID_NUMBER_INDEX = "person.id_number";

/** Facts with a column of their own, the sensitive ones sealed under the one data key of their row (A12); the JSON holds the rest. */
const IN_COLUMNS: ReadonlySet<string> = new Set(["name", "bookNumber", "mobile", "idNumber", "phone"]);

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
  const own: Record<string, string> = { ...facts };
  putFilled(own, "name", reader.text("name"));
  putFilled(own, "bookNumber", reader.textOrNull("book_number"));
  if (vault !== null) openSealed(reader, { id, vault, into: own });
  return {
    id,
    facts: own,
    lists,
    revisions,
    belongings,
    version: reader.whole("revision"),
  };
}

interface Opening {
  readonly id: PersonId;
  readonly vault: Vault;
  readonly into: Record<string, string>;
}

function openSealed(reader: RowReader, { id, vault, into }: Opening): void {
  const fields = {
    phone: reader.textOrNull("phone"),
    id_number: reader.textOrNull("id_number"),
    landline: reader.textOrNull("landline"),
  };
  if (fields.phone === null && fields.id_number === null && fields.landline === null) return;
  const plain = vault.open({ table: "person", key: id }, { dataKey: reader.text("data_key"), fields });
  putFilled(into, "mobile", plain.phone);
  putFilled(into, "idNumber", plain.id_number);
  putFilled(into, "phone", plain.landline);
}

function otherFacts(facts: Facts): Facts {
  return Object.fromEntries(Object.entries(facts).filter(([key, value]) => value !== "" && !IN_COLUMNS.has(key)));
}

function putFilled(facts: Record<string, string>, key: string, value: string | null): void {
  if (value !== null && value !== "") facts[key] = value;
}

function filled(value: string | undefined): string | null {
  return value === undefined || value === "" ? null : value;
}
