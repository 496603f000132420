import { ok, refuse } from "#core/kernel/result.ts";
import { deflateCodec } from "../deflate-codec.ts";
import type { DeskStorage, OpensDesk } from "../open-desk.ts";
import { takeCommand } from "./command-channel.ts";
import type { WpsApplication, WpsListener } from "./wps-application.ts";
import { WpsHost } from "./wps-host.ts";
import { wpsOfPage } from "./wps-of-page.ts";
import { cornerOf } from "./wps-read.ts";

/** How often the pane looks for a button that was pressed. */
const LOOK_EVERY = 300;

/** The pane inside WPS; a plain browser has no Application. */
export const openWps: OpensDesk = async () => {
  const app = wpsOfPage();
  if (!app) return refuse({ code: "not-in-host", wanted: "wps" });
  return ok({
    kind: "wps",
    sheet: new WpsHost(app, deflateCodec),
    storage: pageStorage(),
    onCommand: (listener) => watchCommands(app, listener),
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

/** Buttons of the ribbon, and a double click on a cell that nobody may type into: where its figure comes from. */
function watchCommands(app: WpsApplication, listener: (id: string) => void): () => void {
  const look = () => {
    for (let id = takeCommand(app.PluginStorage); id !== undefined; id = takeCommand(app.PluginStorage)) listener(id);
  };
  const onDoubleClick: WpsListener = (sheet, range) => {
    if (range.Locked === false || !cornerOf(sheet)) return;
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
