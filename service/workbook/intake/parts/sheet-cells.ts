import { MOST_COLUMNS, MOST_ROWS, addressOf, parseAddress } from "#core/sheet/cell-address.ts";
import type { ReadCell } from "#core/sheet/reading.ts";
import { damaged, hostile, tooBig } from "../intake-fault.ts";
import { parseRawCell, type CellContext } from "./raw-cell.ts";

/** Depths inside worksheet > sheetData. */
const ROW = 3;
const CELL = 4;
const CONTENT = 5;

type Attributes = Readonly<Record<string, string>>;

/**
 * Collects the cells of one sheet while its XML streams by. Rows and cells must come in order and once: readers
 * disagree on which of two equal addresses wins, so such a file is refused.
 */
export class SheetCells {
  readonly rows = new Map<number, Map<number, ReadCell>>();
  readonly #sheet: string;
  readonly #context: CellContext;
  readonly #sharedFormulas = new Map<string, string>();
  #row = -1;
  #rowElements = 0;
  #column = -1;
  #cells = 0;
  #textLength = 0;
  #cell: Attributes = {};
  #formulaTag: Attributes | null = null;
  #value: string | null = null;
  #inline: string | null = null;
  #formula: string | null = null;
  #capture: "value" | "inline" | "formula" | null = null;
  #phonetic = false;

  constructor(sheet: string, context: CellContext) {
    this.#sheet = sheet;
    this.#context = context;
  }

  open(name: string, attributes: Attributes, depth: number): void {
    if (depth === ROW && name === "row") this.#openRow(attributes);
    else if (depth === CELL && name === "c") this.#openCell(attributes);
    else if (depth >= CONTENT) this.#openContent(name, attributes, depth);
  }

  close(name: string, depth: number): void {
    if (depth >= CONTENT) {
      this.#capture = null;
      if (name === "rPh") this.#phonetic = false;
    } else if (depth === CELL && name === "c") this.#closeCell();
  }

  text(piece: string): void {
    if (this.#capture === "value") this.#value = (this.#value ?? "") + piece;
    else if (this.#capture === "inline") this.#inline = (this.#inline ?? "") + piece;
    else if (this.#capture === "formula") this.#formula = (this.#formula ?? "") + piece;
  }

  #openRow(attributes: Attributes): void {
    const { limits } = this.#context;
    this.#rowElements += 1;
    if (this.#rowElements > limits.rowElements) throw tooBig("rows", this.#rowElements, limits.rowElements);
    const given = attributes["r"];
    const row = given === undefined ? this.#row + 1 : /^[1-9]\d{0,6}$/.test(given) ? Number(given) - 1 : MOST_ROWS;
    const place = `${this.#sheet}!${given ?? row + 1}`;
    if (row >= MOST_ROWS) throw damaged("cell-address", place);
    if (row <= this.#row) throw hostile("duplicate-row", place);
    this.#row = row;
    this.#column = -1;
  }

  #openCell(attributes: Attributes): void {
    const given = attributes["r"];
    const at = given === undefined ? { row: this.#row, column: this.#column + 1 } : parseAddress(given);
    const place = `${this.#sheet}!${given ?? ""}`;
    if (!at || at.row !== this.#row || at.column >= MOST_COLUMNS) throw damaged("cell-address", place);
    if (at.column <= this.#column) throw hostile("duplicate-cell", place);
    this.#column = at.column;
    this.#cell = attributes;
    this.#value = this.#inline = this.#formula = this.#formulaTag = null;
  }

  #openContent(name: string, attributes: Attributes, depth: number): void {
    this.#capture = null;
    if (name === "rPh") this.#phonetic = true;
    else if (name === "t" && !this.#phonetic) this.#capture = "inline";
    else if (depth === CONTENT && name === "v") this.#capture = "value";
    else if (depth === CONTENT && name === "f") {
      this.#capture = "formula";
      this.#formula = "";
      this.#formulaTag = attributes;
    }
  }

  #closeCell(): void {
    const place = `${this.#sheet}!${addressOf({ row: this.#row, column: this.#column })}`;
    const raw = {
      type: this.#cell["t"] ?? "n",
      style: Number(this.#cell["s"] ?? "0"),
      value: this.#value,
      inline: this.#inline,
      formula: this.#wholeFormula(),
      place,
    };
    const cell = parseRawCell(raw, this.#context);
    if (cell) this.#keep(cell);
  }

  /** A shared formula has its text in its first cell only; the others get that text, with its references unmoved. */
  #wholeFormula(): string | null {
    const shared = this.#formulaTag?.["t"] === "shared" ? this.#formulaTag["si"] : undefined;
    if (shared === undefined || this.#formula === null) return this.#formula;
    if (this.#formula === "") return this.#sharedFormulas.get(shared) ?? "";
    this.#sharedFormulas.set(shared, this.#formula);
    return this.#formula;
  }

  #keep(cell: ReadCell): void {
    const { limits } = this.#context;
    this.#cells += 1;
    if (this.#cells > limits.cells) throw tooBig("cells", this.#cells, limits.cells);
    this.#textLength += (typeof cell.value === "string" ? cell.value.length : 0) + (cell.formula?.length ?? 0);
    if (this.#textLength > limits.allText) throw tooBig("text", this.#textLength, limits.allText);
    const cells = this.rows.get(this.#row) ?? new Map<number, ReadCell>();
    cells.set(this.#column, cell);
    this.rows.set(this.#row, cells);
  }
}
