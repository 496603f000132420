import { fillWords } from "#core/sheet/draft/fill-words.ts";
import { figureCell, PLAIN_NUMBER, textCell } from "#core/sheet/draft/make-cell.ts";
import type { SheetBook } from "#core/sheet/sheet-book.ts";
import type { Sheet } from "#core/sheet/sheet.ts";
import { listBook, listSheet, type ListColumn } from "./list-book.ts";
import type { DrillListView, ListFrame } from "./list-views.ts";
import type { ReportListWords } from "./list-words.ts";
import { listedColumns, listedRows } from "./listed-rows.ts";

/** The records behind a number (R5), with its units and, for a formula, its cells beside them. */
export function drillBook(view: DrillListView, frame: ListFrame, words: ReportListWords): SheetBook {
  const title = fillWords(words.drill.title, { cell: view.cell, title: view.title });
  const facts = { unit: frame.unitName, day: frame.ask.on, value: view.value, count: view.rows.length };
  const { left = 0 } = view;
  const info = [
    fillWords(words.drill.info, facts),
    ...(view.frozen ? [words.drill.frozen] : []),
    ...(left > 0 ? [fillWords(words.drill.left, { left })] : []),
  ].join("");
  const isFormula = view.terms.length > 0;
  const signed: readonly ListColumn[] = [
    { key: "sign", width: 7, header: words.columns.sign },
    { key: "from", width: 10, header: words.columns.from },
  ];
  const rows = listedRows(view.rows, view.looked, ({ sign, from }) =>
    isFormula ? { sign: signCell(sign), from: textCell(from) } : {},
  );
  const list = listSheet(frame, words, {
    ...{ key: "drill", sheet: words.drill.sheet, title, info, rows },
    columns: [...listedColumns(words, view.looked), ...(isFormula ? signed : [])],
  });
  const more = [...(isFormula ? [termsSheet(view, frame, words)] : []), ...unitsSheets(view, frame, words)];
  return listBook(frame, title, [list, ...more]);
}

function signCell(sign: 1 | -1) {
  return textCell(sign === 1 ? "＋" : "－", { align: "center" });
}

function figure(value: number) {
  return figureCell(String(value), "text", { format: PLAIN_NUMBER });
}

function termsSheet({ cell, title, value, terms }: DrillListView, frame: ListFrame, words: ReportListWords): Sheet {
  return listSheet(frame, words, {
    ...{ key: "terms", sheet: words.drill.terms, title: fillWords(words.drill.title, { cell, title }) },
    info: `${cell} = ${value}`,
    columns: [
      { key: "cell", width: 10, header: words.figures.cell },
      { key: "title", width: 48, header: words.figures.title },
      { key: "sign", width: 8, header: words.figures.sign },
      { key: "value", width: 12, header: words.figures.value },
    ],
    rows: terms.map((term, at) => ({
      key: terms.findIndex(({ cell: other }) => other === term.cell) === at ? `#term:${term.cell}` : null,
      cells: {
        ...{ cell: textCell(term.cell), title: textCell(titleOfTerm(term, words)), sign: signCell(term.sign) },
        value: figure(term.value),
      },
    })),
  });
}

function titleOfTerm({ title, lastYear = false }: DrillListView["terms"][number], words: ReportListWords): string {
  return lastYear ? fillWords(words.drill.lastYear, { title }) : title;
}

function unitsSheets(
  { cell, title, value, units, beside }: DrillListView,
  frame: ListFrame,
  words: ReportListWords,
): readonly Sheet[] {
  if (units.length === 0) return [];
  const sheet = listSheet(frame, words, {
    ...{ key: "units", sheet: words.drill.units, title: fillWords(words.drill.title, { cell, title }) },
    info: `${cell} = ${value}`,
    columns: [
      { key: "unit", width: 40, header: words.figures.unit },
      { key: "value", width: 12, header: words.figures.value },
    ],
    rows: [
      ...units.map((unit) => ({
        key: `unit:${unit.unitId}`,
        cells: { unit: textCell(unit.name), value: figure(unit.value) },
      })),
      ...beside.map((part) => ({
        key: `#${part.kind}`,
        cells: { unit: textCell(words.drill.beside[part.kind]), value: figure(part.value) },
      })),
    ],
  });
  return [sheet];
}
