/**
 * From what stands in the workbook and what is to be drawn to the pieces that Excel is told: a pure decision. Order is what
 * makes a draw all or nothing: first what nobody sees, then what can be put back, last what goes.
 */
import { META_SHEET } from "#core/sheet/snapshot/encode-snapshot.ts";
import type { SnapshotCodec } from "#core/sheet/snapshot/snapshot-codec.ts";
import { HostFailure } from "#addin/hosts/host-failure.ts";
import { BEFORE_SHEET, encodeBefore, encodeFrame } from "#addin/hosts/plan/standing/kept-frame.ts";
import { coveredArea } from "#addin/hosts/plan/move/merge-changes.ts";
import { planChanges, type BookChanges } from "#addin/hosts/plan/plan-changes.ts";
import type { BookPlan, NamePlan, Placement, SheetPlan } from "#addin/hosts/plan/plan.ts";
import { isStill, type SheetRefresh } from "#addin/hosts/plan/refresh-sheet.ts";
import { frameOf, type BookFrame, type drawnIn } from "#addin/hosts/plan/standing/standing-sheet.ts";
import type { TypedCell } from "#addin/hosts/plan/standing/typed-since.ts";
import { paintedAt } from "#addin/hosts/plan/write-blocks.ts";
import { freshOps, sheetOp } from "./fresh-ops.ts";
import { dropNameOp, dropSheetOp, keptSheetOps, nameFormula, nameOp } from "./kept-ops.ts";
import { LastLooks } from "./last-looks.ts";
import type { ExcelStanding, Surroundings } from "./look-around.ts";
import type { Painting } from "./paint-ops.ts";
import { goneOps, needsUnprotecting, refreshOps } from "./refresh-ops.ts";
import { freeTabName } from "./tab-names.ts";
import { ACTION_BYTES, type WriteOp } from "./write-op.ts";

export interface DrawPlan {
  readonly ops: readonly WriteOp[];
  readonly changes: BookChanges;
  readonly frame: BookFrame;
  /** Ids of the sheets that came, by key; known once the last piece was synchronised. */
  readonly freshIds: () => ReadonlyMap<string, string>;
  /** What was found typed in cells right before they were written, by sheet: once the pieces were synchronised. */
  readonly typed: () => ReadonlyMap<string, readonly TypedCell[]>;
}

export interface DrawPlanOptions {
  readonly codec: SnapshotCodec;
  readonly isMarked: (sheet: string, row: string, column: string) => boolean;
  /** What is replaced is kept, so that it can be put back; a draw that puts back keeps nothing. */
  readonly keepsBefore: boolean;
  /** Another book than the one that stands: our sheets are exchanged, not refreshed. */
  readonly isReplacing: boolean;
  readonly drawn: ReturnType<typeof drawnIn>;
}

/** Tabs of sheets that are about to go are called so, so that the new ones can have their names. */
const OLD_TAB = "_taizhang_old_";

export function planDraw(plan: BookPlan, around: Surroundings, options: DrawPlanOptions): DrawPlan {
  const old = options.isReplacing ? around.standing : [];
  const taken = new Set(
    around.facts.tabs.filter(({ id }) => !old.some((sheet) => sheet.id === id)).map(({ name }) => name),
  );
  const changes = planChanges(plan, options.isReplacing ? [] : around.standing, {
    ...options.drawn,
    ...{ isMarked: options.isMarked, isFrameSure: around.isFrameSure },
    tabFor: ({ name }) => {
      const tab = freeTabName(name, taken);
      taken.add(tab);
      return tab;
    },
  });
  const frame: BookFrame = { sheets: plan.sheets.map(frameOf), names: plan.names };
  const ids = new Map<string, () => string>();
  const looks = new Map<string, LastLooks>();
  const goes = [...old, ...(changes.gone as readonly ExcelStanding[])];
  const ops = [
    ...old.map(({ id }, at) => renameOp(id, `${OLD_TAB}${at + 1}`)),
    ...changes.fresh.flatMap(freshOps),
    ...changes.refreshed.flatMap(({ standing, refresh }) => {
      const sheetLooks = new LastLooks(refresh.contents, standing.reading);
      looks.set(standing.key, sheetLooks);
      return inPlaceOps(standing as ExcelStanding, refresh, sheetLooks);
    }),
    ...nameOps(plan, changes, around),
    ...keptOps(plan, frame, { around, options }),
    ...changes.refreshed.flatMap(({ standing, refresh }) => endOps(standing as ExcelStanding, refresh)),
    ...changes.fresh.map((fresh) => showOp(fresh, (id) => ids.set(fresh.plan.key, id))),
    ...activateOps(changes),
    ...goes.map(({ id, reading }) => dropSheetOp(id, reading.name)),
  ];
  return {
    ...{ ops, changes, frame },
    freshIds: () => new Map([...ids].map(([key, id]) => [key, id()])),
    typed: () => new Map([...looks].map(([key, sheetLooks]) => [key, sheetLooks.typed()])),
  };
}

function renameOp(id: string, tab: string): WriteOp {
  return {
    tab,
    bytes: 3 * ACTION_BYTES,
    queue: (workbook) => {
      workbook.worksheets.getItem(id).name = tab;
    },
  };
}

export function paintingOf(id: string, tab: string, placement: Placement): Painting {
  return { tab, placement, isFresh: false, sheet: (workbook) => workbook.worksheets.getItem(id) };
}

/** Protection goes only where Excel would not let us otherwise, and comes back at the end. */
function inPlaceOps(standing: ExcelStanding, refresh: SheetRefresh, looks: LastLooks): readonly WriteOp[] {
  if (isStill(refresh)) return [];
  const painting = paintingOf(standing.id, standing.reading.name, refresh.placement);
  const isOpened = isUnprotecting(standing, refresh);
  const open = isOpened ? [sheetOp(painting, ({ protection }) => protection.unprotect())] : [];
  return [...open, ...refreshOps(refresh, painting, { isProtected: standing.isProtected && !isOpened, looks })];
}

function endOps(standing: ExcelStanding, refresh: SheetRefresh): readonly WriteOp[] {
  if (isStill(refresh)) return [];
  const painting = paintingOf(standing.id, standing.reading.name, refresh.placement);
  const isProtecting = isUnprotecting(standing, refresh) && refresh.plan.isProtected;
  return [...goneOps(refresh, painting), ...(isProtecting ? [sheetOp(painting, protect)] : [])];
}

function isUnprotecting(standing: ExcelStanding, refresh: SheetRefresh): boolean {
  if (!standing.isProtected) return false;
  const rowAt = new Map(refresh.placement.rows.map((row, at) => [row, at]));
  const columnAt = new Map(refresh.placement.columns.map((column, at) => [column, at]));
  const isOpen = (row: number, column: number): boolean => {
    const [at, across] = [rowAt.get(row), columnAt.get(column)];
    // What is open by now and was painted open before: a change of locks would have asked for more anyway.
    return at !== undefined && across !== undefined && paintedAt(refresh.plan.open, at, across) === true;
  };
  return needsUnprotecting(refresh, isOpen);
}

/** Once, at the end: protecting clears what the officer could undo. He may still format, size, comment and insert lines of his own. */
export function protect(sheet: Excel.Worksheet): void {
  sheet.protection.protect({
    ...{ allowFormatCells: true, allowFormatColumns: true, allowFormatRows: true },
    ...{ allowInsertColumns: true, allowInsertRows: true },
    ...{ allowEditObjects: true, allowEditScenarios: true, allowInsertHyperlinks: true, allowAutoFilter: true },
  });
}

function showOp(
  { plan, tab }: { readonly plan: SheetPlan; readonly tab: string },
  tellId: (id: () => string) => void,
): WriteOp {
  return {
    tab,
    bytes: 8 * ACTION_BYTES,
    queue: (workbook) => {
      const sheet = workbook.worksheets.getItem(tab);
      sheet.visibility = "Visible";
      if (plan.isProtected) protect(sheet);
      sheet.load("id");
      tellId(() => sheet.id);
    },
  };
}

function activateOps({ fresh }: BookChanges): readonly WriteOp[] {
  const [first] = fresh;
  if (!first) return [];
  return [
    { tab: first.tab, bytes: 2 * ACTION_BYTES, queue: (workbook) => workbook.worksheets.getItem(first.tab).activate() },
  ];
}

/** Names are the workbook's. One that the officer has for something else is not taken from him. */
function nameOps(plan: BookPlan, changes: BookChanges, around: Surroundings): readonly WriteOp[] {
  const standing = new Map(around.facts.names.map(({ name, formula }) => [name.toLowerCase(), formula]));
  const wanted = new Set(plan.names.map(({ name }) => name.toLowerCase()));
  const dropped = (around.frame?.names ?? []).filter(({ name }) => {
    const formula = standing.get(name.toLowerCase());
    return !wanted.has(name.toLowerCase()) && formula !== undefined && isOurs(formula, around);
  });
  const set = plan.names.flatMap((name) => {
    const before = standing.get(name.name.toLowerCase());
    if (before !== undefined && !isOurs(before, around)) throw new HostFailure("name-taken", name.name);
    const formula = formulaOf(name, changes);
    return formula === undefined ? [] : [nameOp(name.name, formula, before !== undefined)];
  });
  return [...set, ...dropped.map(({ name }) => dropNameOp(name))];
}

function isOurs(formula: string, { standing }: Surroundings): boolean {
  const tab = /^=(?:'((?:[^']|'')*)'|([^'!]+))!/.exec(formula);
  const name = (tab?.[1] ?? tab?.[2])?.replaceAll("''", "'");
  return formula.includes("#REF!") || standing.some(({ reading }) => reading.name === name);
}

function formulaOf({ sheet, area }: NamePlan, { fresh, refreshed }: BookChanges): string | undefined {
  const drawn = fresh.find(({ plan }) => plan.key === sheet);
  const changed = refreshed.find(({ refresh }) => refresh.plan.key === sheet);
  const placed = drawn
    ? { tab: drawn.tab, area: coveredArea(area, drawn.placement) }
    : changed && { tab: changed.standing.reading.name, area: coveredArea(area, changed.refresh.placement) };
  return placed?.area && nameFormula(placed.tab, placed.area);
}

function keptOps(
  plan: BookPlan,
  frame: BookFrame,
  { around, options }: { readonly around: Surroundings; readonly options: DrawPlanOptions },
): readonly WriteOp[] {
  const tabs = new Map(around.facts.tabs.map(({ name, id }) => [name, id]));
  const before = tabs.get(BEFORE_SHEET);
  const kept = keptSheetOps(META_SHEET, [plan.meta, encodeFrame(frame, options.codec)], tabs.has(META_SHEET));
  if (!options.keepsBefore || around.standing.length === 0)
    return [...kept, ...(before === undefined ? [] : [dropSheetOp(before, BEFORE_SHEET)])];
  const image = encodeBefore(
    {
      meta: around.meta ?? "",
      names: around.frame?.names ?? [],
      sheets: around.standing.map(({ key, reading, frame: drawn }) => ({ key, reading, frame: drawn })),
    },
    options.codec,
  );
  return [...kept, ...keptSheetOps(BEFORE_SHEET, [image], before !== undefined)];
}
