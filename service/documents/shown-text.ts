import type { Cell } from "#core/sheet/cell.ts";

const DECIMALS = /^0(?:\.(0+))?$/;

/** A cell's value as a sheet would show it; what XML cannot hold is left out. */
export function shownText({ value, format }: Cell): string {
  if (value === null) return "";
  if (typeof value !== "number") return String(value).replace(/(?![\t\n])\p{Cc}|\p{Cs}/gu, "");
  const decimals = DECIMALS.exec(format ?? "");
  return decimals ? value.toFixed(decimals[1]?.length ?? 0) : String(value);
}
