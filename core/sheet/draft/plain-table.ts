import type { Cell } from "../cell.ts";
import type { PrintSettings, Row, Sheet } from "../sheet.ts";
import { textCell } from "./make-cell.ts";
import { addRow, addSpanningRow, type SheetDraft } from "./sheet-draft.ts";

/** Title, info line and header of a table; what standings, fairness reports and templates have in common. */
export interface TableHead {
  readonly title: string;
  readonly info: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** @returns the header row's position. */
export function addTableHead(draft: SheetDraft, head: TableHead): number {
  addSpanningRow(
    draft,
    { key: null, kind: "title", height: 30 },
    textCell(head.title, { align: "center", bold: true }),
  );
  addSpanningRow(draft, { key: null, kind: "info", height: 18 }, textCell(head.info, { align: "left" }));
  const cells: Record<string, Cell> = {};
  for (const column of draft.columns) {
    cells[column.key] = textCell(head.headers[column.key] ?? "", { bold: true, align: "center" });
  }
  return addRow(draft, { key: null, kind: "header", height: 28, cells });
}

export function dataRow(key: string, cells: Row["cells"]): Row {
  return { key, kind: "data", cells };
}

export interface TableFacts {
  readonly key: string;
  readonly headerRow: number;
  readonly protection: Sheet["protection"];
  readonly orientation: PrintSettings["orientation"];
  readonly header: string;
  readonly footer: string;
}

export function finishTable(draft: SheetDraft, facts: TableFacts): Sheet {
  return {
    key: facts.key,
    name: draft.sheet,
    columns: draft.columns,
    rows: draft.rows,
    merges: draft.merges,
    frozen: { rows: facts.headerRow + 1, columns: 1 },
    protection: facts.protection,
    print: {
      paper: "A4",
      orientation: facts.orientation,
      fitToWidth: true,
      repeatRows: { from: facts.headerRow, to: facts.headerRow },
      header: facts.header,
      footer: facts.footer,
    },
  };
}
