import { gradeFormula, totalFormula } from "#core/ledger/scoring/score-formulas.ts";
import { fillWords } from "../draft/fill-words.ts";
import type { Cell, CellState } from "../cell.ts";
import { legendOf } from "../cell-state.ts";
import { decimalFormat, figureCell, formulaCell, PLAIN_NUMBER, textCell } from "../draft/make-cell.ts";
import { addRow, addSpanningRow, nameCell, newDraft, type SheetDraft } from "../draft/sheet-draft.ts";
import type { Sheet } from "../sheet.ts";
import { classWeightName, FIGURE_NAMES, sectionWeightName } from "./figure-names.ts";
import { seesMeans } from "./qualitative-sheet.ts";
import { vetoNames } from "./quantitative-sheet.ts";
import { addFrame, finishSheet, type LedgerFrame } from "./sheet-frame.ts";

export interface TotalsSheet {
  readonly draft: SheetDraft;
  readonly sheet: Sheet;
}

/** 考核得分: weights under their names, the halves, the total and the grade; who may not see the means sees the quantitative half only. */
export function totalsSheet(frame: LedgerFrame, used: ReadonlySet<CellState>): TotalsSheet {
  const { view, words } = frame;
  const draft = newDraft(words.sheets.totals, [
    { key: "figure", width: 24 },
    { key: "value", width: 14 },
    { key: "remark", width: 46 },
  ]);
  const headerRow = addFrame(
    draft,
    { ...frame, view: { ...view, name: { ...view.name, mayEdit: false } } },
    words.columns,
  );
  addWeights(draft, frame);
  addQuantitative(draft, frame);
  if (seesMeans(frame)) addQualitative(draft, frame);
  else addLine(draft, { key: "#hidden", label: words.figures.qualitative, remark: words.qualitativeHidden });
  addLegend(draft, frame, used);
  return { draft, sheet: finishSheet(draft, frame, { key: "totals", headerRow, frozenColumns: 1 }) };
}

interface Line {
  readonly key: string;
  readonly label: string;
  readonly value?: Cell;
  readonly remark?: string;
  readonly name?: string;
}

function addLine(draft: SheetDraft, line: Line): void {
  const row = addRow(draft, {
    key: line.key,
    kind: "total",
    cells: {
      figure: textCell(line.label),
      ...(line.value ? { value: line.value } : {}),
      ...(line.remark === undefined ? {} : { remark: textCell(line.remark) }),
    },
  });
  if (line.name !== undefined) nameCell(draft, line.name, { row, column: "value" });
}

function weightCell(weight: string): Cell {
  return figureCell(weight, "text", { format: PLAIN_NUMBER });
}

function addWeights(draft: SheetDraft, { view, words }: LedgerFrame): void {
  const { policy, sections } = view.template;
  addLine(draft, {
    key: "#weight:quantitative",
    label: words.figures.quantitativeWeight,
    value: weightCell(policy.quantitativeWeight),
    name: FIGURE_NAMES.quantitativeWeight,
  });
  addLine(draft, {
    key: "#weight:qualitative",
    label: words.figures.qualitativeWeight,
    value: weightCell(policy.qualitativeWeight),
    name: FIGURE_NAMES.qualitativeWeight,
  });
  addLine(draft, { key: "#base", label: words.figures.base, value: weightCell(policy.base), name: FIGURE_NAMES.base });
  for (const { code, name, weight } of policy.classes) {
    addLine(draft, {
      key: `#weight:class:${code}`,
      label: fillWords(words.figures.classWeight, { class: name }),
      value: weightCell(weight),
      name: classWeightName(name),
    });
  }
  sections.forEach(({ key, title, weight }, index) => {
    if (weight === null) return;
    addLine(draft, {
      key: `#weight:section:${key}`,
      label: fillWords(words.figures.sectionWeight, { section: title }),
      value: weightCell(weight),
      name: sectionWeightName(index),
    });
  });
}

/** Repeats a figure of another sheet under its name. */
function echoLine(
  frame: LedgerFrame,
  figure: "quantitativeSum" | "quantitative" | "qualitativeSum" | "qualitative",
): Line {
  const { view, words } = frame;
  const format = decimalFormat(view.template.policy.decimals);
  return {
    key: `#figure:${figure}`,
    label: words.figures[figure],
    value: formulaCell(FIGURE_NAMES[figure], Number(view.totals[figure]), { format }),
  };
}

function addQuantitative(draft: SheetDraft, frame: LedgerFrame): void {
  addLine(draft, echoLine(frame, "quantitativeSum"));
  addLine(draft, echoLine(frame, "quantitative"));
}

function addQualitative(draft: SheetDraft, frame: LedgerFrame): void {
  const { view, words } = frame;
  const { policy, sections } = view.template;
  const vetoes = vetoNames(sections);
  const refs = { quantitative: FIGURE_NAMES.quantitative, qualitative: FIGURE_NAMES.qualitative, vetoes };
  addLine(draft, echoLine(frame, "qualitativeSum"));
  addLine(draft, echoLine(frame, "qualitative"));
  const total = formulaCell(totalFormula(policy, refs), Number(view.totals.total), {
    format: decimalFormat(policy.decimals),
    bold: true,
  });
  addLine(draft, { key: "#figure:total", label: words.figures.total, value: total, name: FIGURE_NAMES.total });
  const formula = gradeFormula(policy, FIGURE_NAMES.total, vetoes);
  if (formula !== undefined) {
    const grade = formulaCell(formula, view.totals.grade, { align: "center", bold: true });
    addLine(draft, {
      key: "#figure:grade",
      label: words.figures.grade,
      value: grade,
      name: FIGURE_NAMES.grade,
      remark: gradeText(frame),
    });
  }
  addLine(draft, { key: "#absent", label: words.figures.absent, remark: absentText(frame) });
}

function gradeText({ view }: LedgerFrame): string {
  return view.template.policy.grades.map(({ name, from }) => (from === null ? name : `${name} ≥ ${from}`)).join("；");
}

/** 互评缺席: a class without any score is left out and the other weights rescaled; the sheet says so (L11). */
function absentText({ view, words }: LedgerFrame): string {
  const names = new Map(view.template.policy.classes.map(({ code, name }) => [code, name]));
  const absent = view.totals.absentClasses.map((code) =>
    fillWords(words.classAbsent, { class: names.get(code) ?? code }),
  );
  return absent.length === 0 ? words.nobodyAbsent : absent.join("；");
}

function addLegend(draft: SheetDraft, { words }: LedgerFrame, used: ReadonlySet<CellState>): void {
  const entries = legendOf(new Set<CellState>([...used, "computed"]), words.states);
  addSpanningRow(draft, { key: null, kind: "legend" }, textCell(words.legend, { bold: true }));
  for (const entry of entries) {
    addRow(draft, {
      key: null,
      kind: "legend",
      cells: {
        figure: textCell(`${entry.symbol} ${entry.label}`),
        value: textCell(entry.symbol, { state: entry.state as CellState, align: "center" }),
      },
    });
  }
}
