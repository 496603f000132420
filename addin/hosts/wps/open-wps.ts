import { ok, refuse } from "#core/kernel/result.ts";
import { deflateCodec } from "../deflate-codec.ts";
import type { DeskStorage, OpensDesk } from "../open-desk.ts";
import { paneNumber, rememberBook, takeCommand } from "./command-channel.ts";
import type { WpsApplication, WpsListener } from "./wps-application.ts";
import { WpsHost } from "./wps-host.ts";
import { wpsOfPage } from "./wps-of-page.ts";
import { cornerOf } from "./cells/wps-read.ts";

/** How often the pane looks for a button that was pressed. */
const LOOK_EVERY = 300;

/** The pane inside WPS; a plain browser has no Application. */
export const openWps: OpensDesk = async () => {
  const app = wpsOfPage();
  if (!app) return refuse({ code: "not-in-host", wanted: "wps" });
  const sheet = new WpsHost(app, deflateCodec);
  const pane = paneNumber(location.href);
  return ok({
    kind: "wps",
    sheet,
    storage: pageStorage(),
    onCommand: (listener) => watchCommands({ app, sheet, pane }, listener),
  });
};

/** PluginStorage is gone when the program closes, so what must last is kept as any page of this service keeps it. */
function pageStorage(): DeskStorage | null {
  const probe = "taizhang.probe";
  try {
    const storage = globalThis.localStorage;
    storage.setItem(probe, "1");
    storage.removeItem(probe);
    return storage;
  } catch (error) {
    // Forbidden (SecurityError), full, or not there at all: the pane says that nothing waits across closing.
    if (error instanceof Error || error instanceof DOMException) return null;
    throw error;
  }
}

interface Watched {
  readonly app: WpsApplication;
  readonly sheet: WpsHost;
  readonly pane: number;
}

/** Buttons of the ribbon, and a double click on a cell that nobody may type into: where its figure comes from. */
function watchCommands({ app, sheet: host, pane }: Watched, listener: (id: string) => void): () => void {
  const storage = app.PluginStorage;
  const look = () => {
    // Saved under another name the workbook keeps its pane.
    const book = host.bookName();
    if (book !== null) rememberBook(storage, pane, book);
    for (let id = takeCommand(storage, pane); id !== undefined; id = takeCommand(storage, pane)) listener(id);
  };
  const onDoubleClick: WpsListener = (sheet, range) => {
    // Every pane hears of every workbook.
    if (!host.isInFront() || range.Locked === false || !cornerOf(sheet)) return;
    app.ApiEvent.Cancel = true;
    listener("drillDown");
  };
  const timer = setInterval(look, LOOK_EVERY);
  app.ApiEvent.AddApiEventListener("SheetBeforeDoubleClick", onDoubleClick);
  return () => {
    clearInterval(timer);
    app.ApiEvent.RemoveApiEventListener("SheetBeforeDoubleClick", onDoubleClick);
  };
}
