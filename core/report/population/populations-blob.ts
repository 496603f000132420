import type { Day } from "#core/kernel/instant.ts";
import { ok, refuse, type Result } from "#core/kernel/result.ts";
import type { Facts } from "#core/people/person/facts.ts";
import { unitFieldKey } from "../compile/report-fields.ts";
import { POPULATION_NAMES } from "../definition/population-names.ts";
import type { PopulationName } from "../definition/report-definition.ts";
import { BlobReader } from "./blob-reader.ts";
import { BlobWriter } from "./blob-writer.ts";
import type { WrittenPopulations } from "./build-populations.ts";
import { checksum } from "./checksum.ts";
import { codesFor, ColumnWriter, type Codes, type Column } from "./column.ts";
import { PopulationWriter } from "./population.ts";

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
const VERSION = 1;
/** Magic, version, two words of checksum. */
const HEAD_BYTES = 16;
const NAMES = Object.keys(POPULATION_NAMES) as readonly PopulationName[];

/**
 * Populations as bytes, little-endian, to be read back after a restart or kept with a submission (R8). Rows that were removed, and
 * texts that nobody has any more, are left out.
 */
export function encodePopulations(populations: WrittenPopulations, head: PopulationsHead): Uint8Array<ArrayBuffer> {
  const writer = new BlobWriter();
  writer.text(JSON.stringify(head));
  const places = recordsOf(populations);
  writer.texts([...places.keys()]);
  for (const name of NAMES) writePopulation(writer, populations[name], places);
  const all = writer.end(HEAD_BYTES);
  const words = new Uint32Array(all.buffer);
  words.set([MAGIC, VERSION]);
  words.set(checksum(words.subarray(HEAD_BYTES / 4)), 2);
  return all;
}

/** Bytes that are damaged or of something else are refused. */
export function decodePopulations(bytes: Uint8Array): Result<ReadPopulations, PopulationsUnreadable> {
  // The columns stay in this memory, and are written to: it must be nobody else's.
  const own = new Uint8Array(bytes);
  const words = new Uint32Array(own.buffer, 0, own.length >>> 2);
  const [magic, version, ...sums] = words.subarray(0, HEAD_BYTES / 4);
  if (magic !== MAGIC) return unreadable("foreign");
  if (version !== VERSION) return unreadable("version");
  const [one, other] = checksum(words.subarray(HEAD_BYTES / 4));
  if (own.length % 4 !== 0 || sums[0] !== one || sums[1] !== other) return unreadable("damaged");
  const reader = new BlobReader(own, HEAD_BYTES);
  const head = JSON.parse(reader.text()) as PopulationsHead;
  const records = reader.texts();
  const read = NAMES.map((name) => [name, readPopulation(reader, name, records)] as const);
  return ok({ head, populations: Object.fromEntries(read) as unknown as WrittenPopulations });
}

function unreadable(problem: PopulationsUnreadable["problem"]): Result<ReadPopulations, PopulationsUnreadable> {
  return refuse({ code: "populations-unreadable", problem });
}

/** Places of all records, which most have in several populations: each is written once. */
function recordsOf(populations: WrittenPopulations): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  for (const name of NAMES)
    for (const record of populations[name].records)
      if (record !== "" && !places.has(record)) places.set(record, places.size);
  return places;
}

function writePopulation(writer: BlobWriter, population: PopulationWriter, places: ReadonlyMap<string, number>): void {
  const { records, keys, unitFields, unitFacts } = population;
  const kept = records.includes("") ? rowsKept(records) : null;
  writer.bytes(placesOf(kept ? kept.map((row) => records[row] ?? "") : records, places));
  writer.texts(keys);
  for (const { values, codes } of [population.units, population.others, ...keys.map((key) => population.column(key))])
    writeColumn(writer, { values, codes: kept ? Uint32Array.from(kept, (row) => codes[row] ?? 0) : codes });
  writer.texts(unitFields);
  writer.texts([...unitFacts.keys()]);
  for (const field of unitFields) writer.texts(Array.from(unitFacts.values(), (facts) => facts[field] ?? ""));
}

function placesOf(records: readonly string[], places: ReadonlyMap<string, number>): Uint32Array {
  const found = new Uint32Array(records.length);
  for (let row = 0; row < records.length; row += 1) found[row] = places.get(records[row] ?? "") ?? 0;
  return found;
}

function rowsKept(records: readonly string[]): readonly number[] {
  return records.flatMap((record, row) => (record === "" ? [] : [row]));
}

function writeColumn(writer: BlobWriter, column: Column): void {
  const { values, codes } = withoutUnused(column);
  writer.texts(values);
  writer.number(codes.BYTES_PER_ELEMENT);
  writer.bytes(codes);
}

/** With the texts alone that somebody has, and the empty one. */
function withoutUnused({ values, codes }: Column): Column {
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

function readPopulation(reader: BlobReader, name: PopulationName, all: readonly string[]): PopulationWriter {
  const places = reader.words();
  const records: string[] = [];
  for (let row = 0; row < places.length; row += 1) records.push(all[places[row] ?? 0] ?? "");
  const keys = reader.texts();
  const [units, others] = [readColumn(reader), readColumn(reader)];
  const columns = new Map(keys.map((key) => [key, readColumn(reader)]));
  const unitFields = reader.texts();
  const unitFacts = readUnitFacts(reader, unitFields);
  const parts = { records, columns, units, others };
  return new PopulationWriter(name, [...keys, ...unitFields.map(unitFieldKey)], { unitFacts, parts });
}

function readColumn(reader: BlobReader): ColumnWriter {
  const values = reader.texts();
  const width = reader.number();
  return new ColumnWriter({ values, codes: codesOf(reader, width) });
}

function codesOf(reader: BlobReader, width: number): Codes {
  if (width === 1) return reader.bytes();
  return width === 2 ? reader.halves() : reader.words();
}

function readUnitFacts(reader: BlobReader, fields: readonly string[]): ReadonlyMap<string, Facts> {
  const ids = reader.texts();
  const columns = fields.map((field) => [field, reader.texts()] as const);
  return new Map(
    ids.map((id, index) => [
      id,
      Object.fromEntries(
        columns.flatMap(([field, values]) => {
          const value = values[index] ?? "";
          return value === "" ? [] : [[field, value]];
        }),
      ),
    ]),
  );
}
