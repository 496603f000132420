/** The program's numbers for names, as et-jsapi-declare lists them; another program would have others. */
export const XL = {
  none: -4142,
  automatic: -4105,
  sheetVisible: -1,
  sheetHidden: 0,
  sheetVeryHidden: 2,
  calculationAutomatic: -4105,
  calculationManual: -4135,
  portrait: 1,
  landscape: 2,
  paperA4: 9,
} as const;

export const HORIZONTAL = {
  General: 1,
  Left: -4131,
  Center: -4108,
  Right: -4152,
  Fill: 5,
  Justify: -4130,
  Distributed: -4117,
} as const;
export const VERTICAL = { Top: -4160, Center: -4108, Bottom: -4107, Justify: -4130, Distributed: -4117 } as const;
export const LINE_STYLES = {
  Continuous: 1,
  Dash: -4115,
  Dot: -4118,
  Double: -4119,
  DashDot: 4,
  DashDotDot: 5,
  SlantDashDot: 13,
} as const;
export const LINE_WEIGHTS = { Hairline: 1, Thin: 2, Medium: -4138, Thick: 4 } as const;
export const BORDER_INDEXES = { left: 7, top: 8, bottom: 9, right: 10 } as const;
/** Inner lines of a range: 11 between columns, 12 between rows. */
export const INSIDE = { columns: 11, rows: 12 } as const;
export const VALIDATION_TYPES = {
  any: 0,
  wholeNumber: 1,
  decimal: 2,
  list: 3,
  date: 4,
  textLength: 6,
  custom: 7,
} as const;
export const ALERT_STYLES = { stop: 1, warning: 2, information: 3 } as const;
export const OPERATORS = {
  between: 1,
  notBetween: 2,
  equal: 3,
  notEqual: 4,
  greater: 5,
  less: 6,
  greaterEqual: 7,
  lessEqual: 8,
} as const;
/** What a cell with an error reads as. */
export const ERROR_NUMBERS: Readonly<Record<string, number>> = {
  "#NULL!": -2146826288,
  "#DIV/0!": -2146826281,
  "#VALUE!": -2146826273,
  "#REF!": -2146826265,
  "#NAME?": -2146826259,
  "#NUM!": -2146826252,
  "#N/A": -2146826246,
};

export function nameOfNumber<T extends string>(table: Readonly<Record<T, number>>, wanted: unknown): T {
  const found = (Object.keys(table) as T[]).find((name) => table[name] === wanted);
  if (found === undefined) throw new Error(`no meaning for ${String(wanted)}`);
  return found;
}

/** "RRGGBB" of the program's blue-green-red number, and back. */
export function colorOfNumber(number: unknown): string {
  if (typeof number !== "number" || !Number.isInteger(number) || number < 0 || number > 0xffffff)
    throw new Error(`no colour: ${String(number)}`);
  const [red, green, blue] = [number & 255, (number >> 8) & 255, (number >> 16) & 255];
  return [red, green, blue]
    .map((part) => part.toString(16).padStart(2, "0"))
    .join("")
    .toUpperCase();
}
export function numberOfColor(color: string): number {
  const [red, green, blue] = [0, 2, 4].map((at) => Number.parseInt(color.slice(at, at + 2), 16));
  return (red ?? 0) + (green ?? 0) * 256 + (blue ?? 0) * 65_536;
}
