import type { CellPlace } from "../reading.ts";
import { SECTION_PREFIX } from "./item-rows.ts";
import type { TableRow } from "./read-table.ts";
import type { TemplateWords } from "./template-words.ts";

export interface ItemTable {
  readonly words: TemplateWords;
  readonly places: Map<string, CellPlace>;
  readonly keyOf: (row: TableRow) => string;
  /** Keys of the template's text columns. */
  readonly columns: readonly string[];
}

interface SectionDraft {
  readonly key: string;
  readonly title: string;
  readonly weight: string | null;
  readonly items: unknown[];
}

/** Sections with the items below them; items above the first heading get a section without a title, which the parser refuses. */
export function readItems(rows: readonly TableRow[], table: ItemTable): readonly unknown[] {
  const sections: SectionDraft[] = [];
  const taken = new Set(rows.filter((row) => row.key.startsWith(SECTION_PREFIX)).map(sectionKey));
  for (const row of rows) {
    if (row.text("type") === table.words.section)
      sections.push(sectionOf(row, { ...table, taken, index: sections.length }));
    else addItem(row, table, sections);
  }
  return sections;
}

function sectionKey(row: TableRow): string {
  return row.key.slice(SECTION_PREFIX.length);
}

interface SectionFacts extends ItemTable {
  readonly taken: Set<string>;
  readonly index: number;
}

function sectionOf(row: TableRow, { taken, index, places }: SectionFacts): SectionDraft {
  const path = `sections.${index}`;
  places.set(path, row.place("text.task"));
  places.set(`${path}.weight`, row.place("weight"));
  const weight = row.text("weight");
  return {
    key: row.key.startsWith(SECTION_PREFIX) ? sectionKey(row) : nextKey(taken),
    title: row.text("text.task"),
    weight: weight === "" ? null : weight,
    items: [],
  };
}

function nextKey(taken: Set<string>): string {
  let number = 1;
  while (taken.has(`s${number}`)) number += 1;
  taken.add(`s${number}`);
  return `s${number}`;
}

function addItem(row: TableRow, table: ItemTable, sections: SectionDraft[]): void {
  if (sections.length === 0) sections.push({ key: "s0", title: "", weight: null, items: [] });
  const section = sections.at(-1);
  if (!section) return;
  const path = `sections.${sections.length - 1}.items.${section.items.length}`;
  section.items.push(itemOf(row, path, table));
}

function itemOf(row: TableRow, path: string, { words, places, keyOf, columns }: ItemTable): unknown {
  places.set(path, row.place("text.task"));
  for (const field of ["number", "maximum", "kind"]) places.set(`${path}.${field}`, row.place(field));
  for (const column of columns) places.set(`${path}.texts.${column}`, row.place(`text.${column}`));
  const texts = columns
    .map((column) => [column, row.text(`text.${column}`)] as const)
    .filter(([, text]) => text !== "");
  return {
    key: keyOf(row),
    number: row.text("number"),
    texts: Object.fromEntries(texts),
    maximum: row.text("maximum"),
    kind: kindOf(row, words),
  };
}

/** Fields of a kind that were left empty come as they are needed: null where that means "none", else "" for the parser to refuse. */
function kindOf(row: TableRow, words: TemplateWords): unknown {
  const typed = row.text("kind");
  const kind = Object.entries(words.kinds).find(([, label]) => label === typed)?.[0] ?? typed;
  const orNull = (field: string) => (row.text(field) === "" ? null : row.text(field));
  switch (kind) {
    case "deduction":
      return { kind, perEvent: orNull("perEvent"), floor: row.text("floor") };
    case "ratio":
      return {
        kind,
        target: row.text("target"),
        full: row.text("full"),
        step: row.text("step"),
        perStep: row.text("perStep"),
      };
    case "levels":
      return {
        kind,
        levels: row
          .text("levels")
          .split(/[/／]/)
          .map((level) => level.trim()),
      };
    case "bonus":
      return { kind, cap: orNull("cap") };
    default:
      return { kind };
  }
}
