import { styleOf, type StateStyle } from "#core/sheet/cell-state.ts";
import type { Cell, CellState } from "#core/sheet/cell.ts";
import type { Row } from "#core/sheet/sheet.ts";
import type { CellBorder, CellLook } from "../plan.ts";

/** A font that every office machine has. */
export const DESK_FONT = "宋体";
const HEADER_FILL = "#D9E2EF";
const SECTION_FILL = "#EDF2F8";
const LINE = "#B8C0CC";
const MARK = "#6B7280";

/** Kind of row below, state above it, the cell's own wishes on top; the same as in the .xlsx file (W1). */
export function lookOf(cell: Cell, kind: Row["kind"]): CellLook {
  const style = styleOf(cell.state, cell.ground);
  const fill = style.fill === null ? rowFill(kind) : `#${style.fill}`;
  return {
    fill,
    color: style.font === null ? null : `#${style.font}`,
    size: kind === "title" ? 16 : 11,
    bold: cell.bold === true,
    underline: cell.link !== undefined,
    align: cell.align ?? null,
    wrap: kind !== "title" && kind !== "info",
    border: kind === "title" || kind === "info" ? null : borderOf(style),
  };
}

/** What a mark changes of a look; the rest stays as it stands. */
export function stateLook(state: CellState, ground?: CellState): Pick<CellLook, "fill" | "color" | "border"> {
  const style = styleOf(state, ground);
  return {
    fill: style.fill === null ? null : `#${style.fill}`,
    color: style.font === null ? null : `#${style.font}`,
    border: borderOf(style),
  };
}

/** Has it lines in a colour of their own? */
export function isFramed({ border }: CellLook): boolean {
  return border !== null && border.color !== LINE && border.color !== MARK;
}

function rowFill(kind: Row["kind"]): string | null {
  if (kind === "header") return HEADER_FILL;
  return kind === "section" ? SECTION_FILL : null;
}

function borderOf({ border, line }: StateStyle): CellBorder | null {
  if (border === "none") return null;
  if (border === "thin") return { style: "thin", color: LINE };
  return { style: border === "medium" ? "hair" : border, color: line === null ? MARK : `#${line}` };
}
