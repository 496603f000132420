import { DEFAULT_HEIGHT, DEFAULT_WIDTH } from "#test/fakes/workbook/sheet-state.ts";
import { type CellBlocks, shared } from "../cell-blocks.ts";
import { ExcelFailure } from "../failure.ts";
import { type HostClass, hostObject, type Property } from "../host-class.ts";
import { RANGE_BORDERS } from "./range-borders.ts";
import { oneOf, parseColor } from "./wire-values.ts";
import { guardBlocks, patchFormat, patchStyle } from "../guarded-blocks.ts";

/** A column of n characters is this wide on the wire: seven pixels each and five around, at 96 dots an inch. */
export function pointsOf(characters: number): number {
  return Math.round((characters * 7 + 5) * 0.75 * 100) / 100;
}
export function charactersOf(points: number): number {
  return Math.round((Math.max(points / 0.75 - 5, 0) / 7) * 100) / 100;
}

const FILL: HostClass<CellBlocks> = {
  name: "RangeFill",
  properties: {
    Color: {
      get: (blocks) => shared(blocks, ({ style }) => hex(style.fill ?? "FFFFFF")) ?? "",
      set: (blocks, value, desk) => patchStyle(desk, blocks, { fill: parseColor(value) }),
    },
  },
  methods: { Clear: (blocks, _args, desk) => patchStyle(desk, blocks, { fill: null }) },
};

const FONT: HostClass<CellBlocks> = {
  name: "RangeFont",
  properties: {
    Bold: styleFlag("bold"),
    Italic: styleFlag("italic"),
    Color: {
      get: (blocks) => shared(blocks, ({ style }) => hex(style.color ?? "000000")),
      set: (blocks, value, desk) => patchStyle(desk, blocks, { color: parseColor(value) }),
    },
    Name: {
      get: (blocks) => shared(blocks, ({ style }) => style.fontName),
      set: (blocks, value, desk) => patchStyle(desk, blocks, { fontName: String(value) }),
    },
    Size: {
      get: (blocks) => shared(blocks, ({ style }) => style.fontSize),
      set: (blocks, value, desk) => patchStyle(desk, blocks, { fontSize: positive(value, 409) }),
    },
    Underline: {
      get: (blocks) => shared(blocks, ({ style }) => (style.underline ? "Single" : "None")),
      set: (blocks, value, desk) =>
        patchStyle(desk, blocks, { underline: oneOf(value, ["None", "Single"]) === "Single" }),
    },
  },
};

const CELL_PROTECTION: HostClass<CellBlocks> = {
  name: "FormatProtection",
  properties: {
    // Not a matter of formats: a protected sheet never lets its locks be changed.
    Locked: {
      get: (blocks) => shared(blocks, ({ locked }) => locked),
      set: (blocks, value, desk) => {
        if (blocks.sheet.protection) throw new ExcelFailure("AccessDenied");
        patchFormat(desk, blocks, { locked: value === true });
      },
    },
  },
};

const HORIZONTAL = ["General", "Left", "Center", "Right", "Fill", "Justify", "Distributed"] as const;
const VERTICAL = ["Top", "Center", "Bottom", "Justify", "Distributed"] as const;

export const RANGE_FORMAT: HostClass<CellBlocks> = {
  name: "RangeFormat",
  properties: {
    WrapText: styleFlag("wrap"),
    HorizontalAlignment: {
      get: (blocks) => shared(blocks, ({ style }) => style.horizontal),
      set: (blocks, value, desk) => patchStyle(desk, blocks, { horizontal: oneOf(value, HORIZONTAL) }),
    },
    VerticalAlignment: {
      get: (blocks) => shared(blocks, ({ style }) => style.vertical),
      set: (blocks, value, desk) => patchStyle(desk, blocks, { vertical: oneOf(value, VERTICAL) }),
    },
    IndentLevel: {
      get: (blocks) => shared(blocks, ({ style }) => style.indent),
      set: (blocks, value, desk) => patchStyle(desk, blocks, { indent: positive(value, 250) }),
    },
    ColumnWidth: {
      get: (blocks) =>
        shared(firstLine(blocks, "row"), (_cell, _row, column) =>
          pointsOf(blocks.sheet.columnState(column).width ?? DEFAULT_WIDTH),
        ),
      set: (blocks, value, desk) => {
        guardBlocks(desk, "columns", blocks);
        for (const rect of blocks.rects) blocks.sheet.setColumns(rect, { width: charactersOf(positive(value, 1790)) });
        desk.workbook.note("format", blocks.sheet, blocks.rects[0] ?? null);
      },
    },
    RowHeight: {
      get: (blocks) =>
        shared(firstLine(blocks, "column"), (_cell, row) => blocks.sheet.rowState(row).height ?? DEFAULT_HEIGHT),
      set: (blocks, value, desk) => {
        guardBlocks(desk, "rows", blocks);
        for (const rect of blocks.rects) blocks.sheet.setRows(rect, { height: positive(value, 409.5) });
        desk.workbook.note("format", blocks.sheet, blocks.rects[0] ?? null);
      },
    },
  },
  links: {
    Fill: (blocks, desk) => hostObject(FILL, blocks, desk),
    Font: (blocks, desk) => hostObject(FONT, blocks, desk),
    Borders: (blocks, desk) => hostObject(RANGE_BORDERS, blocks, desk),
    Protection: (blocks, desk) => hostObject(CELL_PROTECTION, blocks, desk),
  },
  methods: {
    AutofitRows: (blocks, _args, desk) => {
      guardBlocks(desk, "rows", blocks);
      for (const rect of blocks.rects) blocks.sheet.setRows(rect, { height: null });
    },
    AutofitColumns: (blocks, _args, desk) => {
      guardBlocks(desk, "columns", blocks);
      for (const rect of blocks.rects) blocks.sheet.setColumns(rect, { width: null });
    },
  },
};

function firstLine(blocks: CellBlocks, axis: "row" | "column"): CellBlocks {
  return {
    ...blocks,
    rects: blocks.rects.map((rect) => (axis === "row" ? { ...rect, bottom: rect.top } : { ...rect, right: rect.left })),
  };
}

function styleFlag(key: "bold" | "italic" | "wrap"): Property<CellBlocks> {
  return {
    get: (blocks) => shared(blocks, ({ style }) => style[key]),
    set: (blocks, value, desk) => {
      if (typeof value !== "boolean") throw new ExcelFailure("InvalidArgument");
      patchStyle(desk, blocks, { [key]: value });
    },
  };
}

function hex(color: string): string {
  return `#${color}`;
}

function positive(value: unknown, most: number): number {
  if (typeof value !== "number" || !(value >= 0) || value > most) throw new ExcelFailure("InvalidArgument");
  return value;
}
