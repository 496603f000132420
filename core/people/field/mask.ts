import type { FieldDefinition } from "./field.ts";

/** 310***********1234: the region and the last four, as A12 writes it. What is no ID number is hidden altogether. */
export function maskIdNumber(idNumber: string): string {
  if (idNumber === "") return "";
  return idNumber.length === 18
    ? `${idNumber.slice(0, 3)}***********${idNumber.slice(14)}`
    : "*".repeat(idNumber.length);
}

/** 138****5678; of shorter numbers the last two digits. */
export function maskPhone(phone: string): string {
  if (phone.length >= 11) return `${phone.slice(0, 3)}****${phone.slice(-4)}`;
  return phone.length > 4 ? `${"*".repeat(phone.length - 2)}${phone.slice(-2)}` : "*".repeat(phone.length);
}

/** One value as it may leave the house. */
export function maskValue(field: Pick<FieldDefinition, "type" | "sensitive">, canonical: string): string {
  if (!field.sensitive) return canonical;
  if (field.type === "id-number") return maskIdNumber(canonical);
  return field.type === "phone" ? maskPhone(canonical) : "*".repeat(canonical.length);
}

/** All sensitive facts of a record masked, the others as they are. */
export function maskFacts(
  facts: Readonly<Record<string, string>>,
  fields: readonly FieldDefinition[],
): Readonly<Record<string, string>> {
  const masked: Record<string, string> = { ...facts };
  for (const field of fields) {
    const value = facts[field.key];
    if (field.sensitive && value !== undefined) masked[field.key] = maskValue(field, value);
  }
  return masked;
}
