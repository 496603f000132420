import { CANDIDATE_LIST_COLUMNS, candidateListName } from "#core/people/development/plan-columns.ts";
import type { Cell } from "../cell.ts";
import { textCell } from "../draft/make-cell.ts";
import { addTableHead, finishTable } from "../draft/plain-table.ts";
import { addRow, newDraft } from "../draft/sheet-draft.ts";
import type { BookIdentity, SheetBook } from "../sheet-book.ts";

export interface CandidateList {
  readonly unitName: string;
  readonly year: number;
  /** As they are to stand on paper, by field key. */
  readonly rows: readonly Readonly<Record<string, string>>[];
  readonly issue: Pick<BookIdentity, "service" | "subject" | "definition" | "change" | "issuedAt" | "issuedTo">;
}

const WIDTHS: Readonly<Record<string, number>> = { name: 10, sex: 6, occupation: 24, education: 16 };
const WIDTH = 14;

/** 《<单位><年>年计划发展对象名单》 (M8): exactly the ten columns; texts alone, so that nothing becomes a formula (A14). */
export function candidateListBook({ unitName, year, rows, issue }: CandidateList): SheetBook {
  const columns = CANDIDATE_LIST_COLUMNS.map(([key]) => ({ key, width: WIDTHS[key] ?? WIDTH }));
  const draft = newDraft("名单", columns);
  const title = candidateListName(unitName, year);
  const headers = Object.fromEntries(CANDIDATE_LIST_COLUMNS);
  const headerRow = addTableHead(draft, { title: `《${title}》`, info: `共 ${String(rows.length)} 人`, headers });
  for (const row of rows) {
    const cells: Record<string, Cell> = {};
    for (const { key } of columns) cells[key] = textCell(row[key] ?? "");
    addRow(draft, { key: null, kind: "data", cells });
  }
  const sheet = finishTable(draft, {
    ...{ key: "candidates", headerRow, protection: "none", orientation: "landscape" },
    ...{ header: unitName, footer: `${unitName}　${issue.issuedTo}　${issue.issuedAt}` },
  });
  const identity = { kind: "roster", ...issue, unit: unitName, year } as const;
  return { identity, title, sheets: [sheet], names: draft.names, legend: [] };
}
