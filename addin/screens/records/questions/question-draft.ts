import type { AskTable, QuestionView, RecordFields } from "#core/protocol/records/records.ts";
import type { FieldDefinition } from "#core/people/field/field.ts";
import type { Language } from "#core/wording/language.ts";

/** A question as it is being written. Rows and columns are keys of fields, "": none. */
export interface QuestionDraft {
  readonly condition: string;
  readonly rows: string;
  readonly columns: string;
  /** Upper ends of bands of the rows, as typed. */
  readonly bands: string;
  /** The saved question it came from. */
  readonly from: QuestionView | null;
}

export const NO_QUESTION: QuestionDraft = { condition: "", rows: "", columns: "", bands: "", from: null };

const BANDED = /^(.*?)[(（](.*)[)）]$/u;
const NUMBERS: readonly FieldDefinition["type"][] = ["whole", "money"];

/** As the service reads a side of the table: "age(30, 35)". */
export function rowsOf({ rows, bands }: QuestionDraft, fields: readonly FieldDefinition[]): string {
  const takes = takesBands(rows, fields);
  return rows === "" || bands.trim() === "" || !takes ? rows : `${rows}(${bands.trim()})`;
}

export function takesBands(key: string, fields: readonly FieldDefinition[]): boolean {
  const field = fields.find((candidate) => candidate.key === key);
  return field !== undefined && NUMBERS.includes(field.type);
}

export function draftOfSaved(from: QuestionView): QuestionDraft {
  const [, rows = from.rows ?? "", bands = ""] = BANDED.exec(from.rows ?? "") ?? [];
  return { condition: from.condition, rows, bands, columns: from.columns ?? "", from };
}

/** Fields that say little when they are counted by: numbers, names, free texts. */
export function countedBy({ fields }: RecordFields): readonly FieldDefinition[] {
  return fields.filter(({ sensitive, type, yearly }) => sensitive !== true && type !== "id-number" && yearly !== true);
}

/** A value as it stands in a condition: in quotes where blanks or signs would cut it. */
export function quoted(value: string): string {
  return /[\s()（）,，、=<>!+&|"“”]/u.test(value) ? `"${value.replaceAll('"', "")}"` : value;
}

export interface NamedTable {
  readonly columns: readonly string[];
  readonly rows: readonly { readonly name: string; readonly counts: readonly number[]; readonly total: number }[];
  readonly totals: readonly number[];
  readonly total: number;
}

export interface TableWords {
  readonly people: string;
  readonly empty: string;
  readonly atLeast: (from: string) => string;
}

/** The answer with names that people read: "36-" is 36 and above. */
export function namedTable({ rows, columns, counts }: AskTable, isCross: boolean, words: TableWords): NamedTable {
  const named = (key: string): string => {
    const [, from] = /^(\d+)-$/.exec(key) ?? [];
    return key === "" ? words.empty : from === undefined ? key : words.atLeast(from);
  };
  const sum = (numbers: readonly number[]): number => numbers.reduce((total, count) => total + count, 0);
  const lines = rows.map((key, row) => {
    const of = counts[row] ?? [];
    return { name: named(key), counts: of, total: sum(of) };
  });
  const totals = columns.map((_, column) => sum(counts.map((row) => row[column] ?? 0)));
  return { columns: isCross ? columns.map(named) : [words.people], rows: lines, totals, total: sum(totals) };
}

export function labelOf({ label }: Pick<FieldDefinition, "label">, language: Language): string {
  return language === "en" ? label.en : label.zh;
}
