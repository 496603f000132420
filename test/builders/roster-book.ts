import type { Cell } from "#core/sheet/cell.ts";
import type { SheetBook } from "#core/sheet/sheet-book.ts";
import type { Row, Sheet } from "#core/sheet/sheet.ts";

/** What may be chosen in a column of codes. */
export const CODES = ["男", "女", "未说明"] as const;

/**
 * An unprotected, sortable sheet as rosters are: a header, then one row for each person, of so many columns, every fifth of
 * them with codes to choose from.
 * @param filling stands behind every text, to make sheets that weigh something
 */
export function aRoster(people: number, columns = 4, filling = ""): SheetBook {
  const keys = Array.from({ length: columns }, (_, at) => keyOf(at));
  const sheet: Sheet = {
    key: "roster",
    name: "名册",
    columns: keys.map((key, at) => ({ key, width: 12, identity: at < 2 })),
    rows: [headerOf(keys), ...Array.from({ length: people }, (_, at) => personOf(keys, at, filling))],
    merges: [],
    frozen: { rows: 1, columns: 2 },
    protection: "none",
    print: {
      ...{ paper: "A4", orientation: "landscape", fitToWidth: true, repeatRows: { from: 0, to: 0 } },
      ...{ header: "党员名册", footer: "" },
    },
  };
  return {
    identity: {
      ...{ kind: "roster", service: "svc", subject: "roster_1", unit: "机关党总支", year: 2026, definition: "1" },
      ...{ change: 1, issuedAt: "2026-06-01T00:00:00.000Z", issuedTo: "officer" },
    },
    ...{ title: "党员名册", sheets: [sheet], names: [], legend: [] },
  };
}

export function withoutRows(book: SheetBook, gone: readonly string[]): SheetBook {
  const isKept = ({ key }: Row) => key === null || !gone.includes(key);
  return { ...book, sheets: book.sheets.map((sheet) => ({ ...sheet, rows: sheet.rows.filter(isKept) })) };
}

function keyOf(at: number): string {
  if (at < 2) return at === 0 ? "number" : "name";
  return at % 5 === 0 ? `code${at}` : `field${at}`;
}

function headerOf(keys: readonly string[]): Row {
  const cells = keys.map((key): [string, Cell] => [key, { value: key, state: "text", format: "@", align: "center" }]);
  return { key: null, kind: "header", cells: Object.fromEntries(cells) };
}

function personOf(keys: readonly string[], at: number, filling: string): Row {
  const cells = keys.map((key, column): [string, Cell] => [key, cellOf(key, { at, column, filling })]);
  return { key: `p${at}`, kind: "data", cells: Object.fromEntries(cells) };
}

function cellOf(
  key: string,
  { at, column, filling }: { readonly at: number; readonly column: number; readonly filling: string },
): Cell {
  if (column === 0) return { value: at + 1, state: "text", format: "0" };
  const binding = { record: `person:p${at}`, field: key, revision: 1 };
  const input = { state: "input", format: "@", binding } as const;
  if (key.startsWith("code"))
    return { ...input, value: CODES[at % CODES.length] ?? null, constraint: { type: "list", choices: CODES } };
  const text = column === 1 ? `人员${String(at).padStart(5, "0")}` : `内容${at % 97}-${column}${filling}`;
  return { ...input, value: text };
}
