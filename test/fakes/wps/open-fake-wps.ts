import { WorkbookModel } from "../workbook/workbook-model.ts";
import { Desk } from "./desk.ts";
import { FakeApiEvent, tellEvents } from "./fake-api-event.ts";
import { FakeApplication } from "./fake-application.ts";
import { FakePlugin } from "./fake-plugin.ts";
import { FakeWindows } from "./fake-windows.ts";
import { type Gate, strict } from "./gate.ts";

export interface FakeWps {
  /** To be put where window.Application stands. */
  readonly application: FakeApplication;
  readonly workbook: WorkbookModel;
  readonly desk: Desk;
  readonly gate: Gate;
  readonly plugin: FakePlugin;
  /** Brings a workbook to the front, opening it in a window of its own where it is not open yet. */
  show(workbook: WorkbookModel): void;
  /** Listeners that the page has not taken away again. */
  listeners(): number;
  close(): void;
}

/** WPS spreadsheets over a workbook in memory; the same workbook may be opened again later. */
export function openFakeWps(workbook = new WorkbookModel()): FakeWps {
  const desk = new Desk(workbook);
  const { gate } = desk;
  const events = new FakeApiEvent();
  const plugin = new FakePlugin(gate);
  const windows = new FakeWindows(desk);
  const shownEvents = strict(gate, "ApiEvent", events);
  const application = strict(gate, "Application", new FakeApplication(windows, { events: shownEvents, plugin }));
  const desks = new Map([[workbook, desk]]);
  const stops = [tellEvents(desk, events)];
  const show = (wanted: WorkbookModel): void => {
    const known = desks.get(wanted) ?? new Desk(wanted, gate);
    if (!desks.has(wanted)) stops.push(tellEvents(known, events));
    desks.set(wanted, known);
    windows.show(known);
  };
  const close = (): void => stops.forEach((stop) => stop());
  return { application, workbook, desk, gate, plugin, show, listeners: () => FakeApiEvent.count(events), close };
}
