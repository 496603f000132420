import { HostFailure } from "../host-failure.ts";
import type { WpsApplication } from "./wps-application.ts";

/** Everything that WPS threw becomes a failure by name; our own pass through. */
export function wpsFailure(app: WpsApplication, error: unknown): HostFailure {
  if (error instanceof HostFailure) return error;
  const detail = error instanceof Error ? error.message : String(error);
  if (/保护|密码|is protected|password/i.test(detail)) return new HostFailure("sheet-protected", detail);
  if (/编辑单元格|正在编辑|edit mode/i.test(detail) || !app.Ready) return new HostFailure("cell-in-edit", detail);
  if (/只读|read.?only/i.test(detail)) return new HostFailure("workbook-read-only", detail);
  return new HostFailure("host-failed", detail);
}

/** How long somebody is waited for who is typing into a cell, and how often is looked. */
const PATIENCE = { milliseconds: 1500, step: 50 };

/** @throws HostFailure cell-in-edit when he goes on typing */
export async function untilReady(app: WpsApplication): Promise<void> {
  for (let waited = 0; !app.Ready; waited += PATIENCE.step) {
    if (waited >= PATIENCE.milliseconds) throw new HostFailure("cell-in-edit");
    await pause(PATIENCE.step);
  }
}

/** Lets the page paint its progress and take a click on "cancel". */
export async function pause(milliseconds = 0): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, milliseconds));
}
