import type { Cell } from "#core/sheet/cell.ts";
import type { SheetBook } from "#core/sheet/sheet-book.ts";
import type { Row, Sheet } from "#core/sheet/sheet.ts";

/**
 * An unprotected, sortable sheet as rosters will be: a header, then one row for each person, of so many columns.
 * @param filling stands behind every text, to make sheets that weigh something
 */
export function aRoster(people: number, columns = 4, filling = ""): SheetBook {
  const keys = Array.from({ length: columns }, (_, at) => (at === 0 ? "number" : at === 1 ? "name" : `field${at}`));
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
      ...{ kind: "ledger", service: "svc", subject: "roster_1", unit: "机关党总支", year: 2026, definition: "1" },
      ...{ change: 1, issuedAt: "2026-06-01T00:00:00.000Z", issuedTo: "officer" },
    },
    ...{ title: "党员名册", sheets: [sheet], names: [], legend: [] },
  };
}

export function withoutRows(book: SheetBook, gone: readonly string[]): SheetBook {
  const isKept = ({ key }: Row) => key === null || !gone.includes(key);
  return { ...book, sheets: book.sheets.map((sheet) => ({ ...sheet, rows: sheet.rows.filter(isKept) })) };
}

function headerOf(keys: readonly string[]): Row {
  const cells = keys.map((key): [string, Cell] => [key, { value: key, state: "text", format: "@", align: "center" }]);
  return { key: null, kind: "header", cells: Object.fromEntries(cells) };
}

function personOf(keys: readonly string[], at: number, filling: string): Row {
  const cells = keys.map((key, column): [string, Cell] => {
    const binding = { record: `person:p${at}`, field: key, revision: 1 };
    if (column === 0) return [key, { value: at + 1, state: "text", format: "0" }];
    return [
      key,
      {
        value: column === 1 ? `人员${String(at).padStart(5, "0")}` : `内容${at % 97}-${column}${filling}`,
        state: "input",
        format: "@",
        binding,
      },
    ];
  });
  return { key: `p${at}`, kind: "data", cells: Object.fromEntries(cells) };
}
