import type { SnapshotCodec } from "#core/sheet/snapshot/snapshot-codec.ts";
import type { DrawOptions } from "#core/sheet/sheet-host.ts";
import { encodeFrame, parseFrame } from "#addin/hosts/plan/standing/kept-frame.ts";
import { type BookChanges, planChanges } from "#addin/hosts/plan/plan-changes.ts";
import type { BookPlan } from "#addin/hosts/plan/plan.ts";
import { isStill } from "#addin/hosts/plan/refresh-sheet.ts";
import { frameOf, type StandingSheet } from "#addin/hosts/plan/standing/standing-sheet.ts";
import { drawFresh } from "./draw-fresh.ts";
import { drawNames, ensureNamesFree, type NamedSheet } from "./draw-names.ts";
import { DrawRun } from "./draw-run.ts";
import { freeTab, KEPT, ourSheets, type OurSheet, readKept } from "../cells/our-sheets.ts";
import { protectOurs } from "./protect-sheet.ts";
import { deleteLines, type Refreshing, refreshStanding } from "./refresh-standing.ts";
import { Rollback } from "./rollback.ts";
import type { WpsApplication, WpsWorkbook, WpsWorksheet } from "../wps-application.ts";
import { wpsFailure } from "../wps-failure.ts";
import { readSheet } from "../cells/wps-read.ts";

/** Our sheets as they stand, with what was kept about them. */
export interface StandingBook {
  readonly sheets: readonly StandingSheet[];
  readonly worksheets: readonly OurSheet[];
  readonly meta: string | null;
  readonly names: BookPlan["names"];
}

export async function readStanding(workbook: WpsWorkbook, codec: SnapshotCodec): Promise<StandingBook> {
  const frame = parseFrame(readKept(workbook, KEPT.frame), codec);
  const worksheets = ourSheets(workbook);
  const sheets: StandingSheet[] = [];
  for (const { key, sheet } of worksheets) {
    const known = frame?.sheets.find((candidate) => candidate.key === key) ?? null;
    sheets.push({ key, reading: await readSheet(sheet), frame: known });
  }
  return { sheets, worksheets, meta: readKept(workbook, KEPT.base), names: frame?.names ?? [] };
}

export interface WantedBook {
  readonly plan: BookPlan;
  /** For the sheet that keeps what a draw replaced. */
  readonly before: readonly string[];
  /** false: another book; its sheets come anew and the standing ones go. */
  readonly isSameBook: boolean;
  readonly wasDrawn: (sheet: string, rowKey: string) => boolean;
  readonly wasDrawnColumn: (sheet: string, columnKey: string) => boolean;
  readonly isMarked: (sheet: string, rowKey: string, columnKey: string) => boolean;
  readonly isFrameSure: boolean;
}

/** The book stands in the workbook, or everything is as it was (W3). To be called quietly. @throws HostFailure */
export async function drawBook(
  {
    app,
    workbook,
    codec,
  }: { readonly app: WpsApplication; readonly workbook: WpsWorkbook; readonly codec: SnapshotCodec },
  { standing, wanted }: { readonly standing: StandingBook; readonly wanted: WantedBook },
  options: DrawOptions,
): Promise<void> {
  const rollback = new Rollback(workbook);
  const active = workbook.ActiveSheet;
  if (active) rollback.add(() => active.Activate());
  const total = wanted.plan.sheets.reduce((sum, { contents }) => sum + contents.length * (contents[0]?.length ?? 0), 0);
  try {
    const run = new DrawRun({ app, workbook, rollback }, options, total);
    const shown = await drawSheets(run, standing, wanted);
    rollback.writeKept(KEPT.base, wanted.plan.meta);
    const frame = { sheets: wanted.plan.sheets.map(frameOf), names: wanted.plan.names };
    rollback.writeKept(KEPT.frame, encodeFrame(frame, codec));
    rollback.writeKept(KEPT.before, wanted.before);
    (shown ?? active)?.Activate();
    run.finish();
  } catch (error) {
    const failure = wpsFailure(app, error);
    rollback.putBack();
    throw failure;
  }
  rollback.finish();
}

/** @returns the sheet to be shown, where new ones came */
async function drawSheets(run: DrawRun, standing: StandingBook, wanted: WantedBook): Promise<WpsWorksheet | undefined> {
  const worksheetOf = (key: string) => standing.worksheets.find((our) => our.key === key)?.sheet;
  const tabs = new Set(standing.worksheets.map(({ sheet }) => sheet.Name));
  ensureNamesFree(run.workbook, wanted.plan.names, tabs);
  const changes = changesOf(run, standing, wanted);
  for (const { key } of changes.gone) {
    const sheet = worksheetOf(key);
    if (sheet) run.rollback.setAside(sheet);
  }
  const placed: NamedSheet[] = [];
  const refreshing = changes.refreshed.flatMap(({ standing: stands, refresh }): readonly Refreshing[] => {
    const sheet = worksheetOf(stands.key);
    if (!sheet) return [];
    placed.push({ key: stands.key, tab: stands.reading.name, placement: refresh.placement });
    return isStill(refresh) ? [] : [{ sheet, standing: stands, refresh }];
  });
  for (const one of refreshing) await refreshStanding(run, one);
  const shown: WpsWorksheet[] = [];
  for (const fresh of changes.fresh) {
    shown.push(await drawFresh(run, fresh));
    placed.push({ key: fresh.plan.key, tab: fresh.tab, placement: fresh.placement });
  }
  drawNames(run, { names: wanted.plan.names, sheets: placed, gone: standing.names.map(({ name }) => name) });
  for (const one of refreshing) deleteLines(run, one);
  run.app.Calculate();
  const plans = new Map(wanted.plan.sheets.map((plan) => [plan.key, plan]));
  for (const { sheet, standing: stands } of refreshing)
    if (plans.get(stands.key)?.isProtected === true) protectOurs(sheet);
  changes.fresh.forEach(({ plan }, at) => {
    const sheet = shown[at];
    if (sheet && plan.isProtected) protectOurs(sheet);
  });
  return shown[0];
}

/** Another book's sheets are put aside before names for tabs are looked for. */
function changesOf(run: DrawRun, standing: StandingBook, wanted: WantedBook): BookChanges {
  if (!wanted.isSameBook) for (const { sheet } of standing.worksheets) run.rollback.setAside(sheet);
  const { plan, wasDrawn, wasDrawnColumn, isMarked, isFrameSure } = wanted;
  return planChanges(plan, wanted.isSameBook ? standing.sheets : [], {
    wasDrawn,
    wasDrawnColumn,
    isMarked,
    isFrameSure,
    tabFor: (sheet) => freeTab(run.workbook, sheet.name),
  });
}
