import { shownTime } from "#core/kernel/instant.ts";
import type { Cell } from "#core/sheet/cell.ts";
import { fillWords } from "#core/sheet/draft/fill-words.ts";
import { addTableHead, dataRow, finishTable } from "#core/sheet/draft/plain-table.ts";
import { addRow, newDraft, type SheetDraft } from "#core/sheet/draft/sheet-draft.ts";
import type { BookIdentity, SheetBook } from "#core/sheet/sheet-book.ts";
import type { Sheet } from "#core/sheet/sheet.ts";
import type { ListFrame } from "./list-views.ts";
import type { ReportListWords } from "./list-words.ts";
import { recordOfAsk } from "../tables/table-cell.ts";

export interface ListColumn {
  readonly key: string;
  readonly width: number;
  readonly header: string;
}

export interface ListTable {
  readonly key: string;
  /** Tab name. */
  readonly sheet: string;
  readonly title: string;
  readonly info: string;
  readonly columns: readonly ListColumn[];
  /** `key` null: nothing stands behind the row. */
  readonly rows: readonly { readonly key: string | null; readonly cells: Readonly<Record<string, Cell>> }[];
}

const FORBIDDEN = /[[\]:*?/\\'!]/gu;
const LONGEST_NAME = 31;

/** A list as a sheet that may be sorted and filtered; nothing in it is sent. */
export function listSheet({ ask, issue, unitName }: ListFrame, words: ReportListWords, table: ListTable): Sheet {
  const draft: SheetDraft = newDraft(
    table.sheet.replace(FORBIDDEN, " ").slice(0, LONGEST_NAME),
    table.columns.map(({ key, width }) => ({ key, width })),
  );
  const headers = Object.fromEntries(table.columns.map(({ key, header }) => [key, header]));
  const headerRow = addTableHead(draft, { title: table.title, info: table.info, headers });
  for (const { key, cells } of table.rows)
    addRow(draft, key === null ? { key, kind: "data", cells } : dataRow(key, cells));
  const facts = { unit: unitName, day: ask.on, account: issue.issuedTo, time: shownTime(issue.issuedAt) };
  return finishTable(draft, {
    ...{ key: table.key, headerRow, protection: "none", orientation: "landscape" },
    header: fillWords(words.printHeader, facts),
    footer: fillWords(words.printFooter, facts),
  });
}

export function listBook({ ask, issue, unitName }: ListFrame, title: string, sheets: readonly Sheet[]): SheetBook {
  const identity: BookIdentity = {
    ...{ kind: "report-list", ...issue, subject: recordOfAsk(ask), unit: unitName },
    year: Number(ask.on.slice(0, 4)),
  };
  return { identity, title, sheets, names: [], legend: [] };
}
