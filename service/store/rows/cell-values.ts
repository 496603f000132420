/** A form's numbers by "2!C4", as they stand in one column. */
export function isCellValues(value: unknown): value is Readonly<Record<string, number>> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  return Object.values(value).every((one) => typeof one === "number" && Number.isFinite(one));
}
