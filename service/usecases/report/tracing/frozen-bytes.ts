import type { NamedCondition } from "#core/report/definition/named-conditions.ts";
import type { ReportSet } from "#core/report/definition/report-definition.ts";
import { joinHead, splitHead } from "../headed-bytes.ts";
import type { CodeGroups } from "./code-groups.ts";
import type { TracedUnit } from "./traced-report.ts";

/** What lists of a submitted report show beside the rows it counted: kept with them, whatever becomes of people and units (R8). */
export interface FrozenHead {
  readonly definition: string;
  readonly set: ReportSet;
  readonly named: readonly (readonly [string, NamedCondition])[];
  /** Which codes its conditions mean by the name of a group; absent: frozen before they were kept, today's are taken. */
  readonly codeGroups?: CodeGroups;
  readonly units: readonly TracedUnit[];
  /** What its paper says of who reports; absent: frozen before it was kept, today's is taken. */
  readonly reporter?: Reporter;
  /** Last year's numbers that its form reads, by "2!C4"; absent: frozen before they were kept, those of today are taken. */
  readonly lastYear?: Readonly<Record<string, number>>;
  /** Those that its formulas read of each unit below, by its id; absent: its formulas read none, or frozen before they were kept. */
  readonly lastYearBelow?: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** Masked, by person (A12). */
  readonly maskedIds: Readonly<Record<string, string>>;
}

/** Who reports, in words as they were that day: the unit, its secretary, and the organisation that has the tables made. */
export interface Reporter {
  readonly unitName: string;
  readonly unitCode: string;
  readonly maker: string;
  readonly head: string;
}

export interface Frozen {
  readonly head: FrozenHead;
  /** As `encodePopulations` gives them. */
  readonly populations: Uint8Array;
}

export function encodeFrozen({ head, populations }: Frozen): Uint8Array {
  return joinHead({ head: JSON.stringify(head), body: populations });
}

/** Of what `encodeFrozen` made and the store kept. @throws on anything else: the database was changed by somebody else */
export function decodeFrozen(bytes: Uint8Array): Frozen {
  const split = splitHead(bytes);
  if (!split) throw new Error("the records behind a submission are cut off");
  return { head: JSON.parse(split.head) as FrozenHead, populations: split.body };
}
