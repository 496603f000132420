import { isSummed } from "#core/ledger/scoring/scheme-maximum.ts";
import {
  quantitativeFormula,
  quantitativeSumFormula,
  sectionSubtotalFormula,
} from "#core/ledger/scoring/score-formulas.ts";
import type { QuantitativeItem, Section, TemplateBody } from "#core/ledger/template/template.ts";
import { fillWords } from "../draft/fill-words.ts";
import { decimalFormat, formulaCell, textCell } from "../draft/make-cell.ts";
import { addRow, addSpanningRow, columnRanges, nameCell, newDraft, type SheetDraft } from "../draft/sheet-draft.ts";
import type { Column, Sheet } from "../sheet.ts";
import { FIGURE_NAMES, sectionTotalName, sectionWeightName, vetoName } from "./figure-names.ts";
import { itemCells, textColumnKey } from "./item-cells.ts";
import type { ItemView } from "./ledger-view.ts";
import { addFrame, finishSheet, type LedgerFrame } from "./sheet-frame.ts";

export interface QuantitativeSheet {
  readonly draft: SheetDraft;
  readonly sheet: Sheet;
}

/** 定量任务: one row per item, a subtotal after each section, the half's sum and score at the end. */
export function quantitativeSheet(frame: LedgerFrame): QuantitativeSheet {
  const { view, words } = frame;
  const acting = view.items.some((item) => item.mayScore || item.handling.length > 0);
  const draft = newDraft(words.sheets.quantitative, columnsOf(frame, acting));
  const headerRow = addFrame(draft, frame, headersOf(frame));
  const items = new Map(view.items.map((item) => [item.key, item]));
  view.template.sections.forEach((section, index) => {
    addSection(draft, frame, { section, index, items, acting });
  });
  addTotal(draft, frame, "quantitativeSum");
  addTotal(draft, frame, "quantitative");
  return { draft, sheet: finishSheet(draft, frame, { key: "quantitative", headerRow, frozenColumns: 2 }) };
}

function columnsOf({ view }: LedgerFrame, acting: boolean): readonly Column[] {
  const texts = view.template.columns.map((column) => ({
    key: textColumnKey(column.key),
    width: column.width,
    ...(column.key === "task" ? { identity: true } : {}),
  }));
  return [
    { key: "number", width: 7, identity: true },
    ...texts,
    { key: "maximum", width: 7 },
    { key: "kind", width: 18 },
    { key: "evidence", width: 13 },
    { key: "completion", width: 10 },
    { key: "score", width: 9 },
    { key: "dispute", width: 18 },
    ...(acting
      ? [
          { key: "handling", width: 11 },
          { key: "reason", width: 30 },
        ]
      : []),
  ];
}

function headersOf({ view, words }: LedgerFrame): Readonly<Record<string, string>> {
  const texts = view.template.columns.map((column) => [textColumnKey(column.key), column.title] as const);
  return { ...words.columns, ...Object.fromEntries(texts) };
}

interface SectionFacts {
  readonly section: Section;
  readonly index: number;
  readonly items: ReadonlyMap<string, ItemView>;
  readonly acting: boolean;
}

function addSection(draft: SheetDraft, frame: LedgerFrame, facts: SectionFacts): void {
  const { section, index, items, acting } = facts;
  const { words, view } = frame;
  const weight = section.weight === null ? "" : `　${fillWords(words.sectionWeight, { weight: section.weight })}`;
  addSpanningRow(draft, { key: null, kind: "section" }, textCell(`${section.title}${weight}`, { bold: true }));
  const summed: number[] = [];
  for (const item of section.items) {
    const itemView = items.get(item.key) ?? untouched(item);
    const at = addRow(draft, { key: item.key, kind: "data", cells: itemCells({ ...frame, item, itemView }, acting) });
    if (isSummed(item)) summed.push(at);
    else nameCell(draft, vetoName(vetoItems(view.template.sections).indexOf(item)), { row: at, column: "score" });
  }
  const subtotal = view.totals.sections.find((candidate) => candidate.key === section.key)?.subtotal ?? "0";
  const formula = sectionSubtotalFormula(columnRanges(draft, summed, "score"), view.template.policy.decimals);
  const at = addRow(draft, {
    key: `#total:${section.key}`,
    kind: "total",
    cells: {
      [firstText(draft)]: textCell(words.sectionTotal, { bold: true, align: "right" }),
      score: formulaCell(formula, Number(subtotal), {
        format: decimalFormat(view.template.policy.decimals),
        bold: true,
      }),
    },
  });
  nameCell(draft, sectionTotalName(index), { row: at, column: "score" });
}

function addTotal(draft: SheetDraft, { view, words }: LedgerFrame, figure: "quantitativeSum" | "quantitative"): void {
  const { policy } = view.template;
  const formula = figure === "quantitativeSum" ? sumOfSections(view.template) : halfOfSum(view.template);
  const at = addRow(draft, {
    key: `#total:${figure}`,
    kind: "total",
    cells: {
      [firstText(draft)]: textCell(words.figures[figure], { bold: true, align: "right" }),
      score: formulaCell(formula, Number(view.totals[figure]), { format: decimalFormat(policy.decimals), bold: true }),
    },
  });
  nameCell(draft, FIGURE_NAMES[figure], { row: at, column: "score" });
}

function sumOfSections({ sections, policy }: TemplateBody): string {
  const refs = sections.map(({ weight }, index) => ({
    subtotal: sectionTotalName(index),
    weight: weight === null ? null : sectionWeightName(index),
  }));
  return quantitativeSumFormula(refs, policy.decimals);
}

function halfOfSum(body: TemplateBody): string {
  return quantitativeFormula(body, {
    sum: FIGURE_NAMES.quantitativeSum,
    weight: FIGURE_NAMES.quantitativeWeight,
    base: FIGURE_NAMES.base,
  });
}

/** Names of the veto items' scores, in the order of the template. */
export function vetoNames(sections: readonly Section[]): readonly string[] {
  return vetoItems(sections).map((_, index) => vetoName(index));
}

function vetoItems(sections: readonly Section[]): readonly QuantitativeItem[] {
  return sections.flatMap((section) => section.items.filter((item) => !isSummed(item)));
}

/** Labels of totals stand in the first text column, beside the figures. */
function firstText(draft: SheetDraft): string {
  return draft.columns[1]?.key ?? "number";
}

function untouched(item: QuantitativeItem): ItemView {
  return {
    key: item.key,
    texts: [],
    mayReword: false,
    state: { key: item.key, evidence: 0, entries: [], settledWith: [] },
    revision: 0,
    completion: "missing",
    mayScore: false,
    handling: [],
    history: [],
    evidenceLink: null,
  };
}
