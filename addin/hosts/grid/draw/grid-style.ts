import {
  BooleanNumber,
  BorderStyleTypes,
  HorizontalAlign,
  VerticalAlign,
  WrapStrategy,
  type IBorderData,
  type IStyleData,
} from "@univerjs/core";
import { formatWithSymbol, styleOf, type StateStyle } from "#core/sheet/cell-state.ts";
import type { Cell, CellState } from "#core/sheet/cell.ts";
import type { Row } from "#core/sheet/sheet.ts";

/** The canvas takes the list as CSS does: the first font that the machine has. */
export const GRID_FONT = '"Microsoft YaHei", "PingFang SC", "Noto Sans SC", "Noto Sans CJK SC", sans-serif';

const BORDERS: Readonly<Record<StateStyle["border"], BorderStyleTypes>> = {
  none: BorderStyleTypes.NONE,
  thin: BorderStyleTypes.THIN,
  dashed: BorderStyleTypes.DASHED,
  medium: BorderStyleTypes.THIN,
  double: BorderStyleTypes.DOUBLE,
};
const ALIGN = { left: HorizontalAlign.LEFT, center: HorizontalAlign.CENTER, right: HorizontalAlign.RIGHT };
const GRID_LINE = "#C9CED6";
/** Input cells stand out by their frame, too, but a page full of them must stay calm. */
const INPUT_LINE = "#DDB65A";
const BOLD = BooleanNumber.TRUE;
const NO_CELL: Cell = { value: null, state: "text" };

const PLAIN: IStyleData = {
  ff: GRID_FONT,
  fs: 10.5,
  vt: VerticalAlign.MIDDLE,
  tb: WrapStrategy.WRAP,
  pd: { l: 4, r: 4, t: 2, b: 2 },
};

const ROW_STYLE: Readonly<Record<Row["kind"], IStyleData>> = {
  title: { fs: 16, bl: BOLD },
  info: { fs: 10 },
  header: { fs: 10, bl: BOLD, bg: { rgb: "#DFE7F2" }, cl: { rgb: "#1F2937" } },
  section: { fs: 11, bl: BOLD, bg: { rgb: "#F0F4FA" }, cl: { rgb: "#1E3A5F" } },
  data: {},
  total: { bl: BOLD },
  legend: { fs: 9 },
};

/** How a cell looks: the row's kind below, the state above it, the cell's own wishes on top. */
export function gridStyle(
  cell: Cell | undefined,
  kind: Row["kind"],
  { state, ground }: Pick<Cell, "state" | "ground"> = cell ?? NO_CELL,
): IStyleData {
  return {
    ...PLAIN,
    ...ROW_STYLE[kind],
    ...stateStyle(styleOf(state, ground), kind),
    ...(cell ? ownStyle(cell) : {}),
    ...numberFormat(cell, state),
  };
}

function stateStyle(look: StateStyle, kind: Row["kind"]): IStyleData {
  const isFramed = kind !== "title" && kind !== "info" && (kind !== "legend" || look.line !== null);
  return {
    ...(look.fill === null ? {} : { bg: { rgb: `#${look.fill}` } }),
    ...(look.font === null ? {} : { cl: { rgb: `#${look.font}` } }),
    ...(isFramed ? { bd: borders(look) } : {}),
  };
}

function ownStyle(cell: Cell): IStyleData {
  return {
    ...(cell.bold === true ? { bl: BOLD } : {}),
    ...(cell.align === undefined ? {} : { ht: ALIGN[cell.align] }),
    ...(cell.link === undefined ? {} : { ul: { s: BooleanNumber.TRUE }, cl: { rgb: "#0F548C" } }),
  };
}

function numberFormat(cell: Cell | undefined, state: CellState): IStyleData {
  const pattern = formatWithSymbol(cell?.format, state);
  return pattern === undefined ? {} : { n: { pattern } };
}

/** Thin lines everywhere; a state that asks for more gets it in its own colour, so that it shows without the fill as well. */
function borders(look: StateStyle): IBorderData {
  const line = { s: BORDERS[look.border], cl: { rgb: borderColour(look) } };
  return { t: line, r: line, b: line, l: line };
}

function borderColour(look: StateStyle): string {
  if (look.line !== null) return `#${look.line}`;
  if (look.border === "medium") return INPUT_LINE;
  return look.border === "thin" || look.border === "none" ? GRID_LINE : `#${look.font ?? "1F2937"}`;
}
