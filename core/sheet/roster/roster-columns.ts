import type { FieldDefinition } from "#core/people/field/field.ts";
import type { Cell, CellValue, Constraint } from "../cell.ts";
import { fillWords } from "../draft/fill-words.ts";
import { textWidth } from "../row-height.ts";
import type { Column } from "../sheet.ts";
import type { RosterCode, RosterRow, RosterView } from "./roster-view.ts";
import type { RosterWords } from "./roster-words.ts";

/** A field as a column of a sheet: worked out once, used for every row. */
export interface RosterColumn {
  readonly field: FieldDefinition;
  readonly label: string;
  readonly column: Column;
  /** What all cells of the column have in common. */
  readonly look: Pick<Cell, "format" | "align">;
  readonly constraint: Pick<Cell, "constraint">;
  /** Canonical text to what stands in the cell. */
  readonly show: (canonical: string) => CellValue;
}

/** Rows that were sorted without their keys are noticed by these. */
const IDENTITY: ReadonlySet<string> = new Set(["name", "idNumber", "code"]);

/**
 * Dates, codes and identifiers stand as texts that sort as they should and that no program rewrites; only figures are
 * numbers (decision 0041). What is typed or pasted instead is judged by the service.
 */
export function rosterColumns(
  { fields, codes, rows = [] }: Pick<RosterView, "fields" | "codes"> & Partial<Pick<RosterView, "rows">>,
  words: RosterWords,
): readonly RosterColumn[] {
  const looked = rows.slice(0, LOOKED_AT);
  return fields.map((field) => {
    const list = field.codes === undefined ? [] : (codes[field.codes] ?? []);
    const label = field.label[words.labels];
    const show = showerOf(field, list, words);
    const constraint = constraintOf(field, list, words);
    return {
      field,
      label,
      column: {
        key: field.key,
        width: widthOf(field, looked, show),
        ...(IDENTITY.has(field.key) ? { identity: true } : {}),
      },
      look: isFigure(field) ? { format: figureFormat(field), align: "right" } : { format: "@" },
      constraint: constraint ? { constraint } : {},
      show,
    };
  });
}

/** Enough to see how long the texts of a column are. */
const LOOKED_AT = 500;
const NARROWEST = 6;
const WIDEST = 40;

/** A roster is read in lines: a column is as wide as its texts, as far as that goes. */
function widthOf(field: FieldDefinition, rows: readonly RosterRow[], show: (text: string) => CellValue): number {
  const longest = rows.reduce((most, { facts }) => {
    const text = facts[field.key] ?? "";
    return text === "" ? most : Math.max(most, textWidth(String(show(text))));
  }, NARROWEST);
  return Math.max(field.width, Math.min(longest + 2, WIDEST));
}

function isFigure({ type }: FieldDefinition): boolean {
  return type === "whole" || type === "money";
}

function figureFormat({ type }: FieldDefinition): string {
  return type === "money" ? "0.00" : "0";
}

function showerOf(
  field: FieldDefinition,
  list: readonly RosterCode[],
  words: RosterWords,
): (canonical: string) => CellValue {
  if (isFigure(field)) return (text) => figureOf(text);
  if (field.type === "yes-no") return (text) => (text === "1" ? words.yes : text === "0" ? words.no : text);
  if (field.type === "code") {
    const labels = new Map(list.map(({ code, label }) => [code, label[words.labels]]));
    return (text) => labels.get(text) ?? text;
  }
  return (text) => text;
}

/** What a number cannot hold exactly stays the text it is. */
function figureOf(text: string): CellValue {
  const figure = Number(text);
  return text.length <= 15 && Number.isFinite(figure) ? figure : text;
}

function constraintOf(field: FieldDefinition, list: readonly RosterCode[], words: RosterWords): Constraint | undefined {
  if (field.type === "yes-no") return { type: "list", choices: [words.yes, words.no] };
  if (field.type === "code") {
    const choices = list.filter(({ retired }) => retired !== true).map(({ label }) => label[words.labels]);
    return choices.length === 0 ? undefined : { type: "list", choices };
  }
  if (!isFigure(field)) return undefined;
  const [lowest, highest] = [field.lowest ?? 0, field.highest ?? null];
  const message = fillWords(words.range, { lowest, highest: highest ?? "" });
  return { type: "decimal", lowest, highest, message };
}
