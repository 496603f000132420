import { isCellError, type WorkbookCell } from "#test/fakes/workbook/cell-model.ts";
import type { Desk } from "./desk.ts";

/** What a cell shows. Column width is not looked at: no "####". */
export function displayedText(cell: Pick<WorkbookCell, "value" | "numberFormat">, desk: Desk): string {
  const { value, numberFormat } = cell;
  if (value === null) return "";
  if (isCellError(value)) return value.error;
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  if (typeof value === "string") return value;
  return shownNumber(value, numberFormat) ?? desk.misuse(`text of a number in the format ${numberFormat}`);
}

function shownNumber(value: number, format: string): string | undefined {
  if (format === "General" || format === "@") return String(Number(value.toPrecision(11)));
  const [, grouped, decimals = "", percent] = /^(#,##)?0(\.0+)?(%)?$/.exec(format) ?? [];
  if (/^(#,##)?0(\.0+)?(%)?$/.test(format)) {
    const scaled = percent === undefined ? value : value * 100;
    const digits = Math.max(decimals.length - 1, 0);
    const options = {
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
      useGrouping: grouped !== undefined,
    };
    return scaled.toLocaleString("en-US", options) + (percent ?? "");
  }
  if (/^yyyy[-/]mm?[-/]dd?$/.test(format)) return shownDate(value, format);
  return undefined;
}

function shownDate(serial: number, format: string): string {
  const day = new Date((serial - 25_569) * 86_400_000);
  const two = (part: number, letters: string) => String(part).padStart(letters.length, "0");
  return format
    .replace("yyyy", String(day.getUTCFullYear()))
    .replace(/mm?/, (letters) => two(day.getUTCMonth() + 1, letters))
    .replace(/dd?/, (letters) => two(day.getUTCDate(), letters));
}
