import type { Cell } from "../cell.ts";
import { textCell } from "../draft/make-cell.ts";
import { addTableHead, finishTable } from "../draft/plain-table.ts";
import { addRow, newDraft } from "../draft/sheet-draft.ts";
import type { BookIdentity, SheetBook } from "../sheet-book.ts";

export interface ArchiveList {
  /** Committee and period, as the file is named (M16). */
  readonly title: string;
  readonly unitName: string;
  readonly year: number;
  readonly columns: readonly { readonly key: string; readonly label: string; readonly width: number }[];
  readonly rows: readonly Readonly<Record<string, string>>[];
  readonly issue: Pick<BookIdentity, "service" | "subject" | "definition" | "change" | "issuedAt" | "issuedTo">;
}

/** A full export: texts alone, so that no number loses digits and nothing becomes a formula (A14). */
export function archiveBook({ title, unitName, year, columns, rows, issue }: ArchiveList): SheetBook {
  const draft = newDraft(
    "归档",
    columns.map(({ key, width }) => ({ key, width })),
  );
  const headers = Object.fromEntries(columns.map(({ key, label }) => [key, label]));
  const headerRow = addTableHead(draft, { title, info: `共 ${String(rows.length)} 条`, headers });
  for (const row of rows) {
    const cells: Record<string, Cell> = {};
    for (const { key } of columns) cells[key] = textCell(row[key] ?? "");
    addRow(draft, { key: null, kind: "data", cells });
  }
  const sheet = finishTable(draft, {
    ...{ key: "archive", headerRow, protection: "none", orientation: "landscape" },
    ...{ header: unitName, footer: `${unitName}　${issue.issuedTo}　${issue.issuedAt}` },
  });
  const identity = { kind: "roster", ...issue, unit: unitName, year } as const;
  return { identity, title, sheets: [sheet], names: draft.names, legend: [] };
}
