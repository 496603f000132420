import type { BookReading, CellPlace } from "../reading.ts";
import { freshKeys } from "./fresh-keys.ts";
import { readItems } from "./read-items.ts";
import { readTable, type TableRow } from "./read-table.ts";
import { TEMPLATE_SHEETS } from "./template-sheets.ts";
import type { HeadField, TemplateWords } from "./template-words.ts";

/** What an edited template book says. Nothing of it is trusted: `parseTemplate` judges `body`. */
export interface TemplateDraft {
  readonly body: unknown;
  /** Cell by path into the body ("sections.0.items.3.maximum"), so that each problem is shown where it is. */
  readonly places: ReadonlyMap<string, CellPlace>;
}

/** Numbers, choices and keys as the parser wants them; what cannot be understood is handed on as it stands. */
export function templateOfBook(reading: BookReading, words: TemplateWords): TemplateDraft {
  const places = new Map<string, CellPlace>();
  const tables = {
    head: readTable(reading, TEMPLATE_SHEETS.head) ?? [],
    columns: readTable(reading, TEMPLATE_SHEETS.columns) ?? [],
    items: readTable(reading, TEMPLATE_SHEETS.items) ?? [],
    qualitative: readTable(reading, TEMPLATE_SHEETS.qualitative) ?? [],
    classes: readTable(reading, TEMPLATE_SHEETS.classes) ?? [],
    grades: readTable(reading, TEMPLATE_SHEETS.grades) ?? [],
  };
  const head = headOf(tables.head, places);
  const columns = columnsOf(tables.columns, words, places);
  const itemKeys = freshKeys([...tables.items, ...tables.qualitative], "q");
  const body = {
    name: head("name"),
    year: numberOr(head("year")),
    level: choiceOr(head("level"), words.levels),
    columns,
    sections: readItems(tables.items, { words, places, keyOf: itemKeys, columns: columns.map(({ key }) => key) }),
    qualitative: tables.qualitative.map((row, index) =>
      qualitativeOf(row, `qualitative.${index}`, { places, keyOf: itemKeys }),
    ),
    policy: {
      quantitativeWeight: head("quantitativeWeight"),
      qualitativeWeight: head("qualitativeWeight"),
      classes: classesOf(tables.classes, places),
      base: head("base"),
      scale: choiceOr(head("scale"), words.scales),
      combine: choiceOr(head("combine"), words.combines),
      decimals: numberOr(head("decimals")),
      grades: gradesOf(tables.grades, places),
      veto: choiceOr(head("veto"), words.vetoes),
      floor: emptyToNull(head("floor")),
    },
  };
  return { body, places };
}

/** The cell of a problem's path, or of what the path is part of. */
export function placeOfProblem(draft: TemplateDraft, path: string): CellPlace | undefined {
  for (let part = path; part !== ""; part = part.slice(0, Math.max(0, part.lastIndexOf(".")))) {
    const place = draft.places.get(part);
    if (place) return place;
  }
  return undefined;
}

const HEAD_PATHS: Readonly<Record<"name" | "year" | "level", string>> = { name: "name", year: "year", level: "level" };

function headOf(rows: readonly TableRow[], places: Map<string, CellPlace>): (field: HeadField) => string {
  const byField = new Map(rows.map((row) => [row.key, row]));
  for (const row of rows) {
    const path = row.key in HEAD_PATHS ? row.key : `policy.${row.key}`;
    places.set(path, row.place("value"));
  }
  return (field) => byField.get(field)?.text("value") ?? "";
}

interface ColumnDraft {
  readonly key: string;
  readonly title: string;
  readonly rewordable: unknown;
  readonly width: unknown;
}

function columnsOf(
  rows: readonly TableRow[],
  words: TemplateWords,
  places: Map<string, CellPlace>,
): readonly ColumnDraft[] {
  const keyOf = freshKeys(rows, "text");
  return rows.map((row, index) => {
    notePlaces(places, row, { path: `columns.${index}`, fields: ["title", "rewordable", "width"] });
    const rewordable = row.text("rewordable");
    return {
      key: keyOf(row),
      title: row.text("title"),
      rewordable: rewordable === words.yes ? true : rewordable === words.no ? false : rewordable,
      width: numberOr(row.text("width")),
    };
  });
}

interface ItemFacts {
  readonly places: Map<string, CellPlace>;
  readonly keyOf: (row: TableRow) => string;
}

function qualitativeOf(row: TableRow, path: string, { places, keyOf }: ItemFacts): unknown {
  notePlaces(places, row, { path, fields: ["name", "description", "maximum"] });
  return {
    key: keyOf(row),
    name: row.text("name"),
    description: row.text("description"),
    maximum: row.text("maximum"),
  };
}

function classesOf(rows: readonly TableRow[], places: Map<string, CellPlace>): unknown {
  const keyOf = freshKeys(rows, "listed");
  return rows.map((row, index) => {
    notePlaces(places, row, { path: `policy.classes.${index}`, fields: ["name", "weight"] });
    return { code: keyOf(row), name: row.text("name"), weight: row.text("weight") };
  });
}

function gradesOf(rows: readonly TableRow[], places: Map<string, CellPlace>): unknown {
  return rows.map((row, index) => {
    notePlaces(places, row, { path: `policy.grades.${index}`, fields: ["name", "from"] });
    return { name: row.text("name"), from: emptyToNull(row.text("from")) };
  });
}

export function notePlaces(
  places: Map<string, CellPlace>,
  row: TableRow,
  { path, fields }: { readonly path: string; readonly fields: readonly string[] },
): void {
  for (const field of fields) places.set(`${path}.${field}`, row.place(field));
  const [first] = fields;
  if (first !== undefined) places.set(path, row.place(first));
}

function choiceOr(text: string, choices: Readonly<Record<string, string>>): string {
  return Object.entries(choices).find(([, label]) => label === text)?.[0] ?? text;
}

function numberOr(text: string): number | string {
  return /^\d{1,6}(?:\.\d{1,4})?$/.test(text) ? Number(text) : text;
}

function emptyToNull(text: string): string | null {
  return text === "" ? null : text;
}
