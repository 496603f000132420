import type { SeenCell, SeenMerge } from "#core/intake/seen-workbook.ts";
import { MOST_ROWS, addressOf } from "#core/sheet/cell-address.ts";
import { activeContent, damaged, hostile, tooBig } from "../intake-fault.ts";
import { GENERAL } from "../number-format.ts";
import type { XmlEvents, XmlScanner } from "../xml/xml-scanner.ts";
import { cellColumn, cellTypeOf, plainNumber, wholeNumber } from "./cell-bytes.ts";
import { CellPlaces } from "./cell-places.ts";
import { parseMerge } from "./merged-cells.ts";
import { parseRawCell, type CellContext } from "./raw-cell.ts";

/** Depths inside worksheet > sheetData. */
const ROW = 3;
const CELL = 4;
const CONTENT = 5;

/** Takes the cells of a sheet as they come, covered ones included; texts and formulas as in the file. */
export type CellSink = (row: number, column: number, cell: SeenCell) => void;

/**
 * Checks one sheet while its XML streams by: rows, cells and merges; validations, links, drawings and formats are not
 * looked at. Rows and cells must come in order and once: readers disagree on which of two equal addresses wins, so such a
 * file is refused. Most cells are plain numbers or shared texts; they take the short way.
 */
export class SheetScan implements XmlEvents {
  readonly merges: SeenMerge[] = [];
  readonly places = new CellPlaces();
  formulas = 0;
  readonly #sheet: { readonly name: string; readonly part: string };
  readonly #context: CellContext;
  readonly #sink: CellSink | undefined;
  readonly #sharedFormulas = new Map<string, string>();
  #block = "";
  #row = -1;
  #rowElements = 0;
  #column = -1;
  #type = "n";
  #style = 0;
  #shared: string | undefined;
  /** The value, when it is a plain number; `#value` has all others. */
  #number: number | undefined;
  #value: string | null = null;
  #inline: string | null = null;
  #formula: string | null = null;
  #capture: "value" | "inline" | "formula" | null = null;
  #phonetic = false;

  constructor(sheet: { readonly name: string; readonly part: string }, context: CellContext, sink?: CellSink) {
    this.#sheet = sheet;
    this.#context = context;
    this.#sink = sink;
  }

  open(tag: XmlScanner, name: string, depth: number): void {
    if (this.#block === "sheetData") this.#openInData(tag, name, depth);
    else if (depth === 1) this.#openRoot(name);
    else if (depth === 2) this.#block = name;
    else if (this.#block === "mergeCells" && name === "mergeCell") this.#addMerge(tag.attribute("ref") ?? "");
    else if (name === "oleObject" || name === "control")
      throw activeContent(name === "control" ? "controls" : "embedded-objects", this.#sheet.name);
  }

  close(name: string, depth: number): void {
    if (depth === 2) this.#block = "";
    else if (this.#block !== "sheetData") return;
    else if (depth >= CONTENT) {
      this.#capture = null;
      if (name === "rPh") this.#phonetic = false;
    } else if (depth === CELL && name === "c") this.#closeCell();
  }

  text(scanner: XmlScanner): void {
    if (this.#capture === null) return;
    if (this.#capture === "value") this.#addValue(scanner);
    else if (this.#capture === "inline") this.#inline = (this.#inline ?? "") + scanner.text();
    else this.#formula = (this.#formula ?? "") + scanner.text();
  }

  #openRoot(name: string): void {
    if (name !== "worksheet") throw damaged("missing-part", this.#sheet.part);
  }

  #openInData(tag: XmlScanner, name: string, depth: number): void {
    if (depth === CELL && name === "c") this.#openCell(tag);
    else if (depth === ROW && name === "row") this.#openRow(tag.attribute("r"));
    else if (depth >= CONTENT) this.#openContent(tag, name, depth);
  }

  #addMerge(reference: string): void {
    this.merges.push(parseMerge(reference, this.#sheet.name));
    const { merges } = this.#context.limits;
    if (this.merges.length > merges) throw tooBig("merges", this.merges.length, merges);
  }

  #openRow(given: string | undefined): void {
    const { rowElements } = this.#context.limits;
    this.#rowElements += 1;
    if (this.#rowElements > rowElements) throw tooBig("rows", this.#rowElements, rowElements);
    const row = given === undefined ? this.#row + 1 : /^[1-9]\d{0,6}$/.test(given) ? Number(given) - 1 : MOST_ROWS;
    const place = () => `${this.#sheet.name}!${given ?? row + 1}`;
    if (row >= MOST_ROWS) throw damaged("cell-address", place());
    if (row <= this.#row) throw hostile("duplicate-row", place());
    this.#row = row;
    this.#column = -1;
  }

  #openCell(tag: XmlScanner): void {
    let column = this.#column + 1;
    this.#type = "n";
    this.#style = 0;
    for (let index = 0; index < tag.attributeCount; index += 1) {
      const raw = tag.attributeNames[index]?.raw;
      if (raw === "r") column = cellColumn(tag, index, this.#row);
      else if (raw === "s") this.#style = styleNumber(tag, index);
      else if (raw === "t") this.#type = cellTypeOf(tag, index);
    }
    if (column < 0) throw damaged("cell-address", `${this.#sheet.name}!${tag.attribute("r") ?? ""}`);
    if (column <= this.#column) throw hostile("duplicate-cell", this.#place(column));
    this.#column = column;
    this.#number = undefined;
    this.#value = this.#inline = this.#formula = null;
    this.#shared = undefined;
  }

  #openContent(tag: XmlScanner, name: string, depth: number): void {
    this.#capture = null;
    if (name === "v") this.#capture = depth === CONTENT ? "value" : null;
    else if (name === "rPh") this.#phonetic = true;
    else if (name === "t" && !this.#phonetic) this.#capture = "inline";
    else if (depth === CONTENT && name === "f") {
      this.#capture = "formula";
      this.#formula = "";
      this.#shared = tag.attribute("t") === "shared" ? tag.attribute("si") : undefined;
    }
  }

  #addValue(scanner: XmlScanner): void {
    // The text's own bytes are gone when the cell ends: a number that will be looked at as text is kept as such.
    const short = this.#value === null && this.#formula === null && scanner.plain && this.#isShort();
    if (short) this.#number = plainNumber(scanner.bytes, scanner.from, scanner.to);
    if (this.#number === undefined || !short) this.#value = (this.#value ?? "") + scanner.text();
  }

  /** Numbers without a format, and indexes of shared texts. */
  #isShort(): boolean {
    if (this.#number !== undefined) return false;
    const format = this.#context.styles[this.#style] ?? GENERAL;
    return this.#type === "s" || (this.#type === "n" && format === GENERAL);
  }

  #closeCell(): void {
    if (this.#number !== undefined) {
      this.#closeShort(this.#number);
      return;
    }
    const raw = {
      type: this.#type,
      style: this.#style,
      value: this.#value,
      inline: this.#inline,
      formula: this.#wholeFormula(),
      place: () => this.#place(this.#column),
    };
    const cell = parseRawCell(raw, this.#context);
    if (!cell) return;
    if (cell.formula !== undefined) this.formulas += 1;
    this.#give(cell);
  }

  #closeShort(number: number): void {
    const { strings } = this.#context;
    if (this.#value !== null || this.#formula !== null) throw damaged("cell-value", this.#place(this.#column));
    if (this.#type === "n") this.#give(this.#sink && { value: number });
    else if (!Number.isInteger(number) || number < 0 || number >= strings.count)
      throw damaged("shared-string", this.#place(this.#column));
    else if (!strings.isBlank(number)) this.#give(this.#sink && { value: strings.get(number) });
  }

  #give(cell: SeenCell | undefined): void {
    this.places.add(this.#row, this.#column);
    const { cells } = this.#context.limits;
    if (this.places.count > cells) throw tooBig("cells", this.places.count, cells);
    if (cell && this.#sink) this.#sink(this.#row, this.#column, cell);
  }

  /** A shared formula has its text in its first cell only; the others get that text, with its references unmoved. */
  #wholeFormula(): string | null {
    if (this.#shared === undefined || this.#formula === null) return this.#formula;
    if (this.#formula === "") return this.#sharedFormulas.get(this.#shared) ?? "";
    this.#sharedFormulas.set(this.#shared, this.#formula);
    return this.#formula;
  }

  #place(column: number): string {
    return `${this.#sheet.name}!${addressOf({ row: this.#row, column })}`;
  }
}

/** A number that is none means no style. */
function styleNumber(tag: XmlScanner, index: number): number {
  return Math.max(0, wholeNumber(tag.bytes, tag.attributeFrom[index] ?? 0, tag.attributeTo[index] ?? 0));
}
