import type { Desk } from "./desk.ts";
import { FakeRange, showRange } from "./fake-range.ts";
import { absolute, placeOf } from "./range-values.ts";
import { type FakeWindow, FakeWorkbook, targetOf } from "./fake-workbook.ts";
import type { FakeWindows } from "./fake-windows.ts";
import { type FakeWorksheet, showSheet } from "./fake-worksheet.ts";
import { strict, WpsError } from "./gate.ts";
import type { FakeApiEvent } from "./fake-api-event.ts";
import type { FakePlugin } from "./fake-plugin.ts";
import { nameOfNumber, XL } from "./wps-numbers.ts";

const CALCULATIONS = { automatic: XL.calculationAutomatic, manual: XL.calculationManual } as const;

/** The program itself, as window.Application shows it. */
export class FakeApplication {
  readonly #windows: FakeWindows;
  readonly #events: FakeApiEvent;
  readonly #plugin: FakePlugin;
  constructor(
    windows: FakeWindows,
    { events, plugin }: { readonly events: FakeApiEvent; readonly plugin: FakePlugin },
  ) {
    this.#windows = windows;
    this.#events = events;
    this.#plugin = plugin;
  }
  /** What the officer looks at. */
  get #desk(): Desk {
    return this.#windows.front;
  }

  get Name(): string {
    return "WPS 表格";
  }
  get Version(): string {
    return "12.0";
  }
  get ActiveWorkbook(): FakeWorkbook {
    return strict(this.#desk.gate, "Workbook", new FakeWorkbook(this.#desk));
  }
  get ActiveSheet(): FakeWorksheet {
    return showSheet(this.#desk, this.#desk.workbook.activeSheet);
  }
  get ActiveWindow(): FakeWindow {
    return this.#windows.window;
  }
  get ActiveCell(): FakeRange {
    const { activeSheet: sheet } = this.#desk.workbook;
    const { top, left } = sheet.selection;
    return showRange(this.#desk, new FakeRange(this.#desk, sheet, [{ top, left, bottom: top, right: left }]));
  }
  get Selection(): FakeRange {
    const { activeSheet: sheet } = this.#desk.workbook;
    const { goneTo } = this.#desk;
    const areas = goneTo[0] && absolute(goneTo[0]) === absolute(sheet.selection) ? goneTo : [sheet.selection];
    return showRange(this.#desk, new FakeRange(this.#desk, sheet, areas));
  }
  Goto(reference: unknown, _scroll?: unknown): void {
    if (reference === null || typeof reference !== "object") {
      const { sheet, rect } = targetOf(this.#desk, String(reference));
      this.#desk.workbook.select(sheet, rect);
      return;
    }
    const { sheet, areas } = placeOf(reference);
    const [rect] = areas;
    if (sheet.settings.visibility !== "visible") throw new WpsError("隐藏的工作表不能选择");
    this.#desk.goneTo = areas;
    if (rect) this.#desk.workbook.select(sheet, rect);
  }

  get EnableEvents(): boolean {
    return this.#desk.enableEvents;
  }
  set EnableEvents(enabled: unknown) {
    this.#desk.enableEvents = enabled === true;
  }
  get ScreenUpdating(): boolean {
    return this.#desk.screenUpdating;
  }
  set ScreenUpdating(updating: unknown) {
    this.#desk.screenUpdating = updating === true;
  }
  get DisplayAlerts(): boolean {
    return this.#desk.displayAlerts;
  }
  set DisplayAlerts(shown: unknown) {
    this.#desk.displayAlerts = shown === true;
  }
  get Calculation(): number {
    return CALCULATIONS[this.#desk.workbook.calculation];
  }
  set Calculation(mode: unknown) {
    this.#desk.ensureReady();
    this.#desk.workbook.calculation = nameOfNumber(CALCULATIONS, mode);
  }
  Calculate(): void {
    this.#desk.workbook.calculate();
  }
  get Ready(): boolean {
    return !this.#desk.isEditing;
  }

  get ApiEvent(): FakeApiEvent {
    return this.#events;
  }
  get PluginStorage(): FakePlugin["storage"] {
    return this.#plugin.storage;
  }
  CreateTaskPane(url: string, title = ""): FakePlugin["panes"][number] {
    return this.#plugin.createPane({ url, title, beside: this.#desk.workbook.title });
  }
  GetTaskPane(id: unknown): FakePlugin["panes"][number] {
    return this.#plugin.pane(Number(id));
  }
}
