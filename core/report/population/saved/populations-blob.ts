import type { Day } from "#core/kernel/instant.ts";
import { ok, refuse, type Result } from "#core/kernel/result.ts";
import type { Facts } from "#core/people/person/facts.ts";
import { unitFieldKey } from "#core/report/compile/report-fields.ts";
import { POPULATION_NAMES } from "#core/report/definition/population-names.ts";
import type { PopulationName } from "#core/report/definition/report-definition.ts";
import { BlobReader } from "./blob-reader.ts";
import { BlobWriter } from "./blob-writer.ts";
import type { WrittenPopulations } from "../build-populations.ts";
import { checksum, checksumOfVersion1 } from "./checksum.ts";
import { codesFor, ColumnWriter, type Codes, type Column } from "../columns/column.ts";
import { PopulationWriter } from "../population.ts";
import { RecordPlaces } from "../record-places.ts";

/** What the populations are those of. */
export interface PopulationsHead {
  /** Mark of the set that asked for their fields. */
  readonly definition: string;
  /** Number of the last change that is in them. */
  readonly change: number;
  /** The reporting date. */
  readonly day: Day;
}

export interface PopulationsUnreadable {
  readonly code: "populations-unreadable";
  /** Something else; of another version of this program; not as it was written. */
  readonly problem: "foreign" | "version" | "damaged";
}

export interface ReadPopulations {
  readonly head: PopulationsHead;
  readonly populations: WrittenPopulations;
}

const MAGIC = 0x505a_5401; // so that bytes written in the other order are foreign
const VERSION = 2;
/** Magic, version, two words of checksum. */
const HEAD_BYTES = 16;
/** Of what was handed in with version 1 the rows behind it are read for ever (R8): it has no letters and columns but those of today. */
const SUMS: ReadonlyMap<number, typeof checksum> = new Map([
  [1, checksumOfVersion1],
  [VERSION, checksum],
]);
const NAMES = Object.keys(POPULATION_NAMES) as readonly PopulationName[];

/**
 * Populations as bytes, little-endian, to be read back after a restart or kept with a submission (R8). Rows that were removed, and
 * texts that nobody has any more, are left out.
 */
export function encodePopulations(populations: WrittenPopulations, head: PopulationsHead): Uint8Array<ArrayBuffer> {
  const writer = new BlobWriter();
  writer.text(JSON.stringify(head));
  const all = new RecordPlaces(populations.people.records);
  const places = NAMES.map((name) => {
    const { records } = populations[name];
    return [name, name === "units" ? all.addApart(records) : all.add(records)] as const;
  });
  writer.texts(all.records);
  writeUnitFacts(writer, populations);
  for (const [name, own] of places) writePopulation(writer, populations[name], own);
  const bytes = writer.end(HEAD_BYTES);
  const words = new Uint32Array(bytes.buffer);
  words.set([MAGIC, VERSION]);
  words.set(checksum(words.subarray(HEAD_BYTES / 4)), 2);
  return bytes;
}

/**
 * Bytes that are damaged or of something else are refused.
 * @param bytes nobody else's from here on: the columns stay in this memory, and are written to
 */
export function decodePopulations(bytes: Uint8Array): Result<ReadPopulations, PopulationsUnreadable> {
  const own = onBorder(bytes);
  const words = new Uint32Array(own.buffer, own.byteOffset, own.length >>> 2);
  const [magic, version = 0, ...sums] = words.subarray(0, HEAD_BYTES / 4);
  if (magic !== MAGIC) return unreadable("foreign");
  const sumOf = SUMS.get(version);
  if (!sumOf) return unreadable("version");
  const [one, other] = sumOf(words.subarray(HEAD_BYTES / 4));
  if (own.length % 4 !== 0 || sums[0] !== one || sums[1] !== other) return unreadable("damaged");
  const reader = new BlobReader(own, HEAD_BYTES);
  const head = JSON.parse(reader.text()) as PopulationsHead;
  const records = reader.texts();
  const unitFacts = version === VERSION ? readUnitFacts(reader, reader.texts()) : null;
  const read = NAMES.map((name) => [name, readPopulation(reader, name, { records, unitFacts })] as const);
  return ok({ head, populations: Object.fromEntries(read) as unknown as WrittenPopulations });
}

/** Views of words need a border of four. */
function onBorder(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const { buffer, byteOffset, length } = bytes;
  const isOn = buffer instanceof ArrayBuffer && byteOffset % 4 === 0;
  return isOn ? new Uint8Array(buffer, byteOffset, length) : new Uint8Array(bytes);
}

function unreadable(problem: PopulationsUnreadable["problem"]): Result<ReadPopulations, PopulationsUnreadable> {
  return refuse({ code: "populations-unreadable", problem });
}

function writePopulation(writer: BlobWriter, population: PopulationWriter, places: Uint32Array): void {
  const { records, keys, unitFields } = population;
  const kept = records.includes("") ? rowsKept(records) : null;
  writer.bytes(places);
  writer.texts(keys);
  for (const { values, codes } of [population.units, population.others, ...keys.map((key) => population.column(key))])
    writeColumn(writer, { values, codes: kept ? Uint32Array.from(kept, (row) => codes[row] ?? 0) : codes });
  writer.texts(unitFields);
}

/** Once for all populations, of the fields that any of them asks for. */
function writeUnitFacts(writer: BlobWriter, populations: WrittenPopulations): void {
  const asking = NAMES.map((name) => populations[name]).filter(({ unitFields }) => unitFields.length > 0);
  const fields = [...new Set(asking.flatMap(({ unitFields }) => unitFields))];
  const unitFacts = asking[0]?.unitFacts ?? new Map<string, Facts>();
  writer.texts(fields);
  writer.texts([...unitFacts.keys()]);
  for (const field of fields) writer.texts(Array.from(unitFacts.values(), (facts) => facts[field] ?? ""));
}

function rowsKept(records: readonly string[]): readonly number[] {
  const kept: number[] = [];
  for (let row = 0; row < records.length; row += 1) if (records[row] !== "") kept.push(row);
  return kept;
}

/** A column in which nobody has anything is told by its empty text alone. */
function writeColumn(writer: BlobWriter, column: Column): void {
  const { values, codes } = withoutUnused(column);
  writer.texts(values);
  const isEmpty = values.length === 1;
  writer.number(isEmpty ? 0 : codes.BYTES_PER_ELEMENT);
  writer.bytes(isEmpty ? NO_CODES : codes);
}

const NO_CODES = new Uint8Array();

/** With the texts alone that somebody has, and the empty one. */
function withoutUnused({ values, codes }: Column): Column {
  if (values.length === 1) return { values, codes };
  const used = new Uint8Array(values.length);
  used[0] = 1;
  for (let row = 0; row < codes.length; row += 1) used[codes[row] ?? 0] = 1;
  const left = values.filter((_, code) => used[code] === 1);
  const narrow = codesFor(codes.length, left.length);
  if (left.length === values.length && narrow.BYTES_PER_ELEMENT === codes.BYTES_PER_ELEMENT) return { values, codes };
  let next = 0;
  const moved = Uint32Array.from(used, (is) => (is === 1 ? next++ : 0));
  for (let row = 0; row < codes.length; row += 1) narrow[row] = moved[codes[row] ?? 0] ?? 0;
  return { values: left, codes: narrow };
}

interface ReadBefore {
  readonly records: readonly string[];
  /** null: each population brings its own, as in version 1. */
  readonly unitFacts: ReadonlyMap<string, Facts> | null;
}

function readPopulation(reader: BlobReader, name: PopulationName, before: ReadBefore): PopulationWriter {
  const places = reader.words();
  const records = new Array<string>(places.length);
  for (let row = 0; row < places.length; row += 1) records[row] = before.records[places[row] ?? 0] ?? "";
  const keys = reader.texts();
  const [units, others] = [readColumn(reader), readColumn(reader)];
  const columns = new Map(keys.map((key) => [key, readColumn(reader)]));
  const unitFields = reader.texts();
  const unitFacts = before.unitFacts ?? readUnitFacts(reader, unitFields);
  const parts = { records, columns, units, others };
  return new PopulationWriter(name, [...keys, ...unitFields.map(unitFieldKey)], { unitFacts, parts });
}

function readColumn(reader: BlobReader): ColumnWriter {
  const values = reader.texts();
  const width = reader.number();
  return new ColumnWriter({ values, codes: codesOf(reader, width) });
}

function codesOf(reader: BlobReader, width: number): Codes {
  // Of a column in which nobody has anything there are no codes: they come when somebody asks for them.
  if (width <= 1) return reader.bytes();
  return width === 2 ? reader.halves() : reader.words();
}

function readUnitFacts(reader: BlobReader, fields: readonly string[]): ReadonlyMap<string, Facts> {
  const ids = reader.texts();
  const all = ids.map((): Record<string, string> => ({}));
  for (const field of fields) {
    const values = reader.texts();
    for (const [index, facts] of all.entries()) {
      const value = values[index] ?? "";
      if (value !== "") facts[field] = value;
    }
  }
  return new Map(ids.map((id, index) => [id, all[index] ?? {}]));
}
