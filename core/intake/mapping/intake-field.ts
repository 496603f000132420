import type { FieldDefinition } from "#core/people/field/field.ts";

/** What values of a field look like, as far as it tells them from others. */
export type ValueShape = "id-number" | "mobile" | "date" | "number" | "code" | "text";

/** A field that a column of a foreign table may be mapped to. */
export interface IntakeField {
  readonly key: string;
  /** Its label first, then what other people's tables call it. */
  readonly labels: readonly string[];
  readonly shape: ValueShape;
  /** For codes: their names and the codes themselves. */
  readonly values?: ReadonlySet<string>;
  /** The codes mean other things in an older edition of the standard: a column of bare codes must say which. */
  readonly editions?: readonly string[];
}

const SHAPES: Readonly<Record<FieldDefinition["type"], ValueShape>> = {
  text: "text",
  day: "date",
  month: "date",
  code: "code",
  whole: "number",
  money: "number",
  "yes-no": "code",
  "id-number": "id-number",
  phone: "text",
  person: "text",
  unit: "text",
};

export interface CodeNames {
  readonly values: ReadonlySet<string>;
  readonly editions: readonly string[];
}

/** @param codes names and codes of the field's list, where it has one */
export function intakeField({ key, label, aliases, type, form }: FieldDefinition, codes?: CodeNames): IntakeField {
  const shape = form === "mobile" ? "mobile" : SHAPES[type];
  const field = { key, labels: [label.zh, ...aliases, label.en], shape };
  if (!codes) return field;
  return { ...field, values: codes.values, ...(codes.editions.length > 1 ? { editions: codes.editions } : {}) };
}
