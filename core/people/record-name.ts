import { toId, type PersonId, type UnitId } from "#core/kernel/ids.ts";

/** "person:ID" or "unit:ID", as edits, histories and the audit name a record. */
export type RecordName =
  { readonly kind: "person"; readonly id: PersonId } | { readonly kind: "unit"; readonly id: UnitId };

const NAME = /^(person|unit):([^:/\s]{1,100})$/;

export function personRecord(id: PersonId): string {
  return `person:${id}`;
}

export function unitRecord(id: UnitId): string {
  return `unit:${id}`;
}

export function parseRecordName(text: string): RecordName | undefined {
  const [, kind, id = ""] = NAME.exec(text) ?? [];
  if (kind === "person") return { kind, id: toId(id) };
  return kind === "unit" ? { kind, id: toId(id) } : undefined;
}
