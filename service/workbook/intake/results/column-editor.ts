import { addressOf, columnLetters, parseAddress } from "#core/sheet/cell-address.ts";
import { fileText } from "#service/workbook/xlsx/file-text.ts";
import { cellColumn } from "../parts/cell-bytes.ts";
import type { XmlEvents, XmlScanner } from "../xml/xml-scanner.ts";

/** What a sheet gets: one column, a text in each of the rows. */
export interface ColumnTexts {
  readonly column: number;
  /** By physical row, 0-based. */
  readonly texts: ReadonlyMap<number, string>;
}

const ROW = 3;
const CELL = 4;
const SLASH = 0x2f;

/** Copies a sheet's XML byte for byte and writes one column into it. The sheet was checked before: rows and cells are in order. */
export class ColumnEditor implements XmlEvents {
  readonly #column: ColumnTexts;
  #out: Buffer[] = [];
  #scanner: XmlScanner | undefined;
  /** First byte of the scanner's that is not copied yet. */
  #from = 0;
  #block = "";
  #row = -1;
  #at = -1;
  #pending: string | undefined;
  #style = "";
  #prefix = "";
  #dropping = false;

  constructor(column: ColumnTexts) {
    this.#column = column;
  }

  /** What became of the piece that the scanner was given last. */
  take(scanner: XmlScanner): readonly Buffer[] {
    if (!this.#dropping) this.#copyTo(scanner, scanner.told);
    this.#from = 0;
    const out = this.#out;
    this.#out = [];
    return out;
  }

  open(tag: XmlScanner, name: string, depth: number): void {
    this.#scanner = tag;
    if (this.#block === "sheetData") {
      if (depth === ROW && name === "row") this.#openRow(tag);
      else if (depth === CELL && name === "c") this.#openCell(tag);
    } else if (depth === 2) {
      this.#block = name;
      if (name === "dimension") this.#widenDimension(tag);
    }
  }

  close(name: string, depth: number): void {
    const scanner = this.#scanner;
    if (depth === 2) this.#block = "";
    if (!scanner || this.#block !== "sheetData") return;
    if (depth === CELL && this.#dropping) {
      this.#dropping = false;
      this.#from = scanner.markTo;
    } else if (depth === ROW && name === "row" && this.#pending !== undefined) {
      this.#copyTo(scanner, scanner.markFrom);
      this.#writeCell();
    }
  }

  text(): void {
    // Texts are copied with what is around them.
  }

  #openRow(tag: XmlScanner): void {
    const given = tag.attribute("r");
    this.#row = given === undefined ? this.#row + 1 : Number(given) - 1;
    this.#at = -1;
    this.#style = "";
    this.#prefix = tag.rawName.slice(0, tag.rawName.indexOf(":") + 1);
    this.#pending = this.#column.texts.get(this.#row);
    if (this.#pending === undefined) return;
    this.#widenSpans(tag);
    if (tag.bytes[tag.markTo - 2] !== SLASH) return;
    // A row without cells: its end comes with its beginning.
    this.#copyTo(tag, tag.markTo - 2);
    this.#out.push(Buffer.from(">"));
    this.#writeCell();
    this.#out.push(Buffer.from(`</${tag.rawName}>`));
    this.#from = tag.markTo;
  }

  #openCell(tag: XmlScanner): void {
    if (this.#pending === undefined) return;
    const index = tag.attributeIndex("r");
    this.#at = index < 0 ? this.#at + 1 : cellColumn(tag, index, this.#row);
    const style = tag.attribute("s") ?? "";
    if (this.#at < this.#column.column) {
      this.#style = style;
      return;
    }
    this.#copyTo(tag, tag.markFrom);
    if (this.#at === this.#column.column) {
      this.#style = style;
      this.#dropping = true;
    }
    this.#writeCell();
  }

  /** Looks like its neighbour. */
  #writeCell(): void {
    const { column } = this.#column;
    const style = /^\d+$/.test(this.#style) ? ` s="${this.#style}"` : "";
    const [open, close] = [`<${this.#prefix}`, `</${this.#prefix}`];
    const text = escaped(this.#pending ?? "");
    const cell = `${open}c r="${addressOf({ row: this.#row, column })}"${style} t="inlineStr">`;
    this.#out.push(
      Buffer.from(`${cell}${open}is>${open}t xml:space="preserve">${text}${close}t>${close}is>${close}c>`),
    );
    this.#pending = undefined;
  }

  /** "1:8": which columns a row uses, for whoever wants to make room in advance. */
  #widenSpans(tag: XmlScanner): void {
    const [, first = "", last = ""] = /^(\d{1,5}):(\d{1,5})$/.exec(tag.attribute("spans") ?? "") ?? [];
    if (last === "" || Number(last) > this.#column.column) return;
    this.#replace(tag, tag.attributeIndex("spans"), `${first}:${String(this.#column.column + 1)}`);
  }

  #widenDimension(tag: XmlScanner): void {
    const [first = "", last = first] = (tag.attribute("ref") ?? "").split(":");
    const to = parseAddress(last);
    if (!to || !parseAddress(first) || to.column >= this.#column.column) return;
    const wide = `${first}:${columnLetters(this.#column.column)}${String(to.row + 1)}`;
    this.#replace(tag, tag.attributeIndex("ref"), wide);
  }

  #replace(tag: XmlScanner, index: number, value: string): void {
    this.#copyTo(tag, tag.attributeFrom[index] ?? 0);
    this.#out.push(Buffer.from(value));
    this.#from = tag.attributeTo[index] ?? 0;
  }

  #copyTo({ bytes }: XmlScanner, to: number): void {
    if (to > this.#from) this.#out.push(bytes.subarray(this.#from, to));
    this.#from = Math.max(this.#from, to);
  }
}

/** What XML cannot say is left out. */
function escaped(text: string): string {
  return fileText(text)
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;");
}
