import type { NamedCondition } from "#core/report/definition/named-conditions.ts";
import type { ReportSet } from "#core/report/definition/report-definition.ts";
import type { TracedUnit } from "./traced-report.ts";

/** What lists of a submitted report show beside the rows it counted: kept with them, whatever becomes of people and units (R8). */
export interface FrozenHead {
  readonly definition: string;
  readonly set: ReportSet;
  readonly named: readonly (readonly [string, NamedCondition])[];
  readonly units: readonly TracedUnit[];
  /** Masked, by person (A12). */
  readonly maskedIds: Readonly<Record<string, string>>;
}

export interface Frozen {
  readonly head: FrozenHead;
  /** As `encodePopulations` gives them. */
  readonly populations: Uint8Array;
}

const LENGTH_BYTES = 4;

/** Length of the head, the head as JSON, the populations. */
export function encodeFrozen({ head, populations }: Frozen): Uint8Array {
  const text = new TextEncoder().encode(JSON.stringify(head));
  const bytes = new Uint8Array(LENGTH_BYTES + text.length + populations.length);
  new DataView(bytes.buffer).setUint32(0, text.length);
  bytes.set(text, LENGTH_BYTES);
  bytes.set(populations, LENGTH_BYTES + text.length);
  return bytes;
}

/** Of what `encodeFrozen` made and the store kept: anything else is a broken database, and throws. */
export function decodeFrozen(bytes: Uint8Array): Frozen {
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0);
  const end = LENGTH_BYTES + length;
  const head = JSON.parse(new TextDecoder().decode(bytes.subarray(LENGTH_BYTES, end))) as FrozenHead;
  return { head, populations: bytes.slice(end) };
}
