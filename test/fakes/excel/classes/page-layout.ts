import type { Rect } from "#test/fakes/workbook/rect.ts";
import type { SheetModel } from "#test/fakes/workbook/sheet-model.ts";
import type { PageState } from "#test/fakes/workbook/sheet-state.ts";
import { ExcelFailure } from "../failure.ts";
import { type HostClass, hostObject, type Property } from "../host-class.ts";
import { rectOf } from "./range-shape.ts";
import type { Desk } from "../desk.ts";
import { guard } from "../desk.ts";
import { oneOf } from "./wire-values.ts";

const PAPERS = ["A3", "A4", "A5", "B4", "B5", "Letter", "Legal"] as const;

/** Page setup can be changed on a protected sheet too, as in Excel. */
export const PAGE_LAYOUT: HostClass<SheetModel> = {
  name: "PageLayout",
  properties: {
    Orientation: {
      get: ({ page }) => (page.orientation === "landscape" ? "Landscape" : "Portrait"),
      set: (sheet, value, desk) =>
        set(sheet, desk, {
          orientation: oneOf(value, ["Landscape", "Portrait"]) === "Landscape" ? "landscape" : "portrait",
        }),
    },
    PaperSize: {
      get: ({ page }) => page.paper,
      set: (sheet, value, desk) => set(sheet, desk, { paper: oneOf(value, PAPERS) }),
    },
    Zoom: { get: ({ page }) => zoomOnWire(page), set: setZoom },
    CenterHorizontally: flag("centeredHorizontally"),
    CenterVertically: flag("centeredVertically"),
  },
  links: { HeadersFooters: (sheet, desk) => hostObject(HEADERS_FOOTERS, sheet, desk) },
  methods: {
    SetPrintArea: (sheet, [area], desk) => set(sheet, desk, { printArea: rectOf(sheet, area) }),
    SetPrintTitleRows: (sheet, [area], desk) => {
      const rect = rectOf(sheet, area);
      set(sheet, desk, { titleRows: { from: rect.top, to: rect.bottom } });
    },
    SetPrintTitleColumns: (sheet, [area], desk) => {
      const rect = rectOf(sheet, area);
      set(sheet, desk, { titleColumns: { from: rect.left, to: rect.right } });
    },
    GetPrintAreaOrNullObject: (sheet, _args, desk) =>
      sheet.page.printArea ? desk.objects.range({ sheet, rects: [sheet.page.printArea] }) : null,
  },
};

const HEADERS_FOOTERS: HostClass<SheetModel> = {
  name: "HeaderFooterGroup",
  links: { DefaultForAllPages: (sheet, desk) => hostObject(HEADER_FOOTER, sheet, desk) },
};

const HEADER_FOOTER: HostClass<SheetModel> = {
  name: "HeaderFooter",
  properties: {
    LeftHeader: words("header", "left"),
    CenterHeader: words("header", "center"),
    RightHeader: words("header", "right"),
    LeftFooter: words("footer", "left"),
    CenterFooter: words("footer", "center"),
    RightFooter: words("footer", "right"),
  },
};

function words(place: "header" | "footer", side: "left" | "center" | "right"): Property<SheetModel> {
  return {
    get: ({ page }) => page[place][side],
    set: (sheet, value, desk) => {
      if (typeof value !== "string" || value.length > 255) throw new ExcelFailure("InvalidArgument");
      set(sheet, desk, { [place]: { ...sheet.page[place], [side]: value } });
    },
  };
}

function flag(key: "centeredHorizontally" | "centeredVertically"): Property<SheetModel> {
  return { get: ({ page }) => page[key], set: (sheet, value, desk) => set(sheet, desk, { [key]: value === true }) };
}

const SHEET_CORNER: Rect = { top: 0, left: 0, bottom: 0, right: 0 };

function set(sheet: SheetModel, desk: Desk, change: Partial<PageState>): void {
  guard(desk, "page", { sheet, rect: SHEET_CORNER });
  Object.assign(sheet.page, change);
  desk.workbook.note("settings", sheet);
}

interface Zoom {
  readonly scale?: number;
  readonly horizontalFitToPages?: number;
  readonly verticalFitToPages?: number;
}

function zoomOnWire({ zoom, fitToWide, fitToTall }: PageState): Zoom {
  if (fitToWide === null && fitToTall === null) return { scale: zoom };
  return {
    ...(fitToWide === null || fitToWide === 0 ? {} : { horizontalFitToPages: fitToWide }),
    ...(fitToTall === null || fitToTall === 0 ? {} : { verticalFitToPages: fitToTall }),
  };
}

function setZoom(sheet: SheetModel, value: unknown, desk: Desk): void {
  const { scale, horizontalFitToPages: wide, verticalFitToPages: tall } = value as Zoom;
  if (scale !== undefined && (wide !== undefined || tall !== undefined)) throw new ExcelFailure("InvalidArgument");
  if (scale !== undefined) set(sheet, desk, { zoom: scale, fitToWide: null, fitToTall: null });
  else set(sheet, desk, { fitToWide: wide ?? 0, fitToTall: tall ?? 0 });
}
