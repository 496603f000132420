import type { BaseSnapshot, SnapshotCell, SnapshotSheet } from "./base-snapshot.ts";
import type { SnapshotCodec } from "./snapshot-codec.ts";
import { textChecksum } from "./text-checksum.ts";

/** Name of the very-hidden sheet; its column A holds the chunks from A1 down. */
export const META_SHEET = "_taizhang";
export const META_PREFIX = "taizhang-base:1:";
/** A cell holds at most 32,767 characters. */
export const LONGEST_CHUNK = 30_000;

/**
 * Text of the very-hidden sheet, in chunks: prefix, checksum of the lines, then the deflated lines.
 * Line by line (one JSON array each), so that a hostile snapshot is refused at its first wrong line.
 */
export function encodeSnapshot(snapshot: BaseSnapshot, codec: SnapshotCodec): readonly string[] {
  const lines = snapshotLines(snapshot).join("\n");
  const text = `${META_PREFIX}${textChecksum(lines)}:${codec.deflate(lines)}`;
  const chunks: string[] = [];
  for (let at = 0; at < text.length; at += LONGEST_CHUNK) chunks.push(text.slice(at, at + LONGEST_CHUNK));
  return chunks;
}

function snapshotLines(snapshot: BaseSnapshot): readonly string[] {
  const { kind, service, subject, unit, year, definition, change, issuedAt, issuedTo } = snapshot.identity;
  const head = ["book", kind, service, subject, unit, year, definition, change, issuedAt, issuedTo];
  return [JSON.stringify(head), ...snapshot.sheets.flatMap(sheetLines)];
}

function sheetLines(sheet: SnapshotSheet): readonly string[] {
  const places = new Map(sheet.columns.map((column, index) => [column, index]));
  const identity = sheet.identityColumns.map((column) => places.get(column));
  const rows = sheet.rows.map((row) =>
    JSON.stringify(["row", row.key, ...row.cells.map((cell) => cellEntry(cell, row.key, places))]),
  );
  return [JSON.stringify(["sheet", sheet.key, sheet.name, sheet.columns, identity]), ...rows];
}

/**
 * [column, value], [column, null, formula] or [column, value, record, field, revision]; a record that is the row's key and a
 * field that is the column's are "": a roster would say each 40 times per person.
 */
function cellEntry(cell: SnapshotCell, row: string, places: ReadonlyMap<string, number>): readonly unknown[] {
  const column = places.get(cell.column);
  if (column === undefined) throw new Error(`snapshot cell in an unknown column: ${cell.column}`);
  if (cell.formula !== undefined) return [column, null, cell.formula];
  if (cell.record === undefined) return [column, cell.value];
  const record = cell.record === row ? "" : cell.record;
  const field = cell.field === cell.column ? "" : cell.field;
  return [column, cell.value, record, field, cell.revision];
}
