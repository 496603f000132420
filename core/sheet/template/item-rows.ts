import type { ScoringKind } from "#core/ledger/scoring/scoring-kind.ts";
import type { QuantitativeItem, Section, TemplateBody } from "#core/ledger/template/template.ts";
import type { Cell } from "../cell.ts";
import { dataRow } from "../draft/plain-table.ts";
import type { Column, Row } from "../sheet.ts";
import { choiceCell, editableCell } from "./editable-cell.ts";
import type { TemplateWords } from "./template-words.ts";

/** Columns for what only some kinds have; a kind leaves the others empty. */
export const KIND_FIELDS = ["perEvent", "floor", "target", "full", "step", "perStep", "levels", "cap"] as const;

/** Row keys of sections begin so, items' keys stand as they are: both may be "s1". */
export const SECTION_PREFIX = "section:";

export function itemColumns(body: TemplateBody): {
  readonly columns: readonly Column[];
  readonly titles: Readonly<Record<string, string>>;
} {
  const texts = body.columns.map(({ key, width }) => ({ key: `text.${key}`, width }));
  const columns = [
    { key: "type", width: 8 },
    { key: "number", width: 8 },
    ...texts,
    { key: "weight", width: 8 },
    { key: "maximum", width: 8 },
    { key: "kind", width: 11 },
    ...KIND_FIELDS.map((key) => ({ key, width: 11 })),
  ];
  return { columns, titles: Object.fromEntries(body.columns.map(({ key, title }) => [`text.${key}`, title])) };
}

/** A heading row per section, its items below: order and belonging are what is seen. */
export function itemRows(body: TemplateBody, words: TemplateWords): readonly Row[] {
  return body.sections.flatMap((section) => [
    sectionRow(section, words),
    ...section.items.map((item) => itemRow(item, body, words)),
  ]);
}

function sectionRow(section: Section, words: TemplateWords): Row {
  return dataRow(`${SECTION_PREFIX}${section.key}`, {
    type: choiceCell("section", typesOf(words)),
    "text.task": { ...editableCell(section.title), bold: true },
    weight: editableCell(section.weight),
  });
}

function itemRow(item: QuantitativeItem, body: TemplateBody, words: TemplateWords): Row {
  const cells: Record<string, Cell> = {
    type: choiceCell("item", typesOf(words)),
    number: editableCell(item.number),
    maximum: editableCell(item.maximum),
    kind: choiceCell(item.kind.kind, words.kinds),
  };
  for (const { key } of body.columns) cells[`text.${key}`] = editableCell(item.texts[key] ?? "");
  const fields = kindFields(item.kind);
  for (const field of KIND_FIELDS) cells[field] = editableCell(fields[field] ?? null);
  return dataRow(item.key, cells);
}

function typesOf({ section, item }: TemplateWords): Readonly<Record<"section" | "item", string>> {
  return { section, item };
}

function kindFields(kind: ScoringKind): Readonly<Partial<Record<(typeof KIND_FIELDS)[number], string | null>>> {
  switch (kind.kind) {
    case "full":
    case "veto":
      return {};
    case "levels":
      return { levels: kind.levels.join("/") };
    case "deduction":
    case "ratio":
    case "bonus":
      return kind;
  }
}
