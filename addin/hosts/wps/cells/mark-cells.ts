import { formatWithSymbol } from "#core/sheet/cell-state.ts";
import type { CellKeys, CellMark, CellWrite } from "#core/sheet/sheet-host.ts";
import { GENERAL, inputOf } from "#addin/hosts/plan/cells/cell-input.ts";
import { stateLook } from "#addin/hosts/plan/cells/cell-look.ts";
import { noteText } from "#addin/hosts/plan/cells/cell-rule.ts";
import { keyPositions, type KeyPositions } from "#addin/hosts/plan/standing/key-positions.ts";
import type { OurSheet } from "./our-sheets.ts";
import { paintRule, paintState, setPrompt } from "../draw/paint.ts";
import type { WpsRange, WpsWorksheet } from "../wps-application.ts";
import { openToUs } from "../draw/protect-sheet.ts";
import { rangeOf, readKeys } from "./wps-read.ts";

/** Finds cells by their keys, wherever they stand now; each sheet's keys are read once. */
export class CellFinder {
  readonly #sheets: readonly OurSheet[];
  readonly #known = new Map<string, KeyPositions | undefined>();

  constructor(sheets: readonly OurSheet[]) {
    this.#sheets = sheets;
  }

  /** undefined: the sheet, the row or the column is gone. */
  cell({ sheet: key, row, column }: CellKeys): { readonly sheet: WpsWorksheet; readonly range: WpsRange } | undefined {
    const our = this.#sheets.find((candidate) => candidate.key === key);
    const positions = our && this.#positions(our);
    const [top, left] = [positions?.rows.get(row), positions?.columns.get(column)];
    if (!our || top === undefined || left === undefined) return undefined;
    return { sheet: our.sheet, range: rangeOf(our.sheet, { top, left, bottom: top, right: left }) };
  }

  #positions(our: OurSheet): KeyPositions | undefined {
    if (!this.#known.has(our.key)) {
      openToUs(our.sheet);
      const reading = readKeys(our.sheet);
      this.#known.set(our.key, reading && keyPositions(reading));
    }
    return this.#known.get(our.key);
  }
}

/** State and note of one cell; a value typed meanwhile stays. */
export function markCell(range: WpsRange, { state, ground, note }: CellMark): void {
  paintState(range, stateLook(state, ground));
  const format = range.NumberFormat ?? GENERAL;
  const wanted = formatWithSymbol(plainFormat(format), state) ?? GENERAL;
  if (wanted !== format) range.NumberFormat = wanted;
  if (note !== undefined) setNote(range, noteText(note));
}

/** In the officer's stead: as typed, with the format that the cell has. */
export function writeCell(range: WpsRange, { value, formula }: CellWrite): void {
  const content = formula === undefined ? { value } : { value, formula };
  range.Value2 = inputOf(content, range.NumberFormat ?? GENERAL);
}

/** What is to be done to have the cell as it is now. */
export function cellReverse(range: WpsRange): () => void {
  const format = range.NumberFormat;
  const formula = range.Formula;
  const value = range.Value2;
  const isFormula = typeof formula === "string" && formula.startsWith("=") && formula !== value;
  const input = isFormula ? formula : inputOf({ value: cellValue(value) }, format ?? GENERAL);
  const look = lookReverse(range);
  const note = hasRule(range) ? range.Validation.InputMessage : undefined;
  return () => {
    range.NumberFormat = format;
    range.Value2 = input;
    look();
    if (note === undefined) range.Validation.Delete();
    else if (range.Validation.InputMessage !== note) setPrompt(range.Validation, note);
  };
}

function lookReverse(range: WpsRange): () => void {
  const { Interior, Font, Borders } = range;
  const before = { fill: Interior.Color, pattern: Interior.Pattern, color: Font.Color, automatic: Font.ColorIndex };
  const line = { style: Borders.LineStyle, weight: Borders.Weight, color: Borders.Color };
  return () => {
    if (before.fill === null) Interior.Pattern = before.pattern;
    else Interior.Color = before.fill;
    if (before.automatic === -4105) Font.ColorIndex = before.automatic;
    else Font.Color = before.color;
    Borders.LineStyle = line.style;
    if (line.style !== -4142 && line.style !== -4119) Borders.Weight = line.weight;
    if (line.style !== -4142) Borders.Color = line.color;
  };
}

function cellValue(value: unknown) {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? value : null;
}

function setNote(range: WpsRange, note: string): void {
  if (hasRule(range)) setPrompt(range.Validation, note);
  else if (note !== "") paintRule(range, { constraint: null, note });
}

/** Asked for the type of a rule that is not there, the program fails. */
function hasRule(range: WpsRange): boolean {
  try {
    return range.Validation.Type >= 0;
  } catch (error) {
    if (error instanceof Error) return false;
    throw error;
  }
}

const WITH_SYMBOL = /^"([^"]*) "(.+);"\1 "-\2;"\1 "\2;"\1 "@$/s;

/** The format without the symbol of an earlier state. */
function plainFormat(format: string): string {
  return WITH_SYMBOL.exec(format)?.[2] ?? format;
}
