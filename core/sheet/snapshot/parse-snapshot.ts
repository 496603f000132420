import { ok, refuse, type Result } from "#core/kernel/result.ts";
import type { BaseSnapshot, SnapshotCell, SnapshotRow, SnapshotSheet } from "./base-snapshot.ts";
import type { CellValue } from "../cell.ts";
import { META_PREFIX } from "./encode-snapshot.ts";
import type { BookIdentity } from "../sheet-book.ts";
import type { SnapshotCodec } from "./snapshot-codec.ts";
import { textChecksum } from "./text-checksum.ts";

/** Why the text of the very-hidden sheet is no base snapshot. */
export type SnapshotRefusal =
  | { readonly code: "snapshot-missing" }
  | { readonly code: "snapshot-foreign" } // not ours, or of a later version
  | { readonly code: "snapshot-damaged" } // cannot be inflated, or its checksum does not fit
  | { readonly code: "snapshot-malformed"; readonly line: number };

/** A roster of 10,000 people with 40 columns takes some 12 million. */
const MOST_CHARACTERS = 32_000_000;
const LONGEST_LINE = 2_000_000;
const MOST_SHEETS = 50;
const MOST_ROWS = 100_000;
const MOST_COLUMNS = 500;
const LONGEST_TEXT = 32_767;
const KINDS: readonly string[] = [
  "ledger",
  "standing",
  "template",
  "fairness",
  "roster",
  "report",
  "report-list",
  "report-set",
  "opening",
] satisfies readonly BookIdentity["kind"][];

/** Judges text that may come from anybody's file: strict in shape, size and order; builds only arrays and known fields. */
export function parseSnapshot(meta: string | null, codec: SnapshotCodec): Result<BaseSnapshot, SnapshotRefusal> {
  if (meta === null || meta === "") return refuse({ code: "snapshot-missing" });
  if (!meta.startsWith(META_PREFIX)) return refuse({ code: "snapshot-foreign" });
  const end = meta.indexOf(":", META_PREFIX.length);
  if (end < 0) return refuse({ code: "snapshot-damaged" });
  const lines = codec.inflate(meta.slice(end + 1), MOST_CHARACTERS);
  if (lines === undefined || lines.length > MOST_CHARACTERS) return refuse({ code: "snapshot-damaged" });
  if (textChecksum(lines) !== meta.slice(META_PREFIX.length, end)) return refuse({ code: "snapshot-damaged" });
  return parseLines(lines);
}

interface SheetDraft {
  readonly sheet: Omit<SnapshotSheet, "rows">;
  readonly rows: SnapshotRow[];
  readonly keys: Set<string>;
}

/** Walks, never splits: a text of thirty million line ends must not become an array. */
function parseLines(lines: string): Result<BaseSnapshot, SnapshotRefusal> {
  let identity: BookIdentity | undefined;
  const drafts: SheetDraft[] = [];
  let number = 0;
  for (let from = 0; from <= lines.length; number += 1) {
    const end = lines.indexOf("\n", from);
    const to = end < 0 ? lines.length : end;
    const line = parseLine(lines.slice(from, to));
    if (number === 0) identity = parseIdentity(line);
    const good = number === 0 ? identity !== undefined : takeLine(line, drafts);
    if (!good) return refuse({ code: "snapshot-malformed", line: number + 1 });
    from = to + 1;
  }
  if (!identity) return refuse({ code: "snapshot-malformed", line: 1 });
  return ok({ format: 1, identity, sheets: drafts.map(({ sheet, rows }) => ({ ...sheet, rows })) });
}

function parseLine(line: string): readonly unknown[] {
  if (line.length > LONGEST_LINE) return [];
  try {
    const value: unknown = JSON.parse(line);
    return Array.isArray(value) ? value : [];
  } catch {
    return [];
  }
}

function parseIdentity(line: readonly unknown[]): BookIdentity | undefined {
  const [tag, kind, service, subject, unit, year, definition, change, issuedAt, issuedTo] = line;
  if (tag !== "book" || line.length !== 10 || !KINDS.includes(kind as string)) return undefined;
  if (!isCount(year) || !isCount(change)) return undefined;
  const texts = [service, subject, unit, definition, issuedAt, issuedTo];
  if (!texts.every((text) => isText(text, 500))) return undefined;
  const [a, b, c, d, e, f] = texts as [string, string, string, string, string, string];
  return {
    kind: kind as BookIdentity["kind"],
    service: a,
    subject: b,
    unit: c,
    year,
    definition: d,
    change,
    issuedAt: e,
    issuedTo: f,
  };
}

/** @returns false when the line is neither a sheet nor a row of the last sheet. */
function takeLine(line: readonly unknown[], drafts: SheetDraft[]): boolean {
  if (line[0] === "sheet") {
    const sheet = drafts.length < MOST_SHEETS ? parseSheet(line) : undefined;
    if (!sheet || drafts.some((draft) => draft.sheet.key === sheet.key)) return false;
    drafts.push({ sheet, rows: [], keys: new Set() });
    return true;
  }
  const draft = drafts.at(-1);
  const row = draft && draft.rows.length < MOST_ROWS ? parseRow(line, draft.sheet.columns) : undefined;
  if (!draft || !row || draft.keys.has(row.key)) return false;
  draft.keys.add(row.key);
  draft.rows.push(row);
  return true;
}

function parseSheet(line: readonly unknown[]): Omit<SnapshotSheet, "rows"> | undefined {
  const [, key, name, columns, identity] = line;
  if (line.length !== 5 || !isText(key, 100) || !isText(name, 100)) return undefined;
  if (!Array.isArray(columns) || columns.length > MOST_COLUMNS || !columns.every((column) => isText(column, 100)))
    return undefined;
  const names = columns as readonly string[];
  if (new Set(names).size !== names.length || !Array.isArray(identity)) return undefined;
  const identityColumns = identity.map((place: unknown) => (isCount(place) ? names[place] : undefined));
  return identityColumns.every((column) => column !== undefined)
    ? { key, name, columns: names, identityColumns }
    : undefined;
}

function parseRow(line: readonly unknown[], columns: readonly string[]): SnapshotRow | undefined {
  const [tag, key, ...entries] = line;
  if (tag !== "row" || !isText(key, 300) || key === "" || entries.length > columns.length) return undefined;
  const cells: SnapshotCell[] = [];
  let last = -1;
  for (const entry of entries) {
    const place: unknown = Array.isArray(entry) ? entry[0] : undefined;
    const cell =
      isCount(place) && place > last ? parseCell(entry as readonly unknown[], key, columns[place]) : undefined;
    if (!cell) return undefined;
    cells.push(cell);
    last = place as number;
  }
  return { key, cells };
}

function parseCell(entry: readonly unknown[], row: string, column: string | undefined): SnapshotCell | undefined {
  const [, value, third] = entry;
  if (column === undefined || !isCellValue(value)) return undefined;
  if (entry.length === 2) return { column, value };
  if (entry.length === 5) return parseBound(entry, row, { column, value });
  return entry.length === 3 && value === null && isText(third, 8192) ? { column, value, formula: third } : undefined;
}

/** "" stands for the row's key and for the column's. */
function parseBound(
  entry: readonly unknown[],
  row: string,
  cell: { readonly column: string; readonly value: CellValue },
): SnapshotCell | undefined {
  const [, , record, field, revision] = entry;
  if (!isText(record, 300) || !isText(field, 100) || !isCount(revision)) return undefined;
  return { ...cell, record: record === "" ? row : record, field: field === "" ? cell.column : field, revision };
}

function isText(value: unknown, longest: number): value is string {
  return typeof value === "string" && value.length <= longest;
}

function isCount(value: unknown): value is number {
  return typeof value === "number" && Number.isSafeInteger(value) && value >= 0;
}

function isCellValue(value: unknown): value is CellValue {
  return (
    value === null ||
    typeof value === "boolean" ||
    isText(value, LONGEST_TEXT) ||
    (typeof value === "number" && Number.isFinite(value))
  );
}
