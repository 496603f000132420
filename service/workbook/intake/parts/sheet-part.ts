import type { ReadCell } from "#core/sheet/reading.ts";
import { damaged, tooBig } from "../intake-fault.ts";
import { scanXml } from "../scan-xml.ts";
import { hideMerged, parseMerge, type MergedRange } from "./merged-cells.ts";
import type { Archive, Part } from "./package-parts.ts";
import type { CellContext } from "./raw-cell.ts";
import { SheetCells } from "./sheet-cells.ts";

/** Cells by physical row and column, 0-based; only those that show something. */
export type SparseRows = ReadonlyMap<number, ReadonlyMap<number, ReadCell>>;

/** Reads rows, cells and merges of one sheet in one pass; validations, links, drawings and formats are not looked at. */
export function readSheetPart(
  archive: Archive,
  sheet: { readonly name: string; readonly part: Part },
  context: CellContext,
): SparseRows {
  const { limits } = archive;
  const cells = new SheetCells(sheet.name, context);
  const merges: MergedRange[] = [];
  let block = "";
  const open = (name: string, attributes: Readonly<Record<string, string>>, depth: number) => {
    if (depth === 1 && name !== "worksheet") throw damaged("missing-part", sheet.part.name);
    if (depth === 2) block = name;
    else if (block === "sheetData") cells.open(name, attributes, depth);
    else if (block === "mergeCells" && name === "mergeCell")
      merges.push(parseMerge(attributes["ref"] ?? "", sheet.name));
    if (merges.length > limits.merges) throw tooBig("merges", merges.length, limits.merges);
  };
  const close = (name: string, depth: number) => {
    if (block === "sheetData") cells.close(name, depth);
    if (depth === 2) block = "";
  };
  const text = (piece: string) => {
    if (block === "sheetData") cells.text(piece);
  };
  scanXml(sheet.part, { open, close, text }, limits);
  hideMerged(cells.rows, merges, sheet.name);
  checkReach(cells.rows, archive);
  return cells.rows;
}

/** A cell far out (somebody pressed Ctrl+Down and typed) would make the grid before it a gigabyte of nothing. */
function checkReach(rows: SparseRows, { limits }: Archive): void {
  for (const [row, cells] of rows) {
    if (cells.size === 0) continue;
    if (row >= limits.rows) throw tooBig("rows", row + 1, limits.rows);
    for (const column of cells.keys())
      if (column >= limits.columns) throw tooBig("columns", column + 1, limits.columns);
  }
}
