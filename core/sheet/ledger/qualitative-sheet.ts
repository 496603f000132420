import {
  classMeanFormula,
  itemFigureFormula,
  qualitativeFormula,
  qualitativeSumFormula,
} from "#core/ledger/scoring/score-formulas.ts";
import type { QualitativeItem } from "#core/ledger/template/template.ts";
import type { Cell } from "../cell.ts";
import { decimalFormat, figureCell, formulaCell, PLAIN_NUMBER, textCell } from "../draft/make-cell.ts";
import {
  addRow,
  columnRanges,
  nameCell,
  newDraft,
  reference,
  rowRange,
  type SheetDraft,
} from "../draft/sheet-draft.ts";
import type { Sheet } from "../sheet.ts";
import { classWeightName, FIGURE_NAMES } from "./figure-names.ts";
import { itemRecord } from "./ledger-record.ts";
import { ratingSight } from "./ledger-view.ts";
import { classColumns, columnHeaders, sheetColumns, type ClassColumns } from "./rating-columns.ts";
import { rangeConstraint } from "./score-constraint.ts";
import { addFrame, finishSheet, type LedgerFrame } from "./sheet-frame.ts";

export interface QualitativeSheet {
  readonly draft: SheetDraft;
  readonly sheet: Sheet;
}

/** 定性测评: who may see raters sees one column per rater, the owner class means, a rater his own score, others the items only (L11). */
export function qualitativeSheet(frame: LedgerFrame): QualitativeSheet {
  const { view, words } = frame;
  const classes = classColumns(view);
  const seesScores = seesMeans(frame);
  const draft = newDraft(words.sheets.qualitative, [
    { key: "number", width: 7, identity: true },
    { key: "name", width: 24, identity: true },
    { key: "description", width: 40 },
    { key: "maximum", width: 7 },
    ...sheetColumns(classes),
    ...(seesScores ? [{ key: "score", width: 10 }] : []),
  ]);
  const headerRow = addFrame(
    draft,
    { ...frame, view: { ...view, name: { ...view.name, mayEdit: false } } },
    { ...words.columns, ...columnHeaders(classes, words) },
  );
  const rows = view.template.qualitative.map((item, index) =>
    addItem(draft, frame, { item, number: index + 1, classes }),
  );
  if (seesScores) {
    addTotal(draft, frame, { figure: "qualitativeSum", formula: sumFormula(draft, rows, frame) });
    addTotal(draft, frame, { figure: "qualitative", formula: halfOfSum(frame) });
  }
  return { draft, sheet: finishSheet(draft, frame, { key: "qualitative", headerRow, frozenColumns: 2 }) };
}

export function seesMeans({ view }: LedgerFrame): boolean {
  const sight = ratingSight(view.viewer);
  return sight === "raters" || sight === "means";
}

interface ItemFacts {
  readonly item: QualitativeItem;
  readonly number: number;
  readonly classes: readonly ClassColumns[];
}

function addItem(draft: SheetDraft, frame: LedgerFrame, facts: ItemFacts): number {
  const { item, number, classes } = facts;
  const row = draft.rows.length;
  const cells: Record<string, Cell> = {
    number: textCell(String(number), { align: "center" }),
    name: textCell(item.name),
    description: textCell(item.description),
    maximum: figureCell(item.maximum, "text", { format: PLAIN_NUMBER }),
  };
  for (const columns of classes) Object.assign(cells, ratingCells(draft, frame, { item, row, columns }));
  if (seesMeans(frame)) cells["score"] = itemScoreCell(draft, frame, { item, row, classes });
  return addRow(draft, { key: item.key, kind: "data", cells });
}

interface ClassFacts {
  readonly item: QualitativeItem;
  readonly row: number;
  readonly columns: ClassColumns;
}

function ratingCells(draft: SheetDraft, frame: LedgerFrame, facts: ClassFacts): Readonly<Record<string, Cell>> {
  const { item, columns } = facts;
  const { view } = frame;
  const rating = view.ratings.find(
    (candidate) => candidate.item === item.key && candidate.raterClass === columns.raterClass.code,
  );
  const format = decimalFormat(view.template.policy.decimals);
  const cells: Record<string, Cell> = {};
  if (columns.own !== null) cells[columns.own] = ownCell(frame, facts);
  for (const other of columns.others) {
    const score = rating?.others.find((candidate) => candidate.rater === other.rater)?.score ?? null;
    cells[other.column] = figureCell(score, "locked", { format });
  }
  if (columns.mean !== null) cells[columns.mean] = meanCell(draft, frame, facts);
  return cells;
}

function ownCell({ view, words }: LedgerFrame, { item, columns }: ClassFacts): Cell {
  const { code } = columns.raterClass;
  const own = view.ratings.find((candidate) => candidate.item === item.key && candidate.raterClass === code)?.own;
  const format = decimalFormat(view.template.policy.decimals);
  if (!own?.mayRate) return figureCell(own?.score ?? null, "locked", { format });
  return figureCell(own.score, "input", {
    format,
    binding: { record: itemRecord(view.ledgerId, item.key), field: `rating.${code}`, revision: own.revision },
    constraint: rangeConstraint("0", item.maximum, words),
  });
}

function meanCell(draft: SheetDraft, { view }: LedgerFrame, { item, row, columns }: ClassFacts): Cell {
  const { policy } = view.template;
  const figures = view.totals.qualitativeItems.find((candidate) => candidate.key === item.key);
  const mean = figures?.means[columns.raterClass.code] ?? null;
  const format = decimalFormat(policy.decimals);
  const shown = [...(columns.own === null ? [] : [columns.own]), ...columns.others.map((other) => other.column)];
  const [from] = shown;
  const to = shown.at(-1);
  if (!columns.computed || from === undefined || to === undefined) return figureCell(mean, "locked", { format });
  return formulaCell(
    classMeanFormula([rowRange(draft, row, { from, to })], policy),
    mean === null ? null : Number(mean),
    { format },
  );
}

function itemScoreCell(
  draft: SheetDraft,
  { view }: LedgerFrame,
  { item, row, classes }: Omit<ItemFacts, "number"> & { readonly row: number },
): Cell {
  const { policy } = view.template;
  const means = classes.flatMap(({ mean, raterClass }) =>
    mean === null ? [] : [{ mean: reference(draft, row, mean), weight: classWeightName(raterClass.name) }],
  );
  const score = view.totals.qualitativeItems.find((candidate) => candidate.key === item.key)?.score ?? null;
  return formulaCell(itemFigureFormula(means, policy.decimals), score === null ? null : Number(score), {
    format: decimalFormat(policy.decimals),
  });
}

function sumFormula(draft: SheetDraft, rows: readonly number[], { view }: LedgerFrame): string {
  return qualitativeSumFormula(columnRanges(draft, rows, "score"), view.template.policy.decimals);
}

function halfOfSum({ view }: LedgerFrame): string {
  return qualitativeFormula(view.template, {
    sum: FIGURE_NAMES.qualitativeSum,
    weight: FIGURE_NAMES.qualitativeWeight,
    base: FIGURE_NAMES.base,
  });
}

function addTotal(
  draft: SheetDraft,
  { view, words }: LedgerFrame,
  total: { readonly figure: "qualitativeSum" | "qualitative"; readonly formula: string },
): void {
  const row = addRow(draft, {
    key: `#total:${total.figure}`,
    kind: "total",
    cells: {
      name: textCell(words.figures[total.figure], { bold: true, align: "right" }),
      score: formulaCell(total.formula, Number(view.totals[total.figure]), {
        format: decimalFormat(view.template.policy.decimals),
        bold: true,
      }),
    },
  });
  nameCell(draft, FIGURE_NAMES[total.figure], { row, column: "score" });
}
