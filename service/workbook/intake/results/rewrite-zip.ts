import { crc32 } from "node:zlib";
import { packedBytes, type ZipEntry } from "../zip-entry.ts";
import type { ZipDirectory } from "../zip-directory.ts";

/** A part in its new form, already deflated. */
export interface PackedPart {
  readonly packed: readonly Buffer[];
  readonly size: number;
  readonly crc: number;
}

const RECORD_BYTES = 46;
const LOCAL_SIGNATURE = 0x04034b50;
const END_SIGNATURE = 0x06054b50;
const LATER_SIZES_FLAG = 0x8;
const DEFLATED = 8;

/** The same archive with some parts exchanged; all others keep their bytes, order and dates. */
export function rewriteZip(
  bytes: Buffer,
  directory: ZipDirectory,
  exchanged: ReadonlyMap<string, PackedPart>,
): readonly Buffer[] {
  const blocks: Buffer[] = [];
  const records: Buffer[] = [];
  let at = 0;
  for (const [name, entry] of directory) {
    const part = exchanged.get(name) ?? unchanged(bytes, entry);
    const compressed = part.packed.reduce((sum, piece) => sum + piece.length, 0);
    const record = recordOf(bytes, entry, { ...part, compressed, at, exchanged: exchanged.has(name) });
    const header = localHeader(record);
    blocks.push(header, ...part.packed);
    records.push(record);
    at += header.length + compressed;
  }
  const central = Buffer.concat(records);
  return [...blocks, central, endRecord(records.length, central.length, at)];
}

function unchanged(bytes: Buffer, entry: ZipEntry): PackedPart {
  return { packed: [packedBytes(bytes, entry)], size: entry.size, crc: entry.crc };
}

interface RecordFacts {
  readonly crc: number;
  readonly size: number;
  readonly compressed: number;
  readonly at: number;
  readonly exchanged: boolean;
}

/** The old directory record with new figures; extra fields, which repeat them in other forms, are left out. */
function recordOf(bytes: Buffer, { recordAt }: ZipEntry, facts: RecordFacts): Buffer {
  const nameBytes = bytes.readUInt16LE(recordAt + 28);
  const record = Buffer.from(bytes.subarray(recordAt, recordAt + RECORD_BYTES + nameBytes));
  record.writeUInt16LE(record.readUInt16LE(8) & ~LATER_SIZES_FLAG, 8);
  if (facts.exchanged) record.writeUInt16LE(DEFLATED, 10);
  record.writeUInt32LE(facts.crc, 16);
  record.writeUInt32LE(facts.compressed, 20);
  record.writeUInt32LE(facts.size, 24);
  record.writeUInt32LE(0, 30);
  record.writeUInt32LE(facts.at, 42);
  return record;
}

/** Says what the directory record says. */
function localHeader(record: Buffer): Buffer {
  const header = Buffer.alloc(30);
  header.writeUInt32LE(LOCAL_SIGNATURE, 0);
  record.copy(header, 4, 6, 30);
  return Buffer.concat([header, record.subarray(RECORD_BYTES)]);
}

function endRecord(count: number, size: number, from: number): Buffer {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(END_SIGNATURE, 0);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(from, 16);
  return end;
}

/** Adds up what a part becomes while it is written. */
export function measured(pieces: readonly Buffer[], before: { readonly size: number; readonly crc: number }) {
  let { size, crc } = before;
  for (const piece of pieces) {
    size += piece.length;
    crc = crc32(piece, crc);
  }
  return { size, crc };
}
