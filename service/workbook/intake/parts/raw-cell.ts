import type { SeenCell } from "#core/intake/seen-workbook.ts";
import { shownText } from "#service/workbook/xlsx/file-text.ts";
import { activeContent, damaged, tooBig } from "../intake-fault.ts";
import type { IntakeLimits } from "../intake-limits.ts";
import { isoDateAsSeen, numberAsSeen } from "../number-as-seen.ts";
import { GENERAL, type NumberFormat } from "../number-format.ts";
import { isDdeFormula } from "./active-content.ts";
import type { SharedStrings } from "./shared-strings.ts";

/** One <c> as the file has it. */
export interface RawCell {
  readonly type: string;
  readonly style: number;
  readonly value: string | null;
  readonly inline: string | null;
  readonly formula: string | null;
  /** "Sheet!B7", for whoever has to find it. */
  readonly place: () => string;
}

/** What cells refer to. */
export interface CellContext {
  readonly strings: SharedStrings;
  readonly styles: readonly NumberFormat[];
  readonly date1904: boolean;
  readonly limits: IntakeLimits;
}

/** @returns undefined for a cell that shows nothing. */
export function parseRawCell(raw: RawCell, context: CellContext): SeenCell | undefined {
  const cell = cellOf(raw, context);
  const { value } = cell;
  if (typeof value === "string" && value.length > context.limits.textLength)
    throw tooBig("text", value.length, context.limits.textLength);
  if (raw.formula === null) return value === null || value === "" ? undefined : cell;
  if (raw.formula.length > context.limits.formulaLength)
    throw tooBig("formula", raw.formula.length, context.limits.formulaLength);
  if (isDdeFormula(raw.formula)) throw activeContent("dde", raw.place());
  return { ...cell, formula: raw.formula };
}

function cellOf(raw: RawCell, context: CellContext): SeenCell {
  if (raw.type === "inlineStr") return { value: shownText(raw.inline ?? "") };
  if (raw.value === null || raw.value === "") return { value: null };
  const parse = PARSERS.get(raw.type);
  if (!parse) throw damaged("cell-value", raw.place());
  return parse(raw.value, raw, context);
}

type ValueParser = (value: string, raw: RawCell, context: CellContext) => SeenCell;

const PARSERS: ReadonlyMap<string, ValueParser> = new Map<string, ValueParser>([
  ["s", (value, raw, context) => ({ value: sharedString(value, raw, context) })],
  ["str", (value) => ({ value: shownText(value) })],
  ["e", (value) => ({ value, flag: "error" })],
  ["d", (value) => ({ value: isoDateAsSeen(value) })],
  ["b", (value, raw) => ({ value: booleanOf(value, raw) })],
  ["n", (value, raw, context) => numberOf(value, raw, context)],
]);

function sharedString(index: string, { place }: RawCell, { strings }: CellContext): string {
  const at = /^\d{1,9}$/.test(index) ? Number(index) : Number.POSITIVE_INFINITY;
  if (at >= strings.count) throw damaged("shared-string", place());
  return strings.get(at);
}

function booleanOf(value: string, { place }: RawCell): boolean {
  if (value !== "0" && value !== "1") throw damaged("cell-value", place());
  return value === "1";
}

function numberOf(value: string, raw: RawCell, { styles, date1904 }: CellContext): SeenCell {
  const seen = numberAsSeen(value, { format: styles[raw.style] ?? GENERAL, date1904 });
  if (seen === undefined) throw damaged("cell-value", raw.place());
  return seen;
}
