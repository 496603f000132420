import { GENERAL } from "#addin/hosts/plan/cells/cell-input.ts";
import { codeOf } from "../excel-failure.ts";
import { paintFill, setFormat } from "../draw/paint-ops.ts";

type Changed = { readonly [K in "input" | "format" | "look" | "note"]?: unknown };

/** What to ask of a cell before it is changed: no more than will be changed. */
export interface CellImage {
  readonly content: Excel.Range | undefined;
  readonly format: Excel.Range | undefined;
  readonly look: { readonly format: Excel.RangeFormat; readonly borders: Excel.RangeBorderCollection } | undefined;
  readonly validation: Excel.DataValidation | undefined;
}

/** Puts back what stood in a cell. */
export type CellBefore = (cell: Excel.Range) => void;

export function queueImage(cell: Excel.Range, change: Changed): CellImage {
  const isPainted = change.look !== undefined;
  return {
    content: change.input === undefined ? undefined : cell.load("formulas"),
    format: change.format === undefined ? undefined : cell.load("numberFormat"),
    look: isPainted
      ? {
          format: cell.format.load("fill/color,font/color"),
          borders: cell.format.borders.load("items/sideIndex,items/style,items/weight,items/color"),
        }
      : undefined,
    validation:
      change.note === undefined ? undefined : cell.dataValidation.load("type,rule,prompt,errorAlert,ignoreBlanks"),
  };
}

/** @returns undefined where Excel did not come so far as to tell it; then nothing was changed either. */
export function imageOf(image: CellImage): CellBefore | undefined {
  try {
    return beforeOf(image);
  } catch (error) {
    if (codeOf(error) === "PropertyNotLoaded" || codeOf(error) === "ValueNotLoaded") return undefined;
    throw error;
  }
}

function beforeOf({ content, format, look, validation }: CellImage): CellBefore {
  const parts: readonly (CellBefore | undefined)[] = [
    format && formatBefore(format),
    content && contentBefore(content),
    look && colorsBefore(look.format),
    look && linesBefore(look.borders),
    validation && ruleBefore(validation),
  ];
  return (cell) => {
    for (const part of parts) part?.(cell);
  };
}

function formatBefore(range: Excel.Range): CellBefore {
  const [[format = GENERAL] = []] = range.numberFormat as readonly (readonly string[])[];
  return (cell) => setFormat(cell, format);
}

function contentBefore(range: Excel.Range): CellBefore {
  const formulas = range.formulas as unknown[][];
  return (cell) => (cell.formulas = formulas);
}

/** A cell without a fill says so. */
const NO_FILL = "#FFFFFF";

function colorsBefore({ fill, font }: Excel.RangeFormat): CellBefore {
  const [filled, written] = [fill.color, font.color];
  return ({ format }) => {
    paintFill(format.fill, filled === NO_FILL ? null : filled);
    format.font.color = written;
  };
}

function linesBefore(borders: Excel.RangeBorderCollection): CellBefore {
  const lines = borders.items.map(({ sideIndex, style, weight, color }) => ({ sideIndex, style, weight, color }));
  return ({ format }) => {
    for (const { sideIndex, style, weight, color } of lines) {
      if (!sideIndex.startsWith("Edge")) continue;
      const side = format.borders.getItem(sideIndex);
      side.style = style;
      if (style === "None") continue;
      if (style !== "Double") side.weight = weight;
      side.color = color;
    }
  };
}

function ruleBefore({ type, rule, prompt, errorAlert, ignoreBlanks }: Excel.DataValidation): CellBefore {
  return ({ dataValidation }) => {
    if (type === "None") {
      dataValidation.clear();
      return;
    }
    dataValidation.rule = rule;
    dataValidation.ignoreBlanks = ignoreBlanks;
    dataValidation.errorAlert = errorAlert;
    dataValidation.prompt = prompt;
  };
}
