import type { Readable } from "node:stream";

/** The POSIX ustar format, as much of it as a backup needs: plain files with short ASCII names. Any tar unpacks it. */
const BLOCK = 512;
const LARGEST_OCTAL = 8 ** 11;
const END = Buffer.alloc(2 * BLOCK);

export interface TarEntry {
  readonly name: string;
  readonly bytes: number;
}

export function tarHeader({ name, bytes }: TarEntry): Buffer {
  const header = Buffer.alloc(BLOCK);
  header.write(name, 0, 100, "latin1");
  header.write("0000600\0" + "0000000\0" + "0000000\0", 100, "latin1");
  writeSize(header, bytes);
  header.write("00000000000\0", 136, "latin1");
  header.write(" ".repeat(8) + "0", 148, "latin1");
  header.write("ustar\0" + "00", 257, "latin1");
  header.write(`${checksum(header).toString(8).padStart(6, "0")}\0 `, 148, "latin1");
  return header;
}

/** What fills the last block of an entry. */
export function tarPadding(bytes: number): Buffer {
  return Buffer.alloc((BLOCK - (bytes % BLOCK)) % BLOCK);
}

export const TAR_END = END;

export interface TarPart extends TarEntry {
  /** To be read to its end before the next part. */
  readonly content: AsyncIterable<Buffer>;
}

/** @throws DamagedTar when the file is no tar or ends too soon. */
export async function* readTar(file: Readable): AsyncGenerator<TarPart> {
  const input = new BlockInput(file);
  for (;;) {
    const header = await input.take(BLOCK);
    if (header.every((byte) => byte === 0)) return;
    const entry = parseHeader(header);
    yield { ...entry, content: input.stream(entry.bytes) };
    await input.take(tarPadding(entry.bytes).length);
  }
}

export class DamagedTar extends Error {}

/** Octal, or binary with the top bit set where eleven digits are too few. */
function writeSize(header: Buffer, bytes: number): void {
  if (bytes < LARGEST_OCTAL) header.write(`${bytes.toString(8).padStart(11, "0")}\0`, 124, "latin1");
  else {
    header[124] = 0x80;
    header.writeBigUInt64BE(BigInt(bytes), 128);
  }
}

function parseHeader(header: Buffer): TarEntry {
  const given = Number.parseInt(header.toString("latin1", 148, 154), 8);
  const blank = Buffer.from(header).fill(" ", 148, 156);
  if (checksum(blank) !== given) throw new DamagedTar("a header has the wrong checksum");
  const name = header.toString("latin1", 0, 100).replace(/\0.*$/s, "");
  const bytes =
    header[124] === 0x80
      ? Number(header.readBigUInt64BE(128))
      : Number.parseInt(header.toString("latin1", 124, 135), 8);
  if (!Number.isSafeInteger(bytes) || bytes < 0) throw new DamagedTar("a header has no size");
  return { name, bytes };
}

function checksum(header: Buffer): number {
  return header.reduce((sum, byte) => sum + byte, 0);
}

/** Cuts a stream into pieces of the sizes asked for. */
class BlockInput {
  readonly #chunks: AsyncIterator<Buffer>;
  #rest: Buffer = Buffer.alloc(0);

  constructor(file: Readable) {
    this.#chunks = file[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  }

  async take(bytes: number): Promise<Buffer> {
    const taken: Buffer[] = [];
    for await (const piece of this.stream(bytes)) taken.push(piece);
    return Buffer.concat(taken);
  }

  async *stream(bytes: number): AsyncGenerator<Buffer> {
    let missing = bytes;
    while (missing > 0) {
      if (this.#rest.length === 0) this.#rest = await this.#next();
      const piece = this.#rest.subarray(0, missing);
      this.#rest = this.#rest.subarray(piece.length);
      missing -= piece.length;
      yield piece;
    }
  }

  async #next(): Promise<Buffer> {
    const next = await this.#chunks.next();
    if (next.done === true) throw new DamagedTar("the file ends too soon");
    return next.value;
  }
}
