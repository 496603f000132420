import type { BorderLine, Edge, WorkbookCell } from "#test/fakes/workbook/cell-model.ts";
import type { Rect } from "#test/fakes/workbook/rect.ts";
import type { CellBlocks } from "../cell-blocks.ts";
import type { Desk } from "../desk.ts";
import { ExcelFailure } from "../failure.ts";
import { type HostClass, hostObject } from "../host-class.ts";
import { guardBlocks } from "../guarded-blocks.ts";
import { oneOf, parseColor } from "./wire-values.ts";

interface BorderSide extends CellBlocks {
  readonly side: Side;
}

const SIDES = [
  "EdgeTop",
  "EdgeBottom",
  "EdgeLeft",
  "EdgeRight",
  "InsideVertical",
  "InsideHorizontal",
  "DiagonalDown",
  "DiagonalUp",
] as const;
type Side = (typeof SIDES)[number];
const STYLES = ["None", "Continuous", "Dash", "DashDot", "DashDotDot", "Dot", "Double", "SlantDashDot"] as const;
const WEIGHTS = ["Hairline", "Thin", "Medium", "Thick"] as const;
const PLAIN: BorderLine = { style: "Continuous", weight: "Thin", color: null };

export const RANGE_BORDERS: HostClass<CellBlocks> = {
  name: "RangeBorderCollection",
  properties: { Count: { get: () => SIDES.length } },
  items: (blocks, desk) => SIDES.map((side) => hostObject(BORDER, { ...blocks, side }, desk)),
  item: (blocks, key, desk) => hostObject(BORDER, { ...blocks, side: oneOf(key, SIDES) }, desk),
};

const BORDER: HostClass<BorderSide> = {
  name: "RangeBorder",
  id: ({ side }) => side,
  properties: {
    Id: { get: ({ side }) => side },
    SideIndex: { get: ({ side }) => side },
    Style: {
      get: (border) => line(border, ({ style }) => style, "None"),
      set: (border, value, desk) => setStyle(border, oneOf(value, STYLES), desk),
    },
    Weight: {
      get: (border) => line(border, ({ weight }) => weight, "Thin"),
      set: (border, value, desk) =>
        drawEdges(border, desk, (before) => weighted(before ?? PLAIN, oneOf(value, WEIGHTS))),
    },
    Color: {
      get: (border) => line(border, ({ color }) => `#${color ?? "000000"}`, "#000000"),
      set: (border, value, desk) =>
        drawEdges(border, desk, (before) => ({ ...(before ?? PLAIN), color: parseColor(value) })),
    },
  },
};

/** A double line is thick; another weight makes it single. */
function weighted(line: BorderLine, weight: BorderLine["weight"]): BorderLine {
  return { ...line, weight, style: line.style === "Double" && weight !== "Thick" ? "Continuous" : line.style };
}

function setStyle(border: BorderSide, style: (typeof STYLES)[number], desk: Desk): void {
  drawEdges(border, desk, (before) => (style === "None" ? undefined : { ...(before ?? PLAIN), style }));
}

/** An outer edge is an edge of the cells along it; an inner line lies between two cells and belongs to both. */
function drawEdges(
  border: BorderSide,
  desk: Desk,
  draw: (before: BorderLine | undefined) => BorderLine | undefined,
): void {
  guardBlocks(desk, "format", border);
  if (border.side.startsWith("Diagonal")) return desk.misuse("diagonal borders");
  if (!border.rects.every((rect) => hasInside(border.side, rect))) throw new ExcelFailure("InvalidArgument");
  for (const rect of border.rects) {
    desk.workbook.format(border.sheet, rect, (cell, row, column) => {
      const edges = edgesAt(border.side, rect, { row, column });
      if (edges.length === 0) return undefined;
      return {
        style: {
          ...cell.style,
          borders: edges.reduce((borders, edge) => withEdge(borders, edge, draw(borders[edge])), cell.style.borders),
        },
      };
    });
  }
}

/** Inside one row there is no horizontal line. */
function hasInside(side: Side, rect: Rect): boolean {
  if (side === "InsideHorizontal") return rect.bottom > rect.top;
  return side !== "InsideVertical" || rect.right > rect.left;
}

function withEdge(
  borders: WorkbookCell["style"]["borders"],
  edge: Edge,
  drawn: BorderLine | undefined,
): WorkbookCell["style"]["borders"] {
  const { [edge]: _before, ...others } = borders;
  return drawn ? { ...others, [edge]: drawn } : others;
}

const EDGES_OF: Readonly<Record<Side, readonly Edge[]>> = {
  EdgeTop: ["top"],
  EdgeBottom: ["bottom"],
  EdgeLeft: ["left"],
  EdgeRight: ["right"],
  InsideHorizontal: ["top", "bottom"],
  InsideVertical: ["left", "right"],
  DiagonalDown: [],
  DiagonalUp: [],
};

/** The edges of one cell of the block that the side draws: outer sides those on its rim, inner sides the others. */
function edgesAt(
  side: Side,
  rect: Rect,
  { row, column }: { readonly row: number; readonly column: number },
): readonly Edge[] {
  const onRim: Readonly<Record<Edge, boolean>> = {
    top: row === rect.top,
    bottom: row === rect.bottom,
    left: column === rect.left,
    right: column === rect.right,
  };
  return EDGES_OF[side].filter((edge) => onRim[edge] === side.startsWith("Edge"));
}

function line<V>({ sheet, rects, side }: BorderSide, of: (line: BorderLine) => V, none: V): V | null {
  const found = new Set<V>();
  for (const rect of rects) {
    for (let row = rect.top; row <= Math.min(rect.bottom, rect.top + sheet.rowCount); row += 1) {
      for (let column = rect.left; column <= rect.right; column += 1) {
        for (const edge of edgesAt(side, rect, { row, column })) {
          const drawn = sheet.cell(row, column).style.borders[edge];
          found.add(drawn ? of(drawn) : none);
        }
      }
    }
  }
  if (found.size > 1) return null;
  const [only] = found;
  if (found.size === 0 && rects.length === 0) throw new ExcelFailure("InvalidReference");
  return only ?? none;
}
