/** The pane beside the sheet: the real pane in Chromium, the sheet as our fake of Excel holds it. */
import type { Page } from "playwright-core";
import { parseAddress } from "#core/sheet/cell-address.ts";
import { openExcelPaneDesk } from "#test/browser/excel-pane-desk.ts";
import type { PaneDeskNeeds } from "#test/browser/pane-desk.ts";
import type { PanePage } from "#test/browser/pane-page.ts";
import { ExcelUser } from "#test/fakes/excel/excel-user.ts";
import { renderHtml } from "#test/fakes/workbook/render-html.ts";

export interface PanePictureNeeds extends PaneDeskNeeds {
  readonly account: { readonly name: string; readonly password: string };
  /** Keeps a finished page as a picture of that name. */
  readonly keep: (page: Page, name: string) => Promise<void>;
}

const WINDOW = { width: 1366, height: 768 };
const PANE_WIDTH = 350;
const ZOOM = 0.72;
const SHEET = "定量任务";
// An item of the demo with evidence; its score is open to its owner.
const SCORE = "K14";

export async function panePictures(needs: PanePictureNeeds): Promise<void> {
  const desk = await openExcelPaneDesk(needs);
  const user = new ExcelUser(desk.host);
  const pane = await desk.open();
  const beside = async (name: string): Promise<void> => {
    // What was just clicked may still be moving.
    await pane.page.waitForTimeout(1_500);
    const page = await composed(pane, renderHtml(desk.host.workbook, { rows: 30, columns: 14, mostRows: 40 }));
    await needs.keep(page, name);
    await page.close();
  };
  await pane.signIn(needs.account.name, needs.account.password);
  await pane.tab("打开");
  await pane.page.locator(".side-filter select").nth(1).selectOption("own");
  await pane.page.locator(".side-items button", { hasText: "2026" }).first().click();
  await pane.isDrawn();
  user.select(SHEET, SCORE);
  await pane.tab("单元格");
  await beside("pane-cell");
  user.type(SHEET, SCORE, 3);
  await pane.changes(1);
  await beside("pane-changes");
  await pane.tab("材料");
  await beside("pane-evidence");
  await desk.close();
}

async function composed(pane: PanePage, sheet: string): Promise<Page> {
  const shot = await pane.page.screenshot({ type: "png" });
  const page = await pane.page.context().newPage();
  await page.setViewportSize(WINDOW);
  await page.setContent(`<!doctype html><meta charset="utf-8">
<body style="margin:0;display:flex;height:${WINDOW.height}px;overflow:hidden">
<div style="width:${WINDOW.width - PANE_WIDTH}px;height:100%;overflow:hidden"><div id="sheet" style="zoom:${ZOOM};height:${100 / ZOOM}%">${sheet}</div></div>
<img style="width:${PANE_WIDTH}px;height:100%;border-left:1px solid #c8c8c8" src="data:image/png;base64,${shot.toString("base64")}">`);
  const row = parseAddress(SCORE)?.row ?? 0;
  // The selected cell in the middle, as its officer would have scrolled.
  await page.evaluate((at) => document.querySelectorAll("#sheet tbody tr")[Math.max(0, at - 8)]?.scrollIntoView(), row);
  return page;
}
