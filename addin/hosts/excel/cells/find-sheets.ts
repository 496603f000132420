import { META_SHEET } from "#core/sheet/snapshot/encode-snapshot.ts";
import { CORNER_COLUMNS, CORNER_ROWS, findCorner } from "#addin/hosts/plan/standing/key-positions.ts";
import { readingOfBlocks } from "#addin/hosts/plan/standing/block-reading.ts";
import type { ExcelRun } from "../excel-run.ts";

export interface TabFacts {
  readonly id: string;
  readonly name: string;
  readonly visibility: string;
}

export interface NameFacts {
  readonly name: string;
  readonly formula: string;
}

export interface WorkbookFacts {
  readonly tabs: readonly TabFacts[];
  /** Of the workbook; those of single sheets do not stand in our way. */
  readonly names: readonly NameFacts[];
}

export type QueuedFacts = () => WorkbookFacts;

/** To be read after the next synchronisation. */
export function queueFacts(workbook: Excel.Workbook): QueuedFacts {
  const tabs = workbook.worksheets.load("items/id,items/name,items/visibility");
  const names = workbook.names.load("items/name,items/formula");
  return () => ({
    tabs: tabs.items.map(({ id, name, visibility }) => ({ id, name, visibility })),
    names: names.items.map(({ name, formula }) => ({ name, formula: String(formula) })),
  });
}

export interface FoundSheet {
  readonly id: string;
  readonly tab: string;
  readonly key: string;
  readonly keyRow: number;
  readonly keyColumn: number;
}

/** Our sheets among these tabs, by their corner cells: tabs can be renamed. A copy of a tab loses against the first. */
export async function findSheets(run: ExcelRun, tabs: readonly TabFacts[]): Promise<readonly FoundSheet[]> {
  const own = tabs.filter(({ name }) => !name.startsWith(META_SHEET));
  if (own.length === 0) return [];
  const corners = await run.step((workbook) =>
    own.map(({ id, name }) => {
      const sheet = workbook.worksheets.getItemOrNullObject(id);
      return { id, tab: name, range: sheet.getRangeByIndexes(0, 0, CORNER_ROWS, CORNER_COLUMNS).load("values") };
    }),
  );
  const found = new Map<string, FoundSheet>();
  for (const { id, tab, range } of corners) {
    if (range.isNullObject) continue;
    const { rows } = readingOfBlocks("", [{ top: 0, left: 0, values: range.values, formulas: [] }]);
    const corner = findCorner(rows);
    if (corner && !found.has(corner.sheet))
      found.set(corner.sheet, { id, tab, key: corner.sheet, keyRow: corner.row, keyColumn: corner.column });
  }
  return [...found.values()];
}
