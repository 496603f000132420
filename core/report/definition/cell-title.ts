import { gridCell } from "../formula/cell-name.ts";

/** What a cell is called: its table, and the headings it stands under. */
export interface CellNames {
  readonly table: string;
  readonly row: string;
  readonly column: string;
}

/** A form's table as it is defined, or as a view shows it. */
export interface TitledTable {
  readonly no: number;
  readonly name: string;
  readonly rows: readonly { readonly no: number; readonly path: readonly string[] }[];
  readonly columns: readonly { readonly id: string; readonly path: readonly string[] }[];
  readonly supplement: readonly { readonly no: number; readonly text: string }[];
}

const BLANK = "____";

export function cellNames(table: TitledTable, cell: string): CellNames {
  const named = { table: `表${table.no} ${table.name}` };
  const at = gridCell(cell);
  if (!at) return { ...named, row: `补充资料 ${cell.slice(1)}`, column: textBefore(table, cell) };
  const row = table.rows.find(({ no }) => no === at.row)?.path ?? [];
  const column = table.columns.find(({ id }) => id === at.column)?.path ?? [];
  return { ...named, row: row.join("/"), column: column.join("/") };
}

/** "表2 在岗职工 · 总数/女": short enough for a list, the table's own name left out. */
export function cellTitle(table: TitledTable, cell: string): string {
  const { row, column } = cellNames(table, cell);
  return `表${table.no} ${[row, column].filter((part) => part !== "").join(" · ")}`;
}

/** A title, or the name of a table, on an English screen: a form's own words stay as they are. */
export function titleInEnglish(title: string): string {
  return title.replace(/^表(\d+) /u, "Table $1 ").replace(/(^| )补充资料 (?=\d)/u, "$1Supplement ");
}

/** The words of a supplementary line between the blank before and this one. */
function textBefore({ supplement }: TitledTable, cell: string): string {
  const [line = 0, blank = 0] = cell.slice(1).split(".").map(Number);
  const text = supplement.find(({ no }) => no === line)?.text ?? "";
  const words = text.split(BLANK)[blank - 1] ?? "";
  return words.replace(/^(?:名|个|人|万元|元)?[，、；。（）()\s]*/u, "").trim();
}
