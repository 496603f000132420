import type { SnapshotCodec } from "#core/sheet/snapshot/snapshot-codec.ts";
import { equalAreas } from "../cells/equal-areas.ts";
import { keptChunks, parseKept } from "./kept-text.ts";
import { NOTHING, type Painted } from "../plan.ts";
import type { BookFrame, SheetFrame, StandingSheet } from "./standing-sheet.ts";

const FRAME_PREFIX = "taizhang-frame:1:";
const BEFORE_PREFIX = "taizhang-before:1:";

/** What a draw replaced, whole: kept in the very-hidden sheet BEFORE_SHEET until it is put back or replaced itself. */
export interface BeforeImage {
  readonly meta: string;
  readonly names: BookFrame["names"];
  readonly sheets: readonly StandingSheet[];
}

export const BEFORE_SHEET = "_taizhang_before";

/** How the drawn book looks, for column B beside the base snapshot: with it a refresh paints and puts back exactly. */
export function encodeFrame(frame: BookFrame, codec: SnapshotCodec): readonly string[] {
  const sheets = frame.sheets.map(packFrame);
  return keptChunks(JSON.stringify({ names: frame.names, sheets }), FRAME_PREFIX, codec);
}

export function parseFrame(text: string | null, codec: SnapshotCodec): BookFrame | null {
  const kept = parseKept(text, FRAME_PREFIX, codec) as { names: BookFrame["names"]; sheets: PackedFrame[] } | undefined;
  return kept ? { names: kept.names, sheets: kept.sheets.map(unpackFrame) } : null;
}

export function encodeBefore(before: BeforeImage, codec: SnapshotCodec): readonly string[] {
  const sheets = before.sheets.map(({ frame, ...sheet }) => ({ ...sheet, frame: frame && packFrame(frame) }));
  return keptChunks(JSON.stringify({ ...before, sheets }), BEFORE_PREFIX, codec);
}

export function parseBefore(text: string | null, codec: SnapshotCodec): BeforeImage | null {
  const kept = parseKept(text, BEFORE_PREFIX, codec) as PackedBefore | undefined;
  if (!kept) return null;
  return {
    ...kept,
    sheets: kept.sheets.map(({ frame, ...sheet }) => ({ ...sheet, frame: frame && unpackFrame(frame) })),
  };
}

interface PackedBefore extends Omit<BeforeImage, "sheets"> {
  readonly sheets: readonly (Omit<StandingSheet, "frame"> & { readonly frame: PackedFrame | null })[];
}

/** [id, top, left, bottom, right] */
type PackedArea = readonly [number, number, number, number, number];

interface PackedPaint<T> {
  readonly table: readonly T[];
  readonly areas: readonly PackedArea[];
}

type Paints = Pick<SheetFrame, "formats" | "looks" | "rules" | "open">;
type PackedFrame = Omit<SheetFrame, keyof Paints> & {
  readonly [K in keyof Paints]: Paints[K] extends Painted<infer T> ? PackedPaint<T> : never;
};

function packFrame(frame: SheetFrame): PackedFrame {
  const places = { rows: frame.rowKeys.map((_key, at) => at), columns: frame.columnKeys.map((_key, at) => at) };
  const pack = <T>({ table, at }: Painted<T>): PackedPaint<T> => {
    const ids = equalAreas({ table: table.map((_thing, id) => id), at }, places);
    return {
      table,
      areas: ids.flatMap(({ what, areas }) =>
        areas.map(({ top, left, bottom, right }): PackedArea => [what, top, left, bottom, right]),
      ),
    };
  };
  return {
    ...frame,
    ...{ formats: pack(frame.formats), looks: pack(frame.looks), rules: pack(frame.rules), open: pack(frame.open) },
  };
}

function unpackFrame(frame: PackedFrame): SheetFrame {
  const [rows, columns] = [frame.rowKeys.length, frame.columnKeys.length];
  const unpack = <T>({ table, areas }: PackedPaint<T>): Painted<T> => {
    const at = Array.from({ length: rows }, () => Array.from({ length: columns }, () => NOTHING));
    for (const [id, top, left, bottom, right] of areas) {
      for (const row of at.slice(top, bottom + 1)) row.fill(id, left, right + 1);
    }
    return { table, at };
  };
  return {
    ...frame,
    ...{
      ...{ formats: unpack(frame.formats), looks: unpack(frame.looks) },
      ...{ rules: unpack(frame.rules), open: unpack(frame.open) },
    },
  };
}
