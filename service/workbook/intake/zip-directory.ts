import { damaged, hostile, notXlsx, tooBig } from "./intake-fault.ts";
import type { IntakeLimits } from "./intake-limits.ts";
import { readCentralEntry, type ZipEntry } from "./zip-entry.ts";

/** Entries by name, lower case, "/" between folders. */
export type ZipDirectory = ReadonlyMap<string, ZipEntry>;

const END_SIGNATURE = 0x06054b50;
const END_BYTES = 22;
const LONGEST_COMMENT = 0xffff;
const LOCATOR_SIGNATURE = 0x07064b50;
const LOCATOR_BYTES = 20;
const WIDE_END_SIGNATURE = 0x06064b50;
const WIDE_END_BYTES = 56;
const IN_WIDE = 0xffffffff;

interface DirectoryPlace {
  readonly count: number;
  readonly from: number;
  readonly to: number;
}

/** Judges the whole directory before a single byte is inflated: counts, names, sizes, ratio, overlaps. */
export function readZipDirectory(bytes: Buffer, limits: IntakeLimits): ZipDirectory {
  const place = findDirectory(bytes);
  if (place.count > limits.entries) throw tooBig("entries", place.count, limits.entries);
  const directory = new Map<string, ZipEntry>();
  let at = place.from;
  let content = 0;
  for (let index = 0; index < place.count; index += 1) {
    const { entry, next } = readCentralEntry(bytes, at, place.to);
    const name = safeName(entry.name);
    if (directory.has(name)) throw hostile("duplicate-entry", entry.name);
    checkRatio(entry, limits);
    content += entry.size;
    if (content > limits.contentBytes) throw tooBig("content", content, limits.contentBytes);
    directory.set(name, entry);
    at = next;
  }
  if (at !== place.to) throw damaged("zip-directory", "central directory");
  checkOverlaps([...directory.values()], place.from);
  return directory;
}

function findDirectory(bytes: Buffer): DirectoryPlace {
  const last = bytes.length - END_BYTES;
  for (let at = last; at >= Math.max(0, last - LONGEST_COMMENT); at -= 1) {
    if (bytes.readUInt32LE(at) !== END_SIGNATURE) continue;
    if (at + END_BYTES + bytes.readUInt16LE(at + 20) !== bytes.length) continue;
    return directoryAt(bytes, at);
  }
  throw damaged("zip-directory", "end record");
}

function directoryAt(bytes: Buffer, end: number): DirectoryPlace {
  const [disk, directoryDisk, here, count] = [4, 6, 8, 10].map((offset) => bytes.readUInt16LE(end + offset));
  const size = bytes.readUInt32LE(end + 12);
  const from = bytes.readUInt32LE(end + 16);
  const wide = wideDirectory(bytes, end);
  if (wide) return wide;
  if (disk !== 0 || directoryDisk !== 0 || here !== count) throw damaged("zip-directory", "end record");
  if (count === undefined || from + size > end) throw damaged("zip-directory", "end record");
  return { count, from, to: from + size };
}

/** Some writers give every file the 64-bit end record; where there is one, it is the one that counts. */
function wideDirectory(bytes: Buffer, end: number): DirectoryPlace | undefined {
  const locator = end - LOCATOR_BYTES;
  if (locator < 0 || bytes.readUInt32LE(locator) !== LOCATOR_SIGNATURE) return undefined;
  const at = Number(bytes.readBigUInt64LE(locator + 8));
  const sound = at + WIDE_END_BYTES <= locator && bytes.readUInt32LE(at) === WIDE_END_SIGNATURE;
  if (!sound) throw damaged("zip-directory", "end record");
  const wide = (offset: number) => Number(bytes.readBigUInt64LE(at + offset));
  const [count, from, to] = [wide(32), wide(48), wide(48) + wide(40)];
  const narrow = bytes.readUInt32LE(end + 16);
  if (wide(24) !== count || to > at || (narrow !== IN_WIDE && narrow !== from))
    throw damaged("zip-directory", "end record");
  return { count, from, to };
}

/** Nothing is ever written to disk under these names; a name that tries is still a reason not to read on. */
function safeName(name: string): string {
  const tidy = name.replaceAll("\\", "/");
  const unsafe = tidy === "" || tidy.length > 300 || tidy.startsWith("/") || /[\x00-\x1f:]/.test(tidy);
  if (unsafe || tidy.split("/").includes("..")) throw hostile("entry-name", name.slice(0, 100));
  return tidy.toLowerCase();
}

function checkRatio(entry: ZipEntry, limits: IntakeLimits): void {
  if (entry.size < limits.ratioFrom) return;
  if (entry.size > entry.compressed * limits.ratio) throw hostile("compression-ratio", entry.name);
}

function checkOverlaps(entries: readonly ZipEntry[], directoryFrom: number): void {
  const sorted = [...entries].sort((a, b) => a.headerAt - b.headerAt);
  sorted.forEach((entry, index) => {
    const next = sorted[index + 1]?.headerAt ?? directoryFrom;
    if (entry.dataAt + entry.compressed > next) throw hostile("overlapping-entries", entry.name);
  });
}

/** Which kind of document a zip is, by its parts; everything but a spreadsheet of ours is told by name. */
export function ensureSpreadsheet(directory: ZipDirectory): void {
  const names = [...directory.keys()];
  if (names.includes("[content_types].xml") && names.some((name) => name.startsWith("xl/"))) {
    if (names.some((name) => /^xl\/workbook\.bin$/.test(name))) throw notXlsx("xlsb");
    return;
  }
  if (names.some((name) => name.startsWith("word/"))) throw notXlsx("word");
  if (names.includes("mimetype") && names.includes("content.xml")) throw notXlsx("ods");
  if (!names.includes("[content_types].xml")) throw notXlsx("zip");
}
