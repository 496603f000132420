import type { Cell } from "../cell.ts";
import { textCell } from "../draft/make-cell.ts";
import { addRow, newDraft } from "../draft/sheet-draft.ts";
import type { BookIdentity, SheetBook } from "../sheet-book.ts";
import type { Column, Sheet } from "../sheet.ts";
import { lineParts, textLines } from "./line-parts.ts";

export interface SetBookFacts {
  /** "2017". */
  readonly id: string;
  readonly title: string;
  readonly issuedAt: string;
}

const FIRST = 44;
const OTHERS = 52;
const ENDING = /\.txt$/u;

/**
 * A form's own definition as a workbook (R1): a sheet for each of its text files, a row for each line, a cell for each part
 * between bars. Whoever edits it gives it back to be the same texts with those lines changed.
 */
export function setBook(texts: ReadonlyMap<string, string>, { id, title, issuedAt }: SetBookFacts): SheetBook {
  const identity: BookIdentity = {
    ...{ kind: "report-set", service: "", subject: `report-set:${id}`, unit: "", year: 0 },
    ...{ definition: "", change: 0, issuedAt, issuedTo: "" },
  };
  const sheets = [...texts].map(([file, text]) => fileSheet(file, text));
  return { identity, title, sheets, names: [], legend: [] };
}

function fileSheet(file: string, text: string): Sheet {
  const lines = textLines(text).map(lineParts);
  const columns = Array.from({ length: Math.max(2, ...lines.map((parts) => parts.length)) }, (_, index): Column => ({
    key: `p${index + 1}`,
    width: index === 0 ? FIRST : OTHERS,
  }));
  const draft = newDraft(file.replace(ENDING, ""), columns);
  for (const parts of lines) {
    const cells = columns.flatMap(({ key }, index): readonly (readonly [string, Cell])[] => {
      const part = parts[index];
      return part === undefined || part === "" ? [] : [[key, textCell(part, { align: "left" })]];
    });
    addRow(draft, { key: null, kind: "data", cells: Object.fromEntries(cells) });
  }
  return {
    ...{ key: file, name: draft.sheet, columns, rows: draft.rows, merges: [] },
    ...{ frozen: { rows: 0, columns: 0 }, protection: "none" },
    print: {
      ...{ paper: "A4", orientation: "landscape", fitToWidth: true, repeatRows: null },
      ...{ header: file, footer: "" },
    },
  };
}
