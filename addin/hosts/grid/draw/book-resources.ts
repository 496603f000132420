import type { IRange, IResources } from "@univerjs/core";
import { absoluteRange, HIDDEN_COLUMNS, HIDDEN_ROWS } from "#core/sheet/cell-address.ts";
import type { Cell, Constraint } from "#core/sheet/cell.ts";
import type { SheetBook } from "#core/sheet/sheet-book.ts";
import type { Sheet } from "#core/sheet/sheet.ts";

type SheetIdOf = (sheetKey: string) => string;

/** What Univer's plugins keep beside the cells: names, validation, notes. */
export function bookResources(book: SheetBook, sheetIdOf: SheetIdOf): IResources {
  return [
    { name: "SHEET_DEFINED_NAME_PLUGIN", data: JSON.stringify(definedNames(book)) },
    { name: "SHEET_DATA_VALIDATION_PLUGIN", data: JSON.stringify(perSheet(book, sheetIdOf, validationRules)) },
    { name: "SHEET_NOTE_PLUGIN", data: JSON.stringify(perSheet(book, sheetIdOf, notes)) },
  ];
}

function perSheet<T>(book: SheetBook, sheetIdOf: SheetIdOf, make: (sheet: Sheet) => T): Readonly<Record<string, T>> {
  return Object.fromEntries(book.sheets.map((sheet) => [sheetIdOf(sheet.key), make(sheet)]));
}

function definedNames(book: SheetBook): Readonly<Record<string, object>> {
  const tabs = new Map(book.sheets.flatMap(({ key, name }) => [[key, name] as const, [name, name] as const]));
  const entries = book.names.map((name, index) => {
    const tab = tabs.get(name.sheet);
    if (tab === undefined) throw new Error(`name ${name.name} points to an unknown sheet ${name.sheet}`);
    const formulaOrRefString = `'${tab.replaceAll("'", "''")}'!${absoluteRange(name)}`;
    return [
      `name${index}`,
      { id: `name${index}`, name: name.name, formulaOrRefString, localSheetId: "AllDefaultWorkbook" },
    ];
  });
  return Object.fromEntries(entries) as Readonly<Record<string, object>>;
}

/**
 * Cells with the same constraint share one rule, those below each other one range: Univer compares every range with every
 * other when a book comes up, and thousands of single cells take it minutes.
 */
function validationRules(sheet: Sheet): readonly object[] {
  const rules = new Map<string, { readonly constraint: Constraint; readonly ranges: IRange[] }>();
  const lowest = new Map<string, IRange>();
  for (const { cell, range } of boundCells(sheet)) {
    if (!cell.constraint) continue;
    const text = JSON.stringify(cell.constraint);
    const rule = rules.get(text) ?? { constraint: cell.constraint, ranges: [] };
    rules.set(text, rule);
    const line = `${range.startColumn} ${text}`;
    const above = lowest.get(line);
    if (above?.endRow === range.startRow - 1) {
      above.endRow = range.startRow;
    } else {
      lowest.set(line, range);
      rule.ranges.push(range);
    }
  }
  return [...rules.values()].map(({ constraint, ranges }, index) => ({
    uid: `rule${index}`,
    ranges,
    ...rule(constraint),
  }));
}

const WARNING = 2;

/** Warnings only: what was typed stays, marked, and whoever sends it is told why the service does not take it (W4). */
function rule(constraint: Constraint): object {
  const shared = { allowBlank: true, errorStyle: WARNING, showErrorMessage: true };
  switch (constraint.type) {
    case "list":
      // As JSON, because a choice may hold a comma.
      return {
        ...shared,
        type: "list",
        formula1: JSON.stringify(constraint.choices),
        showDropDown: true,
        renderMode: 1,
      };
    case "decimal":
      return constraint.highest === null
        ? {
            ...shared,
            type: "decimal",
            operator: "greaterThanOrEqual",
            formula1: String(constraint.lowest),
            error: constraint.message,
          }
        : {
            ...shared,
            type: "decimal",
            operator: "between",
            formula1: String(constraint.lowest),
            formula2: String(constraint.highest),
            error: constraint.message,
          };
    case "whole":
      return {
        ...{ ...shared, type: "whole", operator: "between", error: constraint.message },
        ...{ formula1: String(constraint.lowest), formula2: String(constraint.highest) },
      };
    case "text":
      return { ...shared, type: "textLength", operator: "lessThanOrEqual", formula1: String(constraint.longest) };
  }
}

function notes(sheet: Sheet): Readonly<Record<number, Record<number, object>>> {
  const found: Record<number, Record<number, object>> = {};
  for (const { cell, range } of boundCells(sheet)) {
    if (cell.note === undefined || cell.note === "") continue;
    const { startRow: row, startColumn: col } = range;
    (found[row] ??= {})[col] = gridNote(cell.note, { row, col });
  }
  return found;
}

/** A note as Univer keeps it; big enough for its text, because nobody can pull it larger. */
export function gridNote(text: string, at: { readonly row: number; readonly col: number }) {
  const lines = text.split("\n").reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / 20)), 0);
  return {
    id: `note-${at.row}-${at.col}`,
    ...at,
    width: 300,
    height: Math.min(260, 40 + lines * 22),
    note: text,
    show: false,
  };
}

function boundCells(sheet: Sheet): readonly { readonly cell: Cell; readonly range: IRange }[] {
  return sheet.rows.flatMap((row, rowIndex) =>
    sheet.columns.flatMap((column, columnIndex) => {
      const cell = row.cells[column.key];
      if (!cell) return [];
      const [atRow, atColumn] = [rowIndex + HIDDEN_ROWS, columnIndex + HIDDEN_COLUMNS];
      return [{ cell, range: { startRow: atRow, endRow: atRow, startColumn: atColumn, endColumn: atColumn } }];
    }),
  );
}
