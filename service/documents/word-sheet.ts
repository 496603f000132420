import {
  AlignmentType,
  HeadingLevel,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
  type FileChild,
} from "docx";
import type { Cell } from "#core/sheet/cell.ts";
import type { Merge, Row, Sheet } from "#core/sheet/sheet.ts";
import { usableWidth } from "./paper.ts";
import { shownText } from "./shown-text.ts";

/** Heading and info lines as paragraphs, everything from the header row on as one table whose header repeats on every page. */
export function sheetContent(sheet: Sheet): readonly FileChild[] {
  const head = sheet.rows.filter((row) => row.kind === "title" || row.kind === "info");
  const body = sheet.rows
    .map((row, at) => ({ row, at }))
    .filter(({ row }) => row.kind !== "title" && row.kind !== "info");
  const widths = columnWidths(sheet);
  const rows = body.map(({ row, at }) => tableRow(sheet, row, { at, widths }));
  const tables = rows.length === 0 ? [] : [new Table({ rows, columnWidths: widths, layout: TableLayoutType.FIXED })];
  return [...head.map(headLine), ...tables];
}

function headLine(row: Row): Paragraph {
  const text =
    Object.values(row.cells)
      .map(shownText)
      .find((shown) => shown !== "") ?? "";
  if (row.kind === "title")
    return new Paragraph({ text, heading: HeadingLevel.HEADING_1, alignment: AlignmentType.CENTER });
  return new Paragraph({ children: [new TextRun({ text, size: 18 })] });
}

/** The sheet's widths, shared out over the page. */
function columnWidths(sheet: Sheet): number[] {
  const visible = visibleColumns(sheet);
  const total = visible.reduce((sum, column) => sum + column.width, 0);
  return visible.map((column) => Math.floor((column.width / total) * usableWidth(sheet.print.orientation)));
}

function visibleColumns(sheet: Sheet) {
  return sheet.columns.filter((column) => column.hidden !== true);
}

interface Place {
  readonly at: number;
  readonly widths: readonly number[];
}

function tableRow(sheet: Sheet, row: Row, { at, widths }: Place): TableRow {
  const cells: TableCell[] = [];
  const columns = visibleColumns(sheet);
  for (let index = 0; index < columns.length;) {
    const column = columns[index];
    if (!column) break;
    const span = Math.min(spanOf(sheet, at, sheet.columns.indexOf(column)), columns.length - index);
    const width = widths.slice(index, index + span).reduce((sum, part) => sum + part, 0);
    cells.push(tableCell(row, row.cells[column.key], { span, width }));
    index += span;
  }
  return new TableRow({ children: cells, tableHeader: row.kind === "header", cantSplit: true });
}

/** Columns that a merge beginning here takes in; merges over several rows do not occur below the heading. */
function spanOf({ merges }: Sheet, at: number, column: number): number {
  const merge = merges.find((candidate: Merge) => candidate.top === at && candidate.left === column);
  return merge ? merge.right - merge.left + 1 : 1;
}

function tableCell(
  row: Row,
  cell: Cell | undefined,
  { span, width }: { readonly span: number; readonly width: number },
): TableCell {
  const weight = cell?.bold === true || row.kind === "header" ? { bold: true } : {};
  const alignment = ALIGNMENT[cell?.align ?? (typeof cell?.value === "number" ? "right" : "left")];
  const lines = (cell ? shownText(cell) : "").split("\n");
  const children = lines.map(
    (text) => new Paragraph({ alignment, children: [new TextRun({ text, size: 18, ...weight })] }),
  );
  return new TableCell({ children, columnSpan: span, width: { size: width, type: WidthType.DXA } });
}

const ALIGNMENT = { left: AlignmentType.LEFT, center: AlignmentType.CENTER, right: AlignmentType.RIGHT } as const;
