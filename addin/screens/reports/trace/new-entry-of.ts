import type { FieldDefinition } from "#core/people/field/field.ts";
import { readDate } from "#core/people/field/read-day.ts";
import type { Facts } from "#core/people/person/facts.ts";

export interface NewEntry {
  /** The day or month from which the present entry holds. */
  readonly from: string;
  /** What has a last day ends where the new entry begins; an award, a title or an education only gets another one beside it. */
  readonly before: "ends" | "stays";
}

interface Typed {
  readonly typed: string;
  readonly fields: readonly FieldDefinition[];
  readonly facts: Facts;
}

/** What is kept with dates gets a new entry by a later day than the present one's; null: the present entry is only mended. */
export function newEntryOf(field: FieldDefinition, { typed, fields, facts }: Typed): NewEntry | null {
  const from = facts[field.key] ?? "";
  if (field.begins !== true || from === "") return null;
  const read = readDate(typed.trim(), false);
  if (!read.ok) return null;
  const day = field.type === "month" ? read.value.text.slice(0, "2026-03".length) : read.value.text;
  if (day <= from) return null;
  const until = fields.find(({ list, entry }) => list === field.list && entry === "until");
  return { from, before: until && (facts[until.key] ?? "") === "" ? "ends" : "stays" };
}
