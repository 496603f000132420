import { META_SHEET } from "#core/sheet/snapshot/encode-snapshot.ts";
import type { SnapshotCodec } from "#core/sheet/snapshot/snapshot-codec.ts";
import { BEFORE_SHEET, encodeFrame } from "#addin/hosts/plan/standing/kept-frame.ts";
import { GENERAL } from "#addin/hosts/plan/cells/cell-input.ts";
import { solidBlocks } from "#addin/hosts/plan/write-blocks.ts";
import { planChanges } from "#addin/hosts/plan/plan-changes.ts";
import type { BookPlan } from "#addin/hosts/plan/plan.ts";
import { surplusBlanks } from "#addin/hosts/plan/move/surplus-blanks.ts";
import { drawnIn, planOfStanding, standingLines } from "#addin/hosts/plan/standing/standing-sheet.ts";
import { typedBelow } from "#addin/hosts/plan/standing/typed-beside.ts";
import { typedSince, withTyped, type TypedCell } from "#addin/hosts/plan/standing/typed-since.ts";
import { paintingOf, protect } from "./draw-plan.ts";
import type { ExcelRun } from "../excel-run.ts";
import { queueFacts, type QueuedFacts, type WorkbookFacts } from "../cells/find-sheets.ts";
import { freshOps, sheetOp, valueOps } from "./fresh-ops.ts";
import { dropNameOp, dropSheetOp, keptSheetOps, nameOp, textChunks } from "./kept-ops.ts";
import type { ExcelStanding, Surroundings } from "./look-around.ts";
import { columnsAddress, rowsAddress } from "./page-ops.ts";
import type { Painting } from "./paint-ops.ts";
import type { ReadBook, ReadSheet, SheetReader } from "../cells/read-sheets.ts";
import { deleteOp, goneOps, refreshOps } from "./refresh-ops.ts";
import { writeOps, type WriteOp } from "./write-op.ts";

export interface PutBackOptions {
  readonly around: Surroundings;
  /** What was to be drawn. */
  readonly plan: BookPlan;
  /** Tabs that the draw made. */
  readonly drafts: ReadonlySet<string>;
  /** What the draw wrote over and the officer had typed since it looked around, by sheet. */
  readonly typed: ReadonlyMap<string, readonly TypedCell[]>;
  readonly reader: SheetReader;
  readonly codec: SnapshotCodec;
}

/** After a draw that failed half-way: everything as it stood when the draw looked around, and what was typed since. */
export async function putBack(run: ExcelRun, given: PutBackOptions): Promise<void> {
  const { drafts, reader } = given;
  let queued: QueuedFacts | undefined;
  const ids = given.around.standing.map(({ id }) => id);
  const now = await reader.read(run, ids, {
    also: (workbook) => {
      queued = queueFacts(workbook);
    },
  });
  const options = { ...given, around: aroundWithTyped(given, now) };
  const { around } = options;
  const facts = queued?.() ?? { tabs: [], names: [] };
  const before = new Set(around.facts.tabs.map(({ id }) => id));
  const isNew = ({ id, name }: { readonly id: string; readonly name: string }) =>
    !before.has(id) && (drafts.has(name) || name === META_SHEET || name === BEFORE_SHEET);
  const blanks = now.sheets.flatMap((sheet) => blankOps(sheet, options));
  const ops: readonly WriteOp[] = [
    ...facts.tabs.filter(isNew).map(({ id, name }) => dropSheetOp(id, name)),
    ...tabNameOps(facts, around),
    ...blanks,
  ];
  await writeOps(run, ops, QUIETLY);
  if (around.standing.length > 0)
    await putSheetsBack(run, options, blanks.length === 0 ? now : await reader.read(run, ids));
  await writeOps(run, [...namesBack(facts, options), ...metaBack(options)], QUIETLY);
}

function aroundWithTyped({ around, plan, typed }: PutBackOptions, now: ReadBook): Surroundings {
  const standing = around.standing.map((sheet): ExcelStanding => {
    const drawn = plan.sheets.find(({ key }) => key === sheet.key);
    const found = now.sheets.find(({ id }) => id === sheet.id);
    const since = found ? typedSince({ stood: sheet.reading, drawn, now: found.reading }) : [];
    return { ...sheet, reading: withTyped(sheet.reading, [...since, ...(typed.get(sheet.key) ?? [])]) };
  });
  return { ...around, standing };
}

const QUIETLY = { signal: undefined, onStep: () => undefined };

async function putSheetsBack(run: ExcelRun, { around, plan, typed }: PutBackOptions, now: ReadBook): Promise<void> {
  const below = new Map(
    around.standing.map(({ id, key, reading: stood }) => {
      const found = now.sheets.find((sheet) => sheet.id === id);
      const written = (typed.get(key) ?? []).filter(({ row }) => row >= stood.rows.length);
      return [key, [...(found ? typedBelow(stood, found.reading) : []), ...written]];
    }),
  );
  const target: BookPlan = { sheets: around.standing.map(planOfStanding), names: [], meta: [] };
  const standing = around.standing.flatMap((sheet): readonly ExcelStanding[] => {
    const found = now.sheets.find(({ id }) => id === sheet.id);
    return found ? [{ ...sheet, reading: found.reading, isProtected: found.isProtected }] : [];
  });
  const changes = planChanges(target, standing, {
    ...drawnIn([...plan.sheets, ...target.sheets]),
    isMarked: () => false,
    isFrameSure: false,
    tabFor: ({ name }) => name,
  });
  const inPlace = changes.refreshed.flatMap(({ standing: stands, refresh }) => {
    const { id, isProtected, reading } = stands as ExcelStanding;
    const painting = paintingOf(id, reading.name, refresh.placement);
    const wasProtected = around.standing.find((sheet) => sheet.id === id)?.isProtected === true;
    return [
      ...(isProtected ? [sheetOp(painting, ({ protection }) => protection.unprotect())] : []),
      ...refreshOps(refresh, painting, { isProtected: false }),
      ...goneOps(refresh, painting),
      ...trailingOps(stands as ExcelStanding, { around, plan }, painting),
      ...belowOps(below.get(stands.key) ?? [], painting),
      ...(wasProtected ? [sheetOp(painting, protect)] : []),
    ];
  });
  const again = changes.fresh.flatMap((fresh) => [
    ...freshOps(fresh),
    sheetOp({ tab: fresh.tab, sheet: (workbook) => workbook.worksheets.getItem(fresh.tab) }, (sheet) => {
      sheet.visibility = "Visible";
      if (fresh.plan.isProtected) protect(sheet);
    }),
  ]);
  await writeOps(run, [...inPlace, ...again], QUIETLY);
}

/** What came behind the last line and got no key: it looks drawn, and holds nothing. */
function trailingOps(
  { id, key }: ExcelStanding,
  { around, plan }: Pick<PutBackOptions, "around" | "plan">,
  painting: Painting,
): readonly WriteOp[] {
  const drawn = plan.sheets.find((sheet) => sheet.key === key);
  const stood = around.standing.find((sheet) => sheet.id === id);
  if (!drawn || !stood) return [];
  const { rowKeys, columnKeys } = standingLines(stood.reading);
  const rows = rowsAddress({ at: rowKeys.length, count: drawn.rowKeys.length });
  const columns = columnsAddress({ at: columnKeys.length, count: drawn.columnKeys.length });
  return [deleteOp(rows, "Up", painting), deleteOp(columns, "Left", painting)];
}

/** What the officer wrote below the last line meanwhile: his own rows, which went with those that came behind it. */
function belowOps(typed: readonly TypedCell[], painting: Painting): readonly WriteOp[] {
  const changes = typed.map(({ row, column, content }) => ({ row, column, content, format: GENERAL }));
  return solidBlocks(changes).flatMap((block) => valueOps(block, painting));
}

function tabNameOps({ tabs }: WorkbookFacts, { standing }: Surroundings): readonly WriteOp[] {
  return standing.flatMap(({ id, reading }) => {
    const now = tabs.find((tab) => tab.id === id);
    if (!now || now.name === reading.name) return [];
    const rename = (sheet: Excel.Worksheet) => (sheet.name = reading.name);
    return [sheetOp({ tab: now.name, sheet: (workbook) => workbook.worksheets.getItem(id) }, rename)];
  });
}

/** Lines that came and never got their key stand between the officer's own ones: only empty ones are taken away. */
function blankOps(sheet: ReadSheet, { around }: PutBackOptions): readonly WriteOp[] {
  const stood = around.standing.find(({ id }) => id === sheet.id);
  if (!stood) return [];
  const [before, now] = [standingLines(stood.reading), standingLines(sheet.reading)];
  const isRowBlank = (at: number) => (sheet.reading.rows[at] ?? []).every(({ value }) => value === null);
  const isColumnBlank = (at: number) => sheet.reading.rows.every((cells) => (cells[at]?.value ?? null) === null);
  const rows = surplusBlanks(before.rowKeys, now.rowKeys, isRowBlank);
  const columns = surplusBlanks(before.columnKeys, now.columnKeys, isColumnBlank);
  const painting = {
    tab: sheet.reading.name,
    sheet: (workbook: Excel.Workbook) => workbook.worksheets.getItem(sheet.id),
  };
  const open = sheet.isProtected && rows.length + columns.length > 0;
  return [
    ...(open ? [sheetOp(painting, ({ protection }) => protection.unprotect())] : []),
    ...rows.map((run) => deleteOp(rowsAddress(run), "Up", painting)),
    ...columns.map((run) => deleteOp(columnsAddress(run), "Left", painting)),
  ];
}

function namesBack(now: WorkbookFacts, { around, plan }: PutBackOptions): readonly WriteOp[] {
  const before = new Map(around.facts.names.map(({ name, formula }) => [name, formula]));
  const stands = new Set(now.names.map(({ name }) => name));
  const ours = new Set([...plan.names, ...(around.frame?.names ?? [])].map(({ name }) => name));
  return [...ours].flatMap((name) => {
    const formula = before.get(name);
    if (formula !== undefined) return [nameOp(name, formula, stands.has(name))];
    return stands.has(name) ? [dropNameOp(name)] : [];
  });
}

function metaBack({ around, codec }: PutBackOptions): readonly WriteOp[] {
  if (around.meta === null) return [];
  const frame = around.frame ? encodeFrame(around.frame, codec) : [];
  return keptSheetOps(META_SHEET, [textChunks(around.meta), frame], true);
}
