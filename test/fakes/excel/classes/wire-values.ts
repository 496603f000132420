import { ExcelFailure } from "../failure.ts";

/** What came as JSON, as what it must be. @throws InvalidArgument */
export function parseColor(value: unknown): string {
  const [, color] = /^#([0-9a-f]{6})$/i.exec(String(value)) ?? [];
  if (color === undefined) throw new ExcelFailure("InvalidArgument");
  return color.toUpperCase();
}

export function oneOf<const V extends string>(value: unknown, allowed: readonly V[]): V {
  const found = allowed.find((candidate) => candidate === value);
  if (found === undefined) throw new ExcelFailure("InvalidArgument");
  return found;
}

export function whole(value: unknown): number {
  if (typeof value !== "number" || !Number.isInteger(value)) throw new ExcelFailure("InvalidArgument");
  return value;
}
