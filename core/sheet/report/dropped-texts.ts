import { addressOf } from "../cell-address.ts";
import type { Edit, SheetProblem } from "../edit.ts";
import type { BookReading, ReadCell } from "../reading.ts";
import { cornerText } from "../row-key.ts";
import { tidied } from "../diff/same-value.ts";
import { EXPLANATION_KEY } from "./checks-sheet.ts";
import { CHECKS_SHEET } from "./report-places.ts";

export interface KnownOfReport {
  readonly isManual: (cell: string) => boolean;
  /** Explanations that were ever given in it: those of its findings stand on the page of the checks. */
  readonly explanations: ReadonlySet<string>;
}

/** Words that somebody typed into a report's file and that go nowhere: they are told, not lost in silence (W7). */
export function droppedTexts(
  { reading, edits }: { readonly reading: BookReading; readonly edits: readonly Edit[] },
  known: KnownOfReport,
): readonly SheetProblem[] {
  return [...uselessReasons(edits, known), ...typedExplanations(reading, known)];
}

/** A reason belongs to forced numbers: beside nothing but what is filled by hand it is not kept. */
function uselessReasons(edits: readonly Edit[], { isManual }: KnownOfReport): readonly SheetProblem[] {
  const rowOf = ({ place }: Edit): string => `${place.sheet}!${place.address.replace(/^[A-Z]+/u, "")}`;
  const forced = new Set(edits.filter(({ field }) => !isManual(field)).map(rowOf));
  const told = new Set<string>();
  return edits.flatMap((edit): readonly SheetProblem[] => {
    const { reason, place } = edit;
    const row = rowOf(edit);
    if (reason === undefined || forced.has(row) || told.has(row)) return [];
    told.add(row);
    return [{ code: "reason-not-kept", place, reason }];
  });
}

/** Explanations are given where the finding is: what is typed beside it in the file is not sent. */
function typedExplanations({ sheets }: BookReading, { explanations }: KnownOfReport): readonly SheetProblem[] {
  const corner = cornerText({ key: CHECKS_SHEET });
  return sheets.flatMap(({ name, rows }) => {
    const keyRow = rows.findIndex((cells) => cells.some(({ value }) => value === corner));
    const column = rows[keyRow]?.findIndex(({ value }) => value === EXPLANATION_KEY) ?? -1;
    if (column < 0) return [];
    const [, ...texts] = rows.slice(keyRow).map((cells) => textIn(cells[column]));
    // The heading stands first, whatever it is called.
    const heading = texts.findIndex((text) => text !== "");
    return texts.flatMap((text, below): readonly SheetProblem[] => {
      if (text === "" || below <= heading || explanations.has(text)) return [];
      const place = { sheet: name, address: addressOf({ row: keyRow + 1 + below, column }) };
      return [{ code: "locked-cell-changed", place, base: null, found: text }];
    });
  });
}

function textIn(cell: ReadCell | undefined): string {
  return String(tidied(cell?.value ?? null) ?? "");
}
