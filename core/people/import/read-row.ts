import type { SeenCell, SeenRow } from "#core/intake/seen-workbook.ts";
import type { Day } from "#core/kernel/instant.ts";
import { ok, refuse, type Result } from "#core/kernel/result.ts";
import type { FieldCatalogue } from "../field/field-catalogue.ts";
import type { FieldRefusal } from "../field/field-refusal.ts";
import type { FieldDefinition } from "../field/field.ts";
import { parseField } from "../field/parse-field.ts";
import type { Facts } from "../person/facts.ts";
import type { ImportRefusal } from "./import-refusal.ts";

/** A column of a foreign sheet and what its officer says it holds. */
export interface MappedColumn {
  /** 0-based, from column A. */
  readonly index: number;
  /** Field key ("appraisal.2026" for what is kept by year), or "unit": the branch of each row. */
  readonly field: string;
  /** Edition of the column's codes; null: none was told (labels need none). */
  readonly edition: string | null;
}

/** Why a cell, or a whole row (`column` null), cannot be taken. */
export interface RowProblem {
  readonly column: number | null;
  readonly field: string | null;
  readonly refusal: FieldRefusal | ImportRefusal;
}

/** A row as the catalogue understands it. */
export interface ReadRow {
  readonly row: number;
  /** Filled fields only: an empty cell of a foreign sheet says nothing and empties nothing. */
  readonly facts: Facts;
  /** Text of the unit column; null where there is none or it is empty. */
  readonly unit: string | null;
  readonly problems: readonly RowProblem[];
  /** Columns whose cell is a formula: what its last saving program showed was taken, and the preview says so. */
  readonly computed: readonly number[];
  /** Which column gave each field. */
  readonly columns: Readonly<Record<string, number>>;
}

export interface ReadOptions {
  readonly columns: readonly MappedColumn[];
  /** `columnsByField(columns)`, made once for all rows. */
  readonly byField: Readonly<Record<string, number>>;
  readonly catalogue: FieldCatalogue;
  readonly today: Day;
  readonly date1904: boolean;
}

export function columnsByField(columns: readonly MappedColumn[]): Readonly<Record<string, number>> {
  return Object.fromEntries(columns.map(({ field, index }) => [field, index]));
}

/** The key under which a column names each row's branch. */
export const UNIT_COLUMN = "unit";

/** Every mapped cell through the one parser; nothing is guessed, every cell that cannot be read says why. */
export function readRow({ row, cells }: SeenRow, options: ReadOptions): ReadRow {
  const facts: Record<string, string> = {};
  const problems: RowProblem[] = [];
  const computed: number[] = [];
  let unit: string | null = null;
  for (const column of options.columns) {
    const cell = cells[column.index];
    if (!cell || (cell.value === null && cell.formula === undefined)) continue;
    const parsed = readCell(cell, column, options);
    if (!parsed.ok) {
      problems.push({ column: column.index, field: column.field, refusal: parsed.refusal });
      continue;
    }
    if (cell.formula !== undefined) computed.push(column.index);
    if (column.field === UNIT_COLUMN) unit = parsed.value || null;
    else if (parsed.value !== "") facts[column.field] = parsed.value;
  }
  return { row, facts, unit, problems, computed, columns: options.byField };
}

function readCell(
  { value, formula, shown, flag }: SeenCell,
  { field, edition }: MappedColumn,
  { catalogue, today, date1904 }: ReadOptions,
): Result<string, FieldRefusal | ImportRefusal> {
  // A program that does not compute saves a formula without its result.
  if (formula !== undefined && value === null) return refuse({ code: "formula-without-result" });
  if (flag === "error") return refuse({ code: "cell-shows-error", given: String(value) });
  if (flag === "digits-lost") return refuse({ code: "digits-lost" });
  if (field === UNIT_COLUMN) return ok(String(value).trim());
  return parseField(definitionOf(catalogue, field), value, {
    catalogue,
    today,
    edition,
    date1904,
    shown: shown ?? null,
  });
}

/** @throws on a field that the catalogue does not have (a bug: mappings are checked at the door). */
function definitionOf(catalogue: FieldCatalogue, field: string): FieldDefinition {
  const address = catalogue.byKey("person", field);
  if (!address) throw new Error(`unknown field in a mapping: ${field}`);
  return address.definition;
}
