/**
 * The hidden page that WPS loads with the ribbon. ribbon.xml calls these functions by name; the pane is another page, one for
 * each workbook, which finds its commands in PluginStorage.
 */
import { giveCommand, nextNumber, paneAddress, panesIn, rememberPane } from "#addin/hosts/wps/command-channel.ts";
import { wpsOfPage } from "#addin/hosts/wps/wps-of-page.ts";
import type { WpsApplication, WpsTaskPane } from "#addin/hosts/wps/wps-application.ts";
import { WPS } from "#addin/hosts/wps/wps-numbers.ts";
import { isCommandId } from "./commands.ts";

/** What WPS hands over with a click: the id of the button. */
export interface RibbonControl {
  readonly Id: string;
}

const PANE_TITLE = "党务台账";
const PANE_WIDTH = 360;

/** Something went wrong before the pane could say so: the button does nothing, and WPS goes on. */
const NOTHING_DONE = false;
const DONE = true;

export function onTaizhangCommand(control: RibbonControl): boolean {
  const app = wpsOfPage();
  if (!app || !isCommandId(control.Id)) return NOTHING_DONE;
  const { number, pane } = paneBeside(app, app.ActiveWorkbook?.FullName ?? "");
  giveCommand(app.PluginStorage, number, control.Id);
  pane.Visible = true;
  return DONE;
}

export function onTaizhangLoad(): boolean {
  return DONE;
}

/** Address of the button's picture. */
export function getTaizhangImage(control: RibbonControl): string {
  return new URL(`/icons/${control.Id}-32.png`, location.href).href;
}

interface NumberedPane {
  readonly number: number;
  readonly pane: WpsTaskPane;
}

/** One pane for all commands of a workbook's window; somebody may have closed it for good. */
function paneBeside(app: WpsApplication, book: string): NumberedPane {
  for (const known of panesIn(app.PluginStorage)) {
    const pane = known.book === book ? standingPane(app, known.id) : undefined;
    if (pane) return { number: known.number, pane };
  }
  return newPane(app, book);
}

function standingPane(app: WpsApplication, id: number): WpsTaskPane | undefined {
  try {
    return app.GetTaskPane(id);
  } catch (error) {
    // Asked for a pane that is gone, the program fails.
    if (error instanceof Error) return undefined;
    throw error;
  }
}

function newPane(app: WpsApplication, book: string): NumberedPane {
  const number = nextNumber(app.PluginStorage);
  const pane = app.CreateTaskPane(paneAddress(location.href, number), PANE_TITLE);
  pane.DockPosition = WPS.dockRight;
  pane.Width = PANE_WIDTH;
  rememberPane(app.PluginStorage, { number, id: pane.ID, book });
  return { number, pane };
}

Object.assign(globalThis, {
  OnTaizhangCommand: onTaizhangCommand,
  OnTaizhangLoad: onTaizhangLoad,
  GetTaizhangImage: getTaizhangImage,
});
