import type { Page } from "playwright-core";
import { ExcelHost, type ExcelHostOptions } from "#test/fakes/excel/excel-host.ts";
import { ExcelUser } from "#test/fakes/excel/excel-user.ts";
import { excelQuery, installExcelHost } from "#test/fakes/excel/install-excel-host.ts";
import { DeskHands } from "./desk-hands.ts";
import { PANE_SIZE, type PaneDesk, type PaneDeskNeeds, type RemoteHands } from "./pane-desk.ts";
import { PanePage } from "./pane-page.ts";
import { watchedContext } from "./watched-context.ts";

export interface ExcelPaneDesk extends PaneDesk {
  readonly host: ExcelHost;
}

/** Excel with the real pane: the genuine office.js in Chromium, the workbook in this process. */
export async function openExcelPaneDesk(
  { browser, url }: PaneDeskNeeds,
  options: ExcelHostOptions = {},
): Promise<ExcelPaneDesk> {
  const { context, assertClean } = await watchedContext(browser, url, { viewport: PANE_SIZE });
  const host = new ExcelHost(options);
  host.workbook.calculation = "automatic";
  const local = new DeskHands(host.workbook, new ExcelUser(host));
  let page: Page | null = null;
  const desk: ExcelPaneDesk = {
    host,
    context,
    hands: remoteHands(local),
    async open() {
      page = await context.newPage();
      host.connect();
      await installExcelHost(page, host);
      await page.goto(`${url}/excel.html${excelQuery(host)}`);
      return new PanePage(page);
    },
    async closePane() {
      host.disconnect();
      await page?.close();
      page = null;
    },
    async command(id) {
      await host.runCommand(id);
    },
    async drillDown(cell) {
      local.select(cell);
      await host.runCommand("drillDown");
    },
    async close() {
      await desk.closePane();
      await context.close();
      assertClean();
      host.assertClean();
    },
  };
  return desk;
}

function remoteHands(local: DeskHands): RemoteHands {
  return new Proxy({} as RemoteHands, {
    get: (_target, name) =>
      name === "then"
        ? undefined
        : async (...given: readonly unknown[]) =>
            (Reflect.get(local, name) as (...all: readonly unknown[]) => unknown).apply(local, [...given]),
  });
}
