import type { StoredValue, WorkbookCell } from "../cell-model.ts";
import type { Reference } from "../references.ts";
import type { SheetModel } from "../sheet-model.ts";
import { evaluate, type Operand, single, type Surroundings } from "./evaluate.ts";
import { parseFormula, UnknownFormula } from "./parse-formula.ts";

export interface Calculated {
  readonly sheets: readonly SheetModel[];
  /** What a name refers to, without "="; names are looked up without regard to letter case. */
  named(name: string, sheet: SheetModel): string | undefined;
}

/** Calculates every formula anew. A formula beyond our grammar keeps the figure it has. */
export function recalculate(book: Calculated): void {
  const run = new Calculation(book);
  for (const sheet of book.sheets) {
    const formulas: (readonly [number, number, WorkbookCell])[] = [];
    sheet.eachStored((cell, row, column) => {
      if (cell.formula !== undefined) formulas.push([row, column, cell]);
    });
    for (const [row, column] of formulas) run.value(sheet, row, column);
  }
}

class Calculation {
  readonly #book: Calculated;
  readonly #done = new Map<WorkbookCell, StoredValue>();
  readonly #underWay = new Set<WorkbookCell>();

  constructor(book: Calculated) {
    this.#book = book;
  }

  value(sheet: SheetModel, row: number, column: number): StoredValue {
    const cell = sheet.stored(row, column);
    if (cell.formula === undefined) return cell.value;
    const known = this.#done.get(cell);
    if (known !== undefined) return known;
    // A cell that needs itself shows 0, as Excel does after its warning.
    if (this.#underWay.has(cell)) return 0;
    this.#underWay.add(cell);
    const value = this.#calculated(sheet, cell, cell.formula);
    this.#underWay.delete(cell);
    const next = value === cell.value ? cell : { ...cell, value };
    if (next !== cell) sheet.put(row, column, next);
    this.#done.set(next, value);
    return value;
  }

  #calculated(sheet: SheetModel, cell: WorkbookCell, formula: string): StoredValue {
    try {
      return single(evaluate(parseFormula(formula), this.#around(sheet))) ?? 0;
    } catch (failure) {
      if (failure instanceof UnknownFormula) return cell.value;
      throw failure;
    }
  }

  #around(sheet: SheetModel): Surroundings {
    return {
      read: (reference) => this.#read(sheet, reference),
      named: (name) => {
        const formula = this.#book.named(name, sheet);
        return formula === undefined ? undefined : evaluate(parseFormula(formula), this.#around(sheet));
      },
    };
  }

  #read(own: SheetModel, { sheet: named, first, last }: Reference): Operand {
    const sheet = named === undefined ? own : this.#book.sheets.find(({ name }) => name === named);
    if (!sheet) return { error: "#REF!" };
    if (!last) return this.value(sheet, first.row, first.column);
    const block: StoredValue[] = [];
    for (let row = first.row; row <= Math.min(last.row, sheet.rowCount - 1); row += 1) {
      for (let column = first.column; column <= last.column; column += 1) block.push(this.value(sheet, row, column));
    }
    return { block };
  }
}

/** "'定量 任务'!$B$2:$C$9" as a reference; undefined for anything else. */
export function soleReference(formula: string): Reference | undefined {
  try {
    const expression = parseFormula(formula);
    return expression.type === "reference" ? expression.reference : undefined;
  } catch (failure) {
    if (failure instanceof UnknownFormula) return undefined;
    throw failure;
  }
}
