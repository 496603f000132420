import type { FieldDefinition } from "#core/people/field/field.ts";
import type { Cell, CellValue, Constraint } from "../cell.ts";
import { fillWords } from "../draft/fill-words.ts";
import type { Column } from "../sheet.ts";
import type { RosterCode, RosterView } from "./roster-view.ts";
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
  { fields, codes }: Pick<RosterView, "fields" | "codes">,
  words: RosterWords,
): readonly RosterColumn[] {
  return fields.map((field) => {
    const list = field.codes === undefined ? [] : (codes[field.codes] ?? []);
    const label = field.label[words.labels];
    const constraint = constraintOf(field, list, words);
    return {
      field,
      label,
      column: {
        key: field.key,
        width: Math.max(field.width, 6),
        ...(IDENTITY.has(field.key) ? { identity: true } : {}),
      },
      look: isFigure(field) ? { format: figureFormat(field), align: "right" } : { format: "@" },
      constraint: constraint ? { constraint } : {},
      show: showerOf(field, list, words),
    };
  });
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
