import type { CellValue } from "#core/sheet/cell.ts";
import type { ReadCell } from "#core/sheet/reading.ts";
import { shownText } from "#service/workbook/xlsx/file-text.ts";
import { activeContent, damaged, tooBig } from "../intake-fault.ts";
import type { IntakeLimits } from "../intake-limits.ts";
import { numberAsSeen } from "../number-as-seen.ts";
import type { NumberFormatKind } from "../number-format-kind.ts";
import { isDdeFormula } from "./active-content.ts";

/** One <c> as the file has it. */
export interface RawCell {
  readonly type: string;
  readonly style: number;
  readonly value: string | null;
  readonly inline: string | null;
  readonly formula: string | null;
  /** "Sheet!B7", for whoever has to find it. */
  readonly place: string;
}

/** What cells refer to. */
export interface CellContext {
  readonly strings: readonly string[];
  readonly styles: readonly NumberFormatKind[];
  readonly date1904: boolean;
  readonly limits: IntakeLimits;
}

/** @returns undefined for a cell that shows nothing. */
export function parseRawCell(raw: RawCell, context: CellContext): ReadCell | undefined {
  const value = valueOf(raw, context);
  if (typeof value === "string" && value.length > context.limits.textLength)
    throw tooBig("text", value.length, context.limits.textLength);
  if (raw.formula === null) return value === null || value === "" ? undefined : { value };
  if (raw.formula.length > context.limits.formulaLength)
    throw tooBig("formula", raw.formula.length, context.limits.formulaLength);
  if (isDdeFormula(raw.formula)) throw activeContent("dde", raw.place);
  return { value, formula: raw.formula };
}

function valueOf(raw: RawCell, context: CellContext): CellValue {
  if (raw.type === "inlineStr") return shownText(raw.inline ?? "");
  if (raw.value === null || raw.value === "") return null;
  const parse = PARSERS.get(raw.type);
  if (!parse) throw damaged("cell-value", raw.place);
  return parse(raw.value, raw, context);
}

type ValueParser = (value: string, raw: RawCell, context: CellContext) => CellValue;

const PARSERS: ReadonlyMap<string, ValueParser> = new Map<string, ValueParser>([
  ["s", (value, raw, context) => sharedString(value, raw.place, context)],
  ["str", (value) => shownText(value)],
  ["e", (value) => value],
  ["d", (value) => value],
  ["b", (value, raw) => booleanOf(value, raw.place)],
  ["n", (value, raw, context) => numberOf(value, raw, context)],
]);

function sharedString(index: string, place: string, { strings }: CellContext): string {
  const text = /^\d{1,9}$/.test(index) ? strings[Number(index)] : undefined;
  if (text === undefined) throw damaged("shared-string", place);
  return text;
}

function booleanOf(value: string, place: string): boolean {
  if (value !== "0" && value !== "1") throw damaged("cell-value", place);
  return value === "1";
}

function numberOf(value: string, raw: RawCell, { styles, date1904 }: CellContext): CellValue {
  const seen = numberAsSeen(value, { kind: styles[raw.style] ?? "plain", date1904 });
  if (seen === undefined) throw damaged("cell-value", raw.place);
  return seen;
}
