import { ok, refuse, type Result } from "#core/kernel/result.ts";
import { cornerText } from "../row-key.ts";
import type { BookReading, ReadCell, SheetReading } from "../reading.ts";
import { joinedParts } from "./line-parts.ts";

export type SetTextsRefusal =
  | { readonly code: "set-sheet-name-crooked"; readonly sheet: string }
  | { readonly code: "set-sheet-formula"; readonly sheet: string; readonly row: number }
  | { readonly code: "set-sheets-missing" };

/** A tab is called like its file, without ".txt". */
const NAME = /^[a-z][a-z0-9-]{0,30}$/;

/**
 * The text files of a form from the workbook that it was edited in (R1). Rows and sheets may come and go: a sheet that was
 * copied and given another name is another file, and one that an officer made has no hidden row and column.
 */
export function setTexts({ sheets }: BookReading): Result<ReadonlyMap<string, string>, SetTextsRefusal> {
  const texts = new Map<string, string>();
  for (const sheet of sheets) {
    if (!NAME.test(sheet.name)) return refuse({ code: "set-sheet-name-crooked", sheet: sheet.name });
    const at = formulaRow(sheet);
    if (at >= 0) return refuse({ code: "set-sheet-formula", sheet: sheet.name, row: at + 1 });
    texts.set(`${sheet.name}.txt`, sheetText(sheet));
  }
  return texts.size === 0 ? refuse({ code: "set-sheets-missing" }) : ok(texts);
}

/** "= 行3 + 行5" that a program took for a formula: nobody knows any more what was written. */
function formulaRow({ rows }: SheetReading): number {
  return rows.findIndex((cells) => cells.some(({ formula }) => formula !== undefined));
}

function sheetText({ rows }: SheetReading): string {
  const corner = shown(rows[0]?.[0]);
  const isOurs = corner.startsWith(cornerText({ key: "" }));
  const lines = (isOurs ? rows.slice(1) : rows).map((cells) =>
    joinedParts((isOurs ? cells.slice(1) : cells).map(shown)),
  );
  const last = lines.findLastIndex((line) => line !== "");
  return lines
    .slice(0, last + 1)
    .map((line) => `${line}\n`)
    .join("");
}

function shown(cell: ReadCell | undefined): string {
  return cell?.value === undefined || cell.value === null ? "" : String(cell.value);
}
