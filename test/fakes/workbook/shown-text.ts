import { isCellError, type WorkbookCell } from "./cell-model.ts";

/** What a cell shows: the value through its number format, as far as our sheets use formats. */
export function shownText({ value, numberFormat }: Pick<WorkbookCell, "value" | "numberFormat">): string {
  if (value === null) return "";
  if (isCellError(value)) return value.error;
  if (typeof value === "boolean") return String(value).toUpperCase();
  const section = sectionFor(value, sectionsOf(numberFormat));
  return section === undefined ? String(value) : filled(section, value);
}

/** Positive; negative; zero; text. Semicolons in quotes do not count. */
function sectionsOf(format: string): readonly string[] {
  return format.match(/(?:"[^"]*"|\\.|[^;"\\])+/g) ?? [];
}

function sectionFor(value: string | number, sections: readonly string[]): string | undefined {
  const [positive, negative, zero, text] = sections;
  if (typeof value === "string") return text ?? (positive === "@" ? positive : undefined);
  if (value < 0) return negative ?? (positive === undefined ? undefined : `-${positive}`);
  return value === 0 ? (zero ?? positive) : positive;
}

const PART = /"([^"]*)"|\\(.)|(General)|(@)|([#0][#0,]*(?:\.[0#]+)?%?)|(yyyy\/m\/d)|./g;

function filled(section: string, value: string | number): string {
  return section.replace(PART, (part: string, ...groups: (string | undefined)[]) => {
    const [quoted, escaped, general, text, digits, date] = groups;
    if (text !== undefined) return String(value);
    if (typeof value !== "number") return quoted ?? escaped ?? part;
    if (general !== undefined) return String(Math.abs(value));
    if (digits !== undefined) return figure(digits, Math.abs(value));
    return date === undefined ? (quoted ?? escaped ?? part) : dateText(value);
  });
}

function figure(digits: string, value: number): string {
  const percent = digits.endsWith("%") ? "%" : "";
  const decimals = /\.([0#]+)/.exec(digits)?.[1] ?? "";
  const text = trimmed((percent === "" ? value : value * 100).toFixed(decimals.length), decimals);
  return (digits.includes(",") ? text.replace(/\B(?<!\.\d*)(?=(?:\d{3})+(?!\d))/g, ",") : text) + percent;
}

/** "#" shows a digit only where there is one. */
function trimmed(text: string, decimals: string): string {
  const optional = decimals.length - decimals.replace(/#+$/, "").length;
  return optional === 0 ? text : text.replace(new RegExp(`0{1,${optional}}$`), "").replace(/\.$/, "");
}

function dateText(serial: number): string {
  const date = new Date((serial - 25_569) * 86_400_000);
  return `${date.getUTCFullYear()}/${date.getUTCMonth() + 1}/${date.getUTCDate()}`;
}
