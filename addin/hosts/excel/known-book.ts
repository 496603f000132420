import type { KeyPositions } from "../plan/standing/key-positions.ts";
import { paintedAt } from "../plan/write-blocks.ts";
import type { CellLook, CellRule } from "../plan/plan.ts";
import type { BookFrame } from "../plan/standing/standing-sheet.ts";

/** One of our sheets, as far as the host remembers. */
export interface KnownSheet {
  readonly id: string;
  readonly key: string;
  readonly tab: string;
  readonly positions: KeyPositions;
}

/** Our sheets in this workbook. */
export interface KnownBook {
  readonly sheets: readonly KnownSheet[];
  /** How they were drawn; null where nobody knows. */
  readonly frame: BookFrame | null;
  /** Was it drawn just now, so that all but the marks looks as the frame says? */
  readonly isFrameSure: boolean;
  /** Notes and states that marks set since, by markKey. */
  readonly marks: Map<string, { readonly note: string | undefined }>;
}

export function markKey(sheet: string, row: string, column: string): string {
  return JSON.stringify([sheet, row, column]);
}

/** How a cell was drawn. */
export interface DrawnCell {
  readonly format: string;
  readonly look: CellLook | undefined;
  readonly rule: CellRule | undefined;
}

/** Looks cells of the frame up by key; the first of lines that share a key counts. */
export class DrawnCells {
  readonly #sheets = new Map<
    string,
    { readonly rows: Map<string, number>; readonly columns: Map<string, number>; readonly at: number }
  >();
  readonly #frame: BookFrame;

  constructor(frame: BookFrame) {
    this.#frame = frame;
  }

  find(sheet: string, row: string, column: string): DrawnCell | undefined {
    const lines = this.#linesOf(sheet);
    const [rowAt, columnAt] = [lines?.rows.get(row), lines?.columns.get(column)];
    const frame = lines && this.#frame.sheets[lines.at];
    if (!frame || rowAt === undefined || columnAt === undefined) return undefined;
    return {
      format: paintedAt(frame.formats, rowAt, columnAt) ?? "General",
      look: paintedAt(frame.looks, rowAt, columnAt),
      rule: paintedAt(frame.rules, rowAt, columnAt),
    };
  }

  #linesOf(sheet: string) {
    const known = this.#sheets.get(sheet);
    if (known) return known;
    const at = this.#frame.sheets.findIndex(({ key }) => key === sheet);
    const frame = this.#frame.sheets[at];
    if (!frame) return undefined;
    const lines = { rows: firstPlaces(frame.rowKeys), columns: firstPlaces(frame.columnKeys), at };
    this.#sheets.set(sheet, lines);
    return lines;
  }
}

function firstPlaces(keys: readonly string[]): Map<string, number> {
  const places = new Map<string, number>();
  keys.forEach((key, at) => {
    if (!places.has(key)) places.set(key, at);
  });
  return places;
}
