import type { FileHandle } from "node:fs/promises";
import { readAt } from "./read-at.ts";

const HEADER_BYTES = 512;
const ENTRY_BYTES = 128;
const END_OF_CHAIN = 0xfffffffa; // and everything above it
/** The header lists this many sectors of the allocation table: enough for 7 MB with small sectors, and the directory comes early. */
const LISTED_SECTORS = 109;
const MOST_DIRECTORY_SECTORS = 256;

/** Names of the streams in the directory of an old Office file (MS-CFB); empty when it cannot be read. */
export async function oleStreams(file: FileHandle): Promise<readonly string[]> {
  const header = await readAt(file, 0, HEADER_BYTES);
  if (header.length < HEADER_BYTES) return [];
  const sectorBytes = 2 ** header.readUInt16LE(30);
  if (sectorBytes !== 512 && sectorBytes !== 4096) return [];
  const sector = (number: number): Promise<Buffer> => readAt(file, (number + 1) * sectorBytes, sectorBytes);
  const names: string[] = [];
  let number = header.readUInt32LE(48);
  for (let count = 0; number < END_OF_CHAIN && count < MOST_DIRECTORY_SECTORS; count += 1) {
    names.push(...namesIn(await sector(number)));
    number = await nextSector(header, number, { sectorBytes, sector });
  }
  return names;
}

interface Sectors {
  readonly sectorBytes: number;
  readonly sector: (number: number) => Promise<Buffer>;
}

async function nextSector(header: Buffer, number: number, { sectorBytes, sector }: Sectors): Promise<number> {
  const perSector = sectorBytes / 4;
  const listed = Math.floor(number / perSector);
  if (listed >= LISTED_SECTORS) return END_OF_CHAIN;
  const table = await sector(header.readUInt32LE(76 + listed * 4));
  const at = (number % perSector) * 4;
  return at + 4 <= table.length ? table.readUInt32LE(at) : END_OF_CHAIN;
}

function namesIn(directory: Buffer): readonly string[] {
  const names: string[] = [];
  for (let at = 0; at + ENTRY_BYTES <= directory.length; at += ENTRY_BYTES) {
    const bytes = directory.readUInt16LE(at + 64);
    if (bytes >= 2 && bytes <= 64) names.push(directory.toString("utf16le", at, at + bytes - 2));
  }
  return names;
}
