import type { Cell } from "../cell.ts";
import { figureCell, textCell } from "../draft/make-cell.ts";
import { addTableHead, finishTable } from "../draft/plain-table.ts";
import { addRow, newDraft } from "../draft/sheet-draft.ts";
import type { BookIdentity, SheetBook } from "../sheet-book.ts";

/** What a question was answered with: the words are the caller's, in one language. */
export interface AnswerTable {
  readonly title: string;
  /** Condition, day, count. */
  readonly info: string;
  readonly unitName: string;
  readonly year: number;
  /** First the name of the rows, then one per column; the last ones are totals. */
  readonly headers: readonly string[];
  readonly rows: readonly { readonly name: string; readonly counts: readonly number[] }[];
  readonly issue: Pick<BookIdentity, "service" | "subject" | "definition" | "change" | "issuedAt" | "issuedTo">;
}

/** A cross-table as a sheet: names as text (A14), counts as numbers. */
export function answerBook({ title, info, unitName, year, headers, rows, issue }: AnswerTable): SheetBook {
  const keys = headers.map((_, index) => `c${String(index)}`);
  const draft = newDraft(
    "统计",
    keys.map((key, index) => ({ key, width: index === 0 ? 28 : 14 })),
  );
  const head = Object.fromEntries(keys.map((key, index) => [key, headers[index] ?? ""]));
  const headerRow = addTableHead(draft, { title, info, headers: head });
  for (const { name, counts } of rows) {
    const cells: Record<string, Cell> = { c0: textCell(name) };
    for (const [index, count] of counts.entries())
      cells[`c${String(index + 1)}`] = figureCell(String(count), "computed", { format: "0" });
    addRow(draft, { key: null, kind: "data", cells });
  }
  const sheet = finishTable(draft, {
    ...{ key: "answer", headerRow, protection: "none", orientation: "landscape" },
    ...{ header: unitName, footer: `${unitName}　${issue.issuedTo}　${issue.issuedAt}` },
  });
  const identity = { kind: "roster", ...issue, unit: unitName, year } as const;
  return { identity, title, sheets: [sheet], names: draft.names, legend: [] };
}
