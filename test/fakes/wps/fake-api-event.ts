import type { WorkbookEvent } from "../workbook/change-log.ts";
import type { Rect } from "../workbook/rect.ts";
import type { Desk } from "./desk.ts";
import { FakeRange, showRange } from "./fake-range.ts";
import { showSheet } from "./fake-worksheet.ts";

const KNOWN = [
  "SheetChange",
  "SheetSelectionChange",
  "SheetBeforeDoubleClick",
  "SheetActivate",
  "WorkbookOpen",
] as const;
type EventName = (typeof KNOWN)[number];
type Listener = (...facts: unknown[]) => void;

/** The program's events. SheetChange says nothing about who did it: a page's own writes are told as well. */
export class FakeApiEvent {
  readonly #listeners = new Map<EventName, Listener[]>();
  #cancelled = false;

  get Cancel(): boolean {
    return this.#cancelled;
  }
  set Cancel(cancel: unknown) {
    this.#cancelled = cancel === true;
  }
  AddApiEventListener(name: unknown, listener: unknown): void {
    const known = eventName(name);
    this.#listeners.set(known, [...(this.#listeners.get(known) ?? []), listener as Listener]);
  }
  RemoveApiEventListener(name: unknown, listener?: unknown): void {
    const known = eventName(name);
    const left = (this.#listeners.get(known) ?? []).filter((other) => listener !== undefined && other !== listener);
    this.#listeners.set(known, left);
  }

  /** For the fake itself. */
  static fire(events: FakeApiEvent, name: EventName, facts: readonly unknown[]): void {
    for (const listener of [...(events.#listeners.get(name) ?? [])]) listener(...facts);
  }
  static count(events: FakeApiEvent): number {
    return [...events.#listeners.values()].reduce((sum, { length }) => sum + length, 0);
  }
}

function eventName(name: unknown): EventName {
  const known = KNOWN.find((candidate) => candidate === name);
  if (!known) throw new Error(`no event ${String(name)}`);
  return known;
}

const CHANGES = new Set([
  "cells",
  "sorted",
  "undone",
  "rows-inserted",
  "rows-deleted",
  "columns-inserted",
  "columns-deleted",
  "rows-moved",
  "columns-moved",
]);

/** Tells the page what happens in the workbook, while events are switched on. */
export function tellEvents(desk: Desk, events: FakeApiEvent): () => void {
  const facts = (sheetId: string, rect: Rect) => {
    const sheet = desk.workbook.sheet(sheetId);
    return [showSheet(desk, sheet), showRange(desk, new FakeRange(desk, sheet, [rect]))];
  };
  return desk.workbook.on((event: WorkbookEvent) => {
    if (!desk.enableEvents) return;
    const name = nameOfEvent(event);
    const rect = "rect" in event ? event.rect : A1;
    if (name && rect) FakeApiEvent.fire(events, name, facts(event.sheet, rect));
  });
}

const A1: Rect = { top: 0, left: 0, bottom: 0, right: 0 };

function nameOfEvent(event: WorkbookEvent): EventName | undefined {
  switch (event.type) {
    case "double-click":
      return "SheetBeforeDoubleClick";
    case "selection":
      return "SheetSelectionChange";
    case "activated":
      return "SheetActivate";
    case "change":
      return CHANGES.has(event.kind) ? "SheetChange" : undefined;
  }
}
