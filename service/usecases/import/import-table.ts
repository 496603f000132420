import { findTables } from "#core/intake/table/find-tables.ts";
import type { FoundTable } from "#core/intake/table/found-table.ts";
import { rowRole } from "#core/intake/table/row-role.ts";
import { spreadMerges } from "#core/intake/table/spread-merges.ts";
import type { SeenRow } from "#core/intake/seen-workbook.ts";
import { ok, refuse, type Result } from "#core/kernel/result.ts";
import type { FieldCatalogue } from "#core/people/field/field-catalogue.ts";
import type { ImportFileRefusal } from "#core/people/import/import-refusal.ts";
import type { IntakeRefusal } from "#core/sheet/intake-refusal.ts";
import type { OpenSheet, Workbooks } from "#service/ports/workbooks.ts";
import { importFields } from "./import-fields.ts";

/** Rows among which tables are looked for: headings stand at the top. */
export const HEAD_ROWS = 400;

export interface TableAsked {
  readonly content: Uint8Array;
  readonly sheet: string;
  /** 1-based. */
  readonly headerRow: number;
}

export interface OpenTable {
  readonly table: FoundTable;
  readonly date1904: boolean;
  /** Data rows only, in order, a batch at a time; `skipped` counts the others. A refusal is the last batch. */
  readonly batches: AsyncIterable<Result<TableBatch, IntakeRefusal>>;
  close(): void;
}

export interface TableBatch {
  readonly rows: readonly SeenRow[];
  readonly skipped: number;
}

/** Opens one table of a foreign sheet; its rows come while they are taken. */
export async function openTable(
  { workbooks, catalogue }: { readonly workbooks: Pick<Workbooks, "openSheet">; readonly catalogue: FieldCatalogue },
  { content, sheet, headerRow }: TableAsked,
): Promise<Result<OpenTable, IntakeRefusal | ImportFileRefusal>> {
  const opened = await workbooks.openSheet(content, sheet);
  if (!opened.ok) return opened;
  const open = opened.value;
  const head = await headOf(open);
  if (!head.ok) return head;
  const tables = tablesIn(open, head.value.rows, catalogue);
  const table = tables.find(({ headerRows }) => headerRows[0] === headerRow - 1);
  const next = tables.find(({ headerRows: [first = 0] }) => first > headerRow - 1);
  if (!table) {
    open.close();
    return refuse({ code: "import-table-missing", sheet, row: headerRow });
  }
  const spread = spreadMerges(table, open.sheet.merges);
  const batches = dataOf({ table, end: next?.headerRows[0] ?? Infinity, spread }, head.value);
  return ok({ table, date1904: open.date1904, batches, close: () => open.close() });
}

export function tablesIn(
  { sheet }: Pick<OpenSheet, "sheet">,
  rows: readonly SeenRow[],
  catalogue: FieldCatalogue,
): readonly FoundTable[] {
  const labels = importFields(catalogue).flatMap((field) => field.labels);
  return findTables(rows.slice(0, HEAD_ROWS), { labels, merges: sheet.merges });
}

interface Head {
  readonly rows: readonly SeenRow[];
  readonly rest: AsyncIterator<Result<readonly SeenRow[], IntakeRefusal>>;
}

/** The first rows, and the iterator that goes on behind them. */
export async function headOf(open: OpenSheet): Promise<Result<Head, IntakeRefusal>> {
  const rest = open.batches[Symbol.asyncIterator]();
  const rows: SeenRow[] = [];
  while (rows.length < HEAD_ROWS) {
    const step = await rest.next();
    if (step.done === true) break;
    if (!step.value.ok) return step.value;
    rows.push(...step.value.value);
  }
  return ok({ rows, rest });
}

interface Place {
  readonly table: FoundTable;
  /** The row at which the next table begins. */
  readonly end: number;
  /** What a merged block means for each of its rows; takes rows in order. */
  readonly spread: (row: SeenRow) => SeenRow;
}

async function* dataOf(place: Place, { rows, rest }: Head): AsyncGenerator<Result<TableBatch, IntakeRefusal>> {
  yield ok(dataRows(place, rows));
  for (;;) {
    const step = await rest.next();
    if (step.done === true) return;
    if (!step.value.ok) {
      yield step.value;
      return;
    }
    yield ok(dataRows(place, step.value.value));
  }
}

function dataRows({ table, end, spread }: Place, rows: readonly SeenRow[]): TableBatch {
  const below = rows.filter(({ row }) => row > Math.max(...table.headerRows) && row < end);
  const data = below.filter((row) => rowRole(table, row) === "data");
  return { rows: data.map(spread), skipped: below.length - data.length };
}
