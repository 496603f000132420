import type { WpsApplication } from "./wps-application.ts";
import { WPS } from "./wps-numbers.ts";

/**
 * Our own writes: no events (SheetChange does not say who it was), no flicker, no questions. Everything is as it was
 * afterwards, whatever happened.
 */
export async function quietly<T>(app: WpsApplication, work: () => Promise<T>): Promise<T> {
  const before = { events: app.EnableEvents, updating: app.ScreenUpdating, alerts: app.DisplayAlerts };
  try {
    app.EnableEvents = false;
    app.ScreenUpdating = false;
    app.DisplayAlerts = false;
    return await work();
  } finally {
    restoreAll([
      () => (app.DisplayAlerts = before.alerts),
      () => (app.ScreenUpdating = before.updating),
      () => (app.EnableEvents = before.events),
    ]);
  }
}

/** Nothing is calculated while a book is drawn; afterwards as the officer has it. */
export async function withoutCalculating<T>(app: WpsApplication, work: () => Promise<T>): Promise<T> {
  const before = app.Calculation;
  try {
    app.Calculation = WPS.calculationManual;
    return await work();
  } finally {
    restoreAll([() => (app.Calculation = before)]);
  }
}

/** Each one, even when one before it failed: a desk whose events stay off has lost them until it is restarted. */
function restoreAll(steps: readonly (() => unknown)[]): void {
  const failures: unknown[] = [];
  for (const step of steps) {
    try {
      step();
    } catch (error) {
      // Once more: a program that was busy for a moment answers the second time.
      failures.push(...retried(step, error));
    }
  }
  if (failures.length > 0) throw failures[0];
}

function retried(step: () => unknown, first: unknown): readonly unknown[] {
  try {
    step();
    return [];
  } catch (error) {
    return [first, error];
  }
}
