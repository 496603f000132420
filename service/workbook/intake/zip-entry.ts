import { crc32, createInflateRaw, inflateRawSync, type ZlibOptions } from "node:zlib";
import { damaged, IntakeFault, tooBig } from "./intake-fault.ts";
import type { IntakeLimits } from "./intake-limits.ts";

/** One file inside the zip, as directory and local header agree on it. */
export interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly crc: number;
  readonly compressed: number;
  readonly size: number;
  readonly headerAt: number;
  readonly dataAt: number;
  /** Its record in the directory. */
  readonly recordAt: number;
}

const CENTRAL_SIGNATURE = 0x02014b50;
const CENTRAL_BYTES = 46;
const LOCAL_SIGNATURE = 0x04034b50;
const LOCAL_BYTES = 30;
const ENCRYPTED_FLAG = 0x1;
const UTF8_FLAG = 0x800;
const LATER_SIZES_FLAG = 0x8;
const IN_EXTRA_FIELD = 0xffffffff;
const STORED = 0;
const DEFLATED = 8;
/** Big enough to keep the reader busy, small enough to hold several. */
const PIECE = 262_144;

/** @returns the entry at that place of the directory, and where the next one begins. */
export function readCentralEntry(
  bytes: Buffer,
  at: number,
  end: number,
): { readonly entry: ZipEntry; readonly next: number } {
  if (at + CENTRAL_BYTES > end || bytes.readUInt32LE(at) !== CENTRAL_SIGNATURE)
    throw damaged("zip-directory", "central directory");
  const nameBytes = bytes.readUInt16LE(at + 28);
  const extraBytes = bytes.readUInt16LE(at + 30);
  const next = at + CENTRAL_BYTES + nameBytes + extraBytes + bytes.readUInt16LE(at + 32);
  if (next > end) throw damaged("zip-directory", "central directory");
  const nameAt = at + CENTRAL_BYTES;
  const rawName = bytes.subarray(nameAt, nameAt + nameBytes);
  const flags = bytes.readUInt16LE(at + 8);
  const name = rawName.toString((flags & UTF8_FLAG) === 0 ? "latin1" : "utf8");
  if ((flags & ENCRYPTED_FLAG) !== 0) throw new IntakeFault({ code: "workbook-encrypted" });
  const sizes = realSizes(bytes, at, bytes.subarray(nameAt + nameBytes, nameAt + nameBytes + extraBytes));
  const facts = { method: bytes.readUInt16LE(at + 10), crc: bytes.readUInt32LE(at + 16), recordAt: at };
  const central = { name, ...facts, ...sizes };
  return { entry: { ...central, dataAt: checkLocalHeader(bytes, central, { rawName, flags }) }, next };
}

type Sizes = Pick<ZipEntry, "size" | "compressed" | "headerAt">;

/** Java writers put sizes into the 64-bit extra field even for small files. */
function realSizes(bytes: Buffer, at: number, extra: Buffer): Sizes {
  const plain = [bytes.readUInt32LE(at + 24), bytes.readUInt32LE(at + 20), bytes.readUInt32LE(at + 42)];
  const wide = wideValues(extra);
  const [size = 0, compressed = 0, headerAt = 0] = plain.map((value) =>
    value === IN_EXTRA_FIELD ? (wide.shift() ?? value) : value,
  );
  return { size, compressed, headerAt };
}

function wideValues(extra: Buffer): number[] {
  const values: number[] = [];
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== 1) continue;
    const end = Math.min(extra.length, at + 4 + extra.readUInt16LE(at + 2));
    for (let value = at + 4; value + 8 <= end; value += 8) values.push(Number(extra.readBigUInt64LE(value)));
  }
  return values;
}

interface HeaderFacts {
  readonly rawName: Buffer;
  readonly flags: number;
}

/** A second set of facts stands before the data; readers that trust only one of the two see different files. @returns where the data begins */
function checkLocalHeader(bytes: Buffer, central: Omit<ZipEntry, "dataAt">, { rawName, flags }: HeaderFacts): number {
  const at = central.headerAt;
  if (at + LOCAL_BYTES > bytes.length || bytes.readUInt32LE(at) !== LOCAL_SIGNATURE)
    throw damaged("zip-directory", central.name);
  const nameBytes = bytes.readUInt16LE(at + 26);
  const dataAt = at + LOCAL_BYTES + nameBytes + bytes.readUInt16LE(at + 28);
  const sameName = bytes.subarray(at + LOCAL_BYTES, at + LOCAL_BYTES + nameBytes).equals(rawName);
  if (!sameName || bytes.readUInt16LE(at + 8) !== central.method) throw damaged("zip-directory", central.name);
  if (dataAt + central.compressed > bytes.length) throw damaged("zip-directory", central.name);
  if ((flags & LATER_SIZES_FLAG) === 0) checkLocalSizes(bytes, at, central);
  return dataAt;
}

function checkLocalSizes(bytes: Buffer, at: number, central: Omit<ZipEntry, "dataAt">): void {
  const differs = (local: number, declared: number) => local !== declared && local !== IN_EXTRA_FIELD;
  const sizes =
    differs(bytes.readUInt32LE(at + 18), central.compressed) || differs(bytes.readUInt32LE(at + 22), central.size);
  if (sizes || bytes.readUInt32LE(at + 14) !== central.crc) throw damaged("zip-directory", central.name);
}

/** Inflates one part: never beyond what was declared, and what comes out must have that size and checksum. */
export function inflateEntry(bytes: Buffer, entry: ZipEntry, limits: IntakeLimits): Buffer {
  if (entry.size > limits.partBytes) throw tooBig("part", entry.size, limits.partBytes);
  const content = entry.method === DEFLATED ? inflated(packedBytes(bytes, entry), entry) : stored(bytes, entry);
  if (content.length !== entry.size) throw damaged("size", entry.name);
  if (crc32(content) !== entry.crc) throw damaged("checksum", entry.name);
  return content;
}

/** As {@link inflateEntry}, in pieces, for parts that are too big to be held. @throws IntakeFault at the end as much as on the way */
export async function* inflatePieces(bytes: Buffer, entry: ZipEntry, limits: IntakeLimits): AsyncGenerator<Buffer> {
  if (entry.size > limits.sheetBytes) throw tooBig("part", entry.size, limits.sheetBytes);
  let [size, checksum] = [0, 0];
  for await (const piece of piecesOf(bytes, entry)) {
    size += piece.length;
    if (size > entry.size) throw damaged("size", entry.name);
    checksum = crc32(piece, checksum);
    yield piece;
  }
  if (size !== entry.size) throw damaged("size", entry.name);
  if (checksum !== entry.crc) throw damaged("checksum", entry.name);
}

async function* piecesOf(bytes: Buffer, entry: ZipEntry): AsyncGenerator<Buffer> {
  if (entry.method !== DEFLATED) {
    const content = stored(bytes, entry);
    for (let at = 0; at < content.length; at += PIECE) yield content.subarray(at, at + PIECE);
    return;
  }
  // Inflates ahead on another thread while the piece before is read.
  const inflate = createInflateRaw({ chunkSize: PIECE, readableHighWaterMark: 2 * PIECE } as ZlibOptions);
  inflate.end(packedBytes(bytes, entry));
  try {
    for await (const piece of inflate) yield piece as Buffer;
  } catch (error) {
    if (error instanceof IntakeFault || !(error instanceof Error)) throw error;
    throw damaged("zip-entry", entry.name);
  }
  if (inflate.bytesWritten !== entry.compressed) throw damaged("zip-entry", entry.name);
}

/** As they stand in the file. */
export function packedBytes(bytes: Buffer, entry: ZipEntry): Buffer {
  return bytes.subarray(entry.dataAt, entry.dataAt + entry.compressed);
}

function stored(bytes: Buffer, entry: ZipEntry): Buffer {
  if (entry.method !== STORED) throw damaged("zip-entry", entry.name);
  return packedBytes(bytes, entry);
}

function inflated(data: Buffer, entry: ZipEntry): Buffer {
  try {
    return inflateRawSync(data, { maxOutputLength: Math.max(1, entry.size) });
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const tooMuch = "code" in error && error.code === "ERR_BUFFER_TOO_LARGE";
    throw damaged(tooMuch ? "size" : "zip-entry", entry.name);
  }
}
