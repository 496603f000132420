import { crc32, deflateRawSync } from "node:zlib";

/** One entry of a zip and the lies it may tell. */
export interface ZipPart {
  readonly name: string;
  readonly content: Buffer | string;
  readonly stored?: boolean;
  readonly crc?: number;
  /** Declared size, in directory and local header. */
  readonly size?: number;
  readonly flags?: number;
  readonly method?: number;
  /** Name in the local header, where it shall differ. */
  readonly localName?: string;
  /** Points to the data of an earlier entry instead of having its own. */
  readonly sharesDataOf?: number;
  /** Sizes and checksum follow the data, as writers that stream do it. */
  readonly descriptor?: boolean;
}

export interface ZipLies {
  readonly count?: number;
  /** Places and sizes in 64 bits, as some writers do even for small files. */
  readonly wide?: boolean;
}

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const WIDE_END = 0x06064b50;
const WIDE_LOCATOR = 0x07064b50;
const DESCRIPTOR = 0x08074b50;

/** Writes a zip byte by byte, so that tests can write those that no packer would. */
export function aZip(parts: readonly ZipPart[], lies: ZipLies = {}): Buffer {
  const blocks: Buffer[] = [];
  const directory: Buffer[] = [];
  const starts: number[] = [];
  let at = 0;
  for (const part of parts) {
    const raw = Buffer.from(part.content);
    const data = part.stored === true ? raw : deflateRawSync(raw);
    const facts = factsOf(part, { raw, data });
    const start = part.sharesDataOf === undefined ? at : (starts[part.sharesDataOf] ?? 0);
    starts.push(start);
    directory.push(centralHeader(part, facts, start));
    if (part.sharesDataOf !== undefined) continue;
    const block = Buffer.concat([localHeader(part, facts), data, descriptorOf(part, facts)]);
    blocks.push(block);
    at += block.length;
  }
  const central = Buffer.concat(directory);
  const end = { count: lies.count ?? parts.length, size: central.length, from: at };
  return Buffer.concat([...blocks, central, ...(lies.wide === true ? wideEnd(end) : [endRecord(end)])]);
}

interface Facts {
  readonly method: number;
  readonly crc: number;
  readonly compressed: number;
  readonly size: number;
}

function factsOf(part: ZipPart, { raw, data }: { readonly raw: Buffer; readonly data: Buffer }): Facts {
  return {
    method: part.method ?? (part.stored === true ? 0 : 8),
    crc: part.crc ?? crc32(raw),
    compressed: data.length,
    size: part.size ?? raw.length,
  };
}

function descriptorOf(part: ZipPart, { crc, compressed, size }: Facts): Buffer {
  return part.descriptor === true
    ? Buffer.concat([word(DESCRIPTOR), word(crc), word(compressed), word(size)])
    : Buffer.alloc(0);
}

function commonFields(part: ZipPart, facts: Facts, nameBytes: number): Buffer {
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(20, 0);
  fields.writeUInt16LE(part.flags ?? (part.descriptor === true ? 0x808 : 0x800), 2);
  fields.writeUInt16LE(facts.method, 4);
  fields.writeUInt32LE(0x5a210000, 6);
  fields.writeUInt32LE(facts.crc, 10);
  fields.writeUInt32LE(facts.compressed, 14);
  fields.writeUInt32LE(facts.size, 18);
  fields.writeUInt16LE(nameBytes, 22);
  return fields;
}

function localHeader(part: ZipPart, facts: Facts): Buffer {
  const name = Buffer.from(part.localName ?? part.name);
  const later = part.descriptor === true ? { ...facts, crc: 0, compressed: 0, size: 0 } : facts;
  return Buffer.concat([word(LOCAL), commonFields(part, later, name.length), name]);
}

function centralHeader(part: ZipPart, facts: Facts, start: number): Buffer {
  const name = Buffer.from(part.name);
  const rest = Buffer.alloc(14);
  rest.writeUInt32LE(start, 10);
  return Buffer.concat([word(CENTRAL), Buffer.from([20, 0]), commonFields(part, facts, name.length), rest, name]);
}

interface End {
  readonly count: number;
  readonly size: number;
  readonly from: number;
}

function endRecord({ count, size, from }: End): Buffer {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(END, 0);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(from, 16);
  return end;
}

/** The 64-bit end record, where it is, and an ordinary one that says "look there". */
function wideEnd({ count, size, from }: End): readonly Buffer[] {
  const end = Buffer.alloc(56);
  end.writeUInt32LE(WIDE_END, 0);
  end.writeBigUInt64LE(44n, 4);
  end.writeUInt16LE(45, 12);
  end.writeUInt16LE(45, 14);
  end.writeBigUInt64LE(BigInt(count), 24);
  end.writeBigUInt64LE(BigInt(count), 32);
  end.writeBigUInt64LE(BigInt(size), 40);
  end.writeBigUInt64LE(BigInt(from), 48);
  const locator = Buffer.alloc(20);
  locator.writeUInt32LE(WIDE_LOCATOR, 0);
  locator.writeBigUInt64LE(BigInt(from + size), 8);
  locator.writeUInt32LE(1, 16);
  return [end, locator, endRecord({ count: 0xffff, size: 0xffffffff, from: 0xffffffff })];
}

function word(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
