import type { SeenCell, SeenFlag, SeenRow } from "#core/intake/seen-workbook.ts";
import type { CellValue } from "#core/sheet/cell.ts";

/** Rows on their way out of the child: a plain value is itself, null a cell that shows nothing. */
export type PackedRow = readonly [row: number, cells: readonly PackedCell[]];
type PackedCell =
  CellValue | readonly [value: CellValue, formula: string | null, shown?: string | null, flag?: SeenFlag];

const EMPTY: SeenCell = { value: null };

/** Collects cells in order and gives them away as rows; the row it stands in stays until another one begins. */
export class RowPacker {
  #rows: [number, PackedCell[]][] = [];
  #current: [number, PackedCell[]] | undefined;
  cells = 0;

  readonly add = (row: number, column: number, cell: SeenCell): void => {
    if (this.#current?.[0] !== row) {
      if (this.#current) this.#rows.push(this.#current);
      this.#current = [row, []];
    }
    const cells = this.#current[1];
    while (cells.length < column) cells.push(null);
    cells.push(packed(cell));
    this.cells += 1;
  };

  /** Whole rows so far. */
  take(): readonly PackedRow[] {
    const rows = this.#rows;
    this.#rows = [];
    this.cells = 0;
    return rows;
  }

  takeLast(): readonly PackedRow[] {
    if (this.#current) this.#rows.push(this.#current);
    this.#current = undefined;
    return this.take();
  }
}

function packed({ value, formula, shown, flag }: SeenCell): PackedCell {
  if (flag !== undefined) return [value, formula ?? null, shown ?? null, flag];
  if (shown !== undefined) return [value, formula ?? null, shown];
  return formula === undefined ? value : [value, formula];
}

export function unpackRows(rows: readonly PackedRow[]): readonly SeenRow[] {
  return rows.map(([row, cells]) => ({ row, cells: cells.map(unpacked) }));
}

function unpacked(cell: PackedCell): SeenCell {
  if (cell === null) return EMPTY;
  if (typeof cell !== "object") return { value: cell };
  const [value, formula, shown = null, flag] = cell;
  return {
    value,
    ...(formula === null ? {} : { formula }),
    ...(shown === null ? {} : { shown }),
    ...(flag === undefined ? {} : { flag }),
  };
}
