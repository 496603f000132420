import type { Alignment, Border, Borders, Fill, Font, Style } from "exceljs";
import { byLook } from "#core/sheet/by-look.ts";
import { formatWithSymbol, styleOf, type StateStyle } from "#core/sheet/cell-state.ts";
import type { Cell } from "#core/sheet/cell.ts";
import type { Row } from "#core/sheet/sheet.ts";

/** A font that every office machine has; LibreOffice substitutes it. */
const FONT = "宋体";
const HEADER_FILL = "D9E2EF";
const SECTION_FILL = "EDF2F8";
const LINE = "B8C0CC";
const MARK = "6B7280";

export type StyleOf = (cell: Cell, kind: Row["kind"]) => Partial<Style>;

/**
 * State and kind of row as an Excel style. Cells that look alike get the very same object: exceljs knows again what it has seen and
 * describes anything else to itself from the beginning.
 */
export function cellStyles(): StyleOf {
  return byLook(cellStyle);
}

/** Protection follows the binding, not the colour. */
function cellStyle(cell: Cell, kind: Row["kind"]): Partial<Style> {
  const state = styleOf(cell.state, cell.ground);
  const format = formatWithSymbol(cell.format, cell.state);
  const fill = state.fill ?? rowFill(kind);
  return {
    font: fontOf(cell, state, kind),
    alignment: alignmentOf(cell, kind),
    border: bordersOf(state, kind),
    protection: { locked: cell.binding === undefined },
    ...(format === undefined ? {} : { numFmt: format }),
    ...(fill === null ? {} : { fill: solid(fill) }),
  };
}

function rowFill(kind: Row["kind"]): string | null {
  if (kind === "header") return HEADER_FILL;
  return kind === "section" ? SECTION_FILL : null;
}

function fontOf(cell: Cell, state: StateStyle, kind: Row["kind"]): Partial<Font> {
  return {
    name: FONT,
    size: kind === "title" ? 16 : 11,
    bold: cell.bold === true,
    ...(state.font === null ? {} : { color: { argb: `FF${state.font}` } }),
    ...(cell.link === undefined ? {} : { underline: true }),
  };
}

function alignmentOf(cell: Cell, kind: Row["kind"]): Partial<Alignment> {
  return {
    vertical: "middle",
    // A line above or below a narrow table is as high as its words need: see rowHeight.
    wrapText: kind !== "title",
    ...(cell.align === undefined ? {} : { horizontal: cell.align }),
  };
}

function bordersOf(state: StateStyle, kind: Row["kind"]): Partial<Borders> {
  if (kind === "title" || kind === "info" || state.border === "none") return {};
  const border: Border =
    state.border === "thin"
      ? { style: "thin", color: { argb: `FF${LINE}` } }
      : { style: excelLine(state.border), color: { argb: `FF${state.line ?? MARK}` } };
  return { top: border, left: border, bottom: border, right: border };
}

function excelLine(border: Exclude<StateStyle["border"], "none" | "thin">): Border["style"] {
  return border === "medium" ? "hair" : border;
}

function solid(fill: string): Fill {
  return { type: "pattern", pattern: "solid", fgColor: { argb: `FF${fill}` } };
}
