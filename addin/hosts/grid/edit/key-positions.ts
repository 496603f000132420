import type { Worksheet } from "@univerjs/core";

/** Where rows and columns stand now, by the keys they carry (W2). Layout keys ("#...") are among them. */
export interface KeyPositions {
  readonly rows: ReadonlyMap<string, number>;
  readonly columns: ReadonlyMap<string, number>;
}

export function keyPositions(worksheet: Worksheet): KeyPositions {
  const matrix = worksheet.getCellMatrix();
  const { endRow, endColumn } = matrix.getDataRange();
  const rows = new Map<string, number>();
  const columns = new Map<string, number>();
  for (let row = 1; row <= endRow; row += 1) remember(rows, matrix.getValue(row, 0)?.v, row);
  for (let column = 1; column <= endColumn; column += 1) remember(columns, matrix.getValue(0, column)?.v, column);
  return { rows, columns };
}

/** The first of two equal keys counts; the diff tells about the second one. */
function remember(places: Map<string, number>, key: unknown, at: number): void {
  if (typeof key === "string" && key !== "" && !places.has(key)) places.set(key, at);
}
