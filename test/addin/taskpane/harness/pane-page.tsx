/** The pane in a page of its own, over a workbook in memory; the test moves the workbook and gives the ribbon's commands. */
import type { CellPlace } from "#core/sheet/reading.ts";
import type { CellKeys } from "#core/sheet/sheet-host.ts";
import { parseAddress } from "#core/sheet/cell-address.ts";
import type { DeskMissing, OpenDesk } from "#addin/hosts/open-desk.ts";
import type { HostFailureCode } from "#addin/hosts/host-failure.ts";
import { startPane } from "#addin/taskpane/start/start-pane.tsx";
import { MemoryHost, type HostCall } from "#test/fakes/memory-host/memory-host.ts";
import { oneCell } from "#test/fakes/workbook/rect.ts";
import { WorkbookModel } from "#test/fakes/workbook/workbook-model.ts";

const host = new MemoryHost(new WorkbookModel());
const commands = new Set<(id: string) => void>();

const desk: OpenDesk = {
  kind: "excel",
  sheet: host,
  storage: localStorage,
  onCommand(listener) {
    commands.add(listener);
    return () => commands.delete(listener);
  },
};

/** What the test does in the page. */
const panePage = {
  command(id: string): void {
    for (const listener of commands) listener(id);
  },
  select: (cell: CellKeys): void => {
    const { sheet, row, column } = host.place(cell);
    host.workbook.by("user", () => host.workbook.select(sheet, oneCell(row, column)));
  },
  selectPlace: (place: CellPlace): void => {
    const sheet = host.workbook.find(place.sheet);
    const at = parseAddress(place.address);
    if (sheet && at) host.workbook.by("user", () => host.workbook.select(sheet, oneCell(at.row, at.column)));
  },
  type(cell: CellKeys, value: string | number | null): void {
    const { sheet, row, column } = host.place(cell);
    host.workbook.by("user", () => host.workbook.patch(sheet, oneCell(row, column), { value, formula: undefined }));
  },
  value(cell: CellKeys): unknown {
    const { sheet, row, column } = host.place(cell);
    return sheet.stored(row, column).value;
  },
  formula(cell: CellKeys): string | undefined {
    const { sheet, row, column } = host.place(cell);
    return sheet.stored(row, column).formula;
  },
  state: (cell: CellKeys) => host.stateOf(cell),
  selection: () => host.selection(),
  failNext: (call: HostCall, code: HostFailureCode) => host.failNext(call, code),
  sheets: () => host.workbook.sheets.map(({ name }) => name),
};

export type PanePage = typeof panePage;

declare global {
  interface Window {
    readonly panePage: PanePage;
  }
}

/** index.html#missing=<JSON>: what no desk program says. */
const missing = /#missing=(.*)$/.exec(decodeURIComponent(location.hash))?.[1];

document.documentElement.lang = "zh-CN";
document.body.append(Object.assign(document.createElement("div"), { id: "pane" }));
Object.assign(window, { panePage });
startPane(async () =>
  missing === undefined ? { ok: true, value: desk } : { ok: false, refusal: JSON.parse(missing) as DeskMissing },
);
