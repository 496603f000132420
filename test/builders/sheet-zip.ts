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
}

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;

/** Writes a zip byte by byte, so that tests can write those that no packer would. */
export function aZip(parts: readonly ZipPart[], lies: { readonly count?: number } = {}): Buffer {
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
    const block = Buffer.concat([localHeader(part, facts), data]);
    blocks.push(block);
    at += block.length;
  }
  const central = Buffer.concat(directory);
  return Buffer.concat([...blocks, central, endRecord(lies.count ?? parts.length, central.length, at)]);
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

function commonFields(part: ZipPart, facts: Facts, nameBytes: number): Buffer {
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(20, 0);
  fields.writeUInt16LE(part.flags ?? 0x800, 2);
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
  return Buffer.concat([word(LOCAL), commonFields(part, facts, name.length), name]);
}

function centralHeader(part: ZipPart, facts: Facts, start: number): Buffer {
  const name = Buffer.from(part.name);
  const rest = Buffer.alloc(14);
  rest.writeUInt32LE(start, 10);
  return Buffer.concat([word(CENTRAL), Buffer.from([20, 0]), commonFields(part, facts, name.length), rest, name]);
}

function endRecord(count: number, size: number, from: number): Buffer {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(END, 0);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(from, 16);
  return end;
}

function word(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
