import { parseSnapshot } from "#core/sheet/snapshot/parse-snapshot.ts";
import type { BookReading } from "#core/sheet/reading.ts";
import type { BookIdentity } from "#core/sheet/sheet-book.ts";
import type { DrawOptions } from "#core/sheet/sheet-host.ts";
import { ensureAsSeen } from "#addin/hosts/ensure-as-seen.ts";
import { HostFailure } from "#addin/hosts/host-failure.ts";
import type { KeyPositions } from "#addin/hosts/plan/standing/key-positions.ts";
import { BEFORE_SHEET, parseBefore } from "#addin/hosts/plan/standing/kept-frame.ts";
import type { BookPlan, Placement, SheetPlan } from "#addin/hosts/plan/plan.ts";
import { drawnIn, planOfStanding, standingNames } from "#addin/hosts/plan/standing/standing-sheet.ts";
import type { ExcelBook } from "../excel-book.ts";
import type { ExcelRun } from "../excel-run.ts";
import { planDraw, type DrawPlan } from "./draw-plan.ts";
import { lookAround, type ExcelStanding, type Surroundings } from "./look-around.ts";
import { textChunks } from "./kept-ops.ts";
import { markKey, type KnownSheet } from "../known-book.ts";
import { putBack } from "./put-back.ts";
import { afterDeletes } from "./refresh-ops.ts";
import { ensureGoing, packOps, writeOps } from "./write-op.ts";

export interface DrawTask extends DrawOptions {
  /** What book it is; null: nobody knows, so it counts as the one that stands. */
  readonly identity: BookIdentity | null;
  /** Keeps what it replaces, so that undoDraw can put it back. */
  readonly keepsBefore: boolean;
}

/** All or nothing: what fails half-way, or is cancelled, is put back. */
export async function drawBook(
  run: ExcelRun,
  book: ExcelBook,
  draw: { readonly plan: BookPlan; readonly task: DrawTask },
): Promise<void> {
  const { plan, task } = draw;
  ensureGoing(task.signal);
  const found = await lookAround(run, plan, { reader: book.reader, codec: book.codec, known: book.known });
  ensureAsSeen(
    task.seen,
    found.standing.map(({ reading }) => reading),
  );
  const around = task.repaint === true ? { ...found, isFrameSure: false } : found;
  const marks = around.isFrameSure ? book.known?.marks : undefined;
  const planned = planDraw(plan, around, {
    codec: book.codec,
    keepsBefore: task.keepsBefore,
    isReplacing: isAnotherBook(task, around),
    isMarked: (sheet, row, column) => marks?.has(markKey(sheet, row, column)) === true,
    drawn: drawnLines(around),
  });
  const total = packOps(planned.ops).length + 1;
  task.onProgress?.(1, total);
  try {
    await writeOps(run, planned.ops, {
      signal: task.signal,
      onStep: (done) => task.onProgress?.(done + 1, total),
    });
    if ([...planned.typed().values()].some(({ length }) => length > 0)) throw new HostFailure("typed-meanwhile");
  } catch (error) {
    book.remember(null);
    const drafts = new Set(planned.changes.fresh.map(({ tab }) => tab));
    const typed = planned.typed();
    await putBack(run, { around, plan, drafts, typed, reader: book.reader, codec: book.codec });
    throw error;
  }
  book.remember({
    sheets: knownSheets(plan, planned),
    frame: planned.frame,
    isFrameSure: true,
    marks: new Map(),
  });
  book.meta = plan.meta.join("");
}

/** @returns false when no draw has replaced anything. */
export async function undoLastDraw(run: ExcelRun, book: ExcelBook, seen?: BookReading): Promise<boolean> {
  const kept = await run.step(({ worksheets }) =>
    worksheets.getItemOrNullObject(BEFORE_SHEET).getRange("A:A").getUsedRangeOrNullObject(true).load("values"),
  );
  if (kept.isNullObject) return false;
  const text = (kept.values as readonly (readonly string[])[]).map(([chunk]) => chunk ?? "").join("");
  const image = parseBefore(text, book.codec);
  if (!image) return false;
  const plan: BookPlan = {
    sheets: image.sheets.map(planOfStanding),
    names: standingNames(image.names, image.sheets),
    meta: textChunks(image.meta),
  };
  const base = parseSnapshot(image.meta, book.codec);
  const identity = base.ok ? base.value.identity : null;
  await drawBook(run, book, { plan, task: { keepsBefore: false, identity, ...(seen ? { seen } : {}) } });
  return true;
}

/** A book about something else has other rows under the same keys. */
function isAnotherBook({ identity }: DrawTask, { base }: Surroundings): boolean {
  return base !== null && identity !== null && !isSameBook(base.identity, identity);
}

function isSameBook(a: BookIdentity, b: BookIdentity): boolean {
  return a.kind === b.kind && a.service === b.service && a.subject === b.subject;
}

function drawnLines({ base, frame }: Surroundings) {
  const issued = base?.sheets.map(({ key, rows, columns }) => ({
    ...{ key, columnKeys: columns },
    rowKeys: rows.map((row) => row.key),
  }));
  return drawnIn([...(frame?.sheets ?? []), ...(issued ?? [])]);
}

function knownSheets(plan: BookPlan, { changes, freshIds }: DrawPlan): readonly KnownSheet[] {
  const ids = freshIds();
  return plan.sheets.flatMap((sheet): readonly KnownSheet[] => {
    const fresh = changes.fresh.find((drawn) => drawn.plan.key === sheet.key);
    if (fresh)
      return [
        {
          id: ids.get(sheet.key) ?? "",
          key: sheet.key,
          tab: fresh.tab,
          positions: positionsOf(sheet, fresh.placement),
        },
      ];
    const changed = changes.refreshed.find(({ refresh }) => refresh.plan === sheet);
    if (!changed) return [];
    const { refresh, standing } = changed;
    const placement = {
      rows: afterDeletes(refresh.placement.rows, refresh.rows.deletes),
      columns: afterDeletes(refresh.placement.columns, refresh.columns.deletes),
      keyRow: refresh.placement.keyRow,
      keyColumn: refresh.placement.keyColumn,
    };
    const { id } = standing as ExcelStanding;
    return [{ id, key: sheet.key, tab: standing.reading.name, positions: positionsOf(sheet, placement) }];
  });
}

function positionsOf({ rowKeys, columnKeys }: SheetPlan, placement: Placement): KeyPositions {
  return {
    ...{ keyRow: placement.keyRow, keyColumn: placement.keyColumn },
    rows: firstPlaces(rowKeys, placement.rows),
    columns: firstPlaces(columnKeys, placement.columns),
  };
}

function firstPlaces(keys: readonly string[], places: readonly number[]): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  keys.forEach((key, at) => {
    const place = places[at] ?? 0;
    if (key !== "" && place < (found.get(key) ?? Number.POSITIVE_INFINITY)) found.set(key, place);
  });
  return found;
}
