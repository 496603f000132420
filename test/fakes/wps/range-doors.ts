import { type CellStyle, type Edge, EDGES } from "../workbook/cell-model.ts";
import { isWholeColumns, isWholeRows, type Rect } from "../workbook/rect.ts";
import type { SheetModel } from "../workbook/sheet-model.ts";
import type { Desk } from "./desk.ts";
import { edgesOf, type StyleDoor } from "./fake-cell-parts.ts";
import type { RuleDoor } from "./fake-validation.ts";
import { BORDER_INDEXES, INSIDE } from "./wps-numbers.ts";

export function styleDoor(desk: Desk, sheet: SheetModel, areas: readonly Rect[]): StyleDoor {
  return {
    shared: (of) => {
      const found = [...eachCell(sheet, areas)].map(({ cell }) => of(cell.style));
      return found.every((one) => one === found[0]) ? (found[0] ?? null) : null;
    },
    change: (change) => {
      desk.guard(sheet, "format", areas);
      const known = new SharedStyles((style) => ({ ...style, ...change(style) }));
      for (const area of areas) desk.workbook.format(sheet, area, ({ style }) => ({ style: known.of(style) }));
    },
    changeEdges: (index, change) => {
      desk.guard(sheet, "format", areas);
      const known = new SharedStyles((style, edges) => {
        const lines = EDGES.flatMap((edge) => {
          const line = edges.includes(edge) ? change(style.borders[edge]) : style.borders[edge];
          return line ? [[edge, line] as const] : [];
        });
        return { ...style, borders: Object.fromEntries(lines) };
      });
      for (const area of areas) {
        desk.workbook.format(sheet, area, ({ style }, row, column) => {
          const edges = edgesOf(index).filter((edge) => liesOn(index, edge, { area, row, column }));
          return { style: known.of(style, edges) };
        });
      }
    },
  };
}

/** Cells that looked alike look alike afterwards, and share it. */
class SharedStyles {
  readonly #change: (style: CellStyle, edges: readonly Edge[]) => CellStyle;
  readonly #known = new Map<CellStyle, Map<string, CellStyle>>();
  constructor(change: (style: CellStyle, edges: readonly Edge[]) => CellStyle) {
    this.#change = change;
  }
  of(style: CellStyle, edges: readonly Edge[] = []): CellStyle {
    const sides = this.#known.get(style) ?? new Map<string, CellStyle>();
    const name = edges.join();
    const found = sides.get(name) ?? this.#change(style, edges);
    sides.set(name, found);
    this.#known.set(style, sides);
    return found;
  }
}

/** Outer lines touch the cells at the range's end only, inner ones those between. */
function liesOn(
  index: number | "all",
  edge: Edge,
  { area, row, column }: { readonly area: Rect; readonly row: number; readonly column: number },
): boolean {
  const isOuter = {
    top: row === area.top,
    bottom: row === area.bottom,
    left: column === area.left,
    right: column === area.right,
  };
  if (index === "all") return true;
  if (index === INSIDE.columns || index === INSIDE.rows) return !isOuter[edge];
  return BORDER_INDEXES[edge] === index && isOuter[edge];
}

export function ruleDoor(desk: Desk, sheet: SheetModel, areas: readonly Rect[]): RuleDoor {
  return {
    any: (has) => {
      for (const { cell } of eachCell(sheet, areas)) if (has(cell.validation)) return true;
      return false;
    },
    first: () => {
      const area = areas[0];
      return area && sheet.stored(area.top, area.left).validation;
    },
    change: (change) => {
      desk.guard(sheet, "validation", areas);
      for (const area of areas)
        desk.workbook.format(sheet, area, ({ validation }) => ({ validation: change(validation) }));
    },
  };
}

function* eachCell(sheet: SheetModel, areas: readonly Rect[]) {
  for (const area of areas) {
    const bottom = isWholeColumns(area) ? Math.max(area.top, sheet.rowCount) : area.bottom;
    const right = isWholeRows(area) ? Math.max(area.left, sheet.columnCount) : area.right;
    for (let row = area.top; row <= bottom; row += 1) {
      for (let column = area.left; column <= right; column += 1) yield { cell: sheet.stored(row, column) };
    }
  }
}
