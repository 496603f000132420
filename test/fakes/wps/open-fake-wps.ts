import { WorkbookModel } from "../workbook/workbook-model.ts";
import { Desk } from "./desk.ts";
import { FakeApiEvent, tellEvents } from "./fake-api-event.ts";
import { FakeApplication } from "./fake-application.ts";
import { FakePlugin } from "./fake-plugin.ts";
import { type Gate, strict } from "./gate.ts";

export interface FakeWps {
  /** To be put where window.Application stands. */
  readonly application: FakeApplication;
  readonly workbook: WorkbookModel;
  readonly desk: Desk;
  readonly gate: Gate;
  readonly plugin: FakePlugin;
  /** Listeners that the page has not taken away again. */
  listeners(): number;
  close(): void;
}

/** WPS spreadsheets over a workbook in memory; the same workbook may be opened again later. */
export function openFakeWps(workbook = new WorkbookModel()): FakeWps {
  const desk = new Desk(workbook);
  const events = new FakeApiEvent();
  const plugin = new FakePlugin(desk.gate);
  const shownEvents = strict(desk.gate, "ApiEvent", events);
  const application = strict(desk.gate, "Application", new FakeApplication(desk, { events: shownEvents, plugin }));
  const close = tellEvents(desk, events);
  return { application, workbook, desk, gate: desk.gate, plugin, listeners: () => FakeApiEvent.count(events), close };
}
