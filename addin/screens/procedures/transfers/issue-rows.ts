/** The sheet of destinations (M12b): one row per person, filled one by one, all at once, or by pasting columns. */
import type { Day } from "#core/kernel/instant.ts";
import type { IssueTransfers, TransferPerson } from "#core/protocol/records/transfers.ts";
import { destinationOf, kindOfPlace, NO_DESTINATION, type DestinationDraft } from "./destination.ts";

export interface IssueRow {
  readonly personId: string;
  readonly to: DestinationDraft;
  /** Month or day. */
  readonly duesPaidUntil: string;
  readonly graduate: boolean;
}

/** By person: what was typed stays when somebody is ticked off and on again. */
export type IssueRows = ReadonlyMap<string, IssueRow>;

/** Columns that can be pasted, in the order in which they stand. */
export type PastedColumn = "place" | "finallyTo" | "duesPaidUntil";

const COLUMNS: readonly PastedColumn[] = ["place", "finallyTo", "duesPaidUntil"];

export function rowOf(rows: IssueRows, { personId, paidUntil }: TransferPerson): IssueRow {
  return rows.get(personId) ?? { personId, to: NO_DESTINATION, duesPaidUntil: paidUntil, graduate: false };
}

/** One destination for everybody; dues and what else was typed stay each one's own. */
export function filledAll(
  rows: readonly IssueRow[],
  { to, graduate }: Pick<IssueRow, "to" | "graduate">,
): readonly IssueRow[] {
  return rows.map((row) => ({ ...row, to, graduate }));
}

/** Lines go down from `from`, cells to the right from `column`; what does not fit into the sheet is left out. */
export function pasted(
  rows: readonly IssueRow[],
  text: string,
  at: { readonly from: number; readonly column: PastedColumn },
): readonly IssueRow[] {
  const lines = text.replace(/\r?\n$/, "").split(/\r?\n/);
  const columns = COLUMNS.slice(COLUMNS.indexOf(at.column));
  return rows.map((row, index) => {
    const line = index < at.from ? undefined : lines[index - at.from];
    if (line === undefined) return row;
    const cells = line.split("\t");
    return columns.reduce((filled, column, place) => withCell(filled, column, cells[place]), row);
  });
}

function withCell(row: IssueRow, column: PastedColumn, cell: string | undefined): IssueRow {
  if (cell === undefined) return row;
  const text = cell.trim();
  switch (column) {
    case "place":
      return { ...row, to: { ...row.to, place: text, kind: kindOfPlace(text, row.to.kind) } };
    case "finallyTo":
      return { ...row, to: { ...row.to, finallyTo: text } };
    case "duesPaidUntil":
      return { ...row, duesPaidUntil: monthOf(text) };
  }
}

/** "2026.5", "2026年5月", "2026/05" are the month 2026-05; anything else stays as it is. */
function monthOf(text: string): string {
  const [, year, month] = /^(\d{4})\D+(\d{1,2})\D*$/u.exec(text.normalize("NFKC")) ?? [];
  return year === undefined || month === undefined ? text : `${year}-${month.padStart(2, "0")}`;
}

/** @returns undefined while a row, the day or the reason is missing. */
export function lettersOf(
  rows: readonly IssueRow[],
  { on, reason }: { readonly on: string; readonly reason: string },
): IssueTransfers | undefined {
  const letters = rows.flatMap(({ personId, to, duesPaidUntil, graduate }) => {
    const destination = destinationOf(to);
    return destination ? [{ personId, to: destination, duesPaidUntil, graduate }] : [];
  });
  const isComplete = letters.length > 0 && letters.length === rows.length && on !== "" && reason.trim().length > 1;
  return isComplete ? { on: on as Day, reason: reason.trim(), rows: letters } : undefined;
}

/** How many go where, in the order of the sheet: what the officer confirms. */
export function goings(letters: Pick<IssueTransfers, "rows">): readonly Going[] {
  const byPlace = new Map<string, Going>();
  for (const { to } of letters.rows) {
    const key = JSON.stringify(to);
    byPlace.set(key, { to, count: (byPlace.get(key)?.count ?? 0) + 1 });
  }
  return [...byPlace.values()];
}

export interface Going {
  readonly to: IssueTransfers["rows"][number]["to"];
  readonly count: number;
}
