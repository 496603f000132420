import type { AccountId, UnitId } from "#core/kernel/ids.ts";
import type { Day, Instant } from "#core/kernel/instant.ts";
import type { ReportEntry } from "#core/report/entry/report-entry.ts";
import type { ReportKey } from "#core/report/key/report-key.ts";

/** Why a table check does not hold (R4a): good for these values and this text of the check. */
export interface CheckExplanationRecord {
  readonly check: string;
  /** Checksum of the check as it is written: another test needs another explanation. */
  readonly version: string;
  /** "5", "C"; "" for a check that runs once. */
  readonly line: string;
  readonly left: number;
  readonly right: number;
  readonly text: string;
  readonly accountId: AccountId;
  readonly who: string;
  readonly at: Instant;
}

/** The superior lets a unit explain an error of this check instead of mending it (R4). */
export interface ExemptionRecord {
  readonly setId: string;
  readonly unitId: UnitId;
  readonly year: number;
  readonly check: string;
  readonly reason: string;
  readonly accountId: AccountId;
  readonly who: string;
  readonly at: Instant;
}

/** A point of 各表具体审核要点 answered (R8). */
export interface PointAnswerRecord {
  readonly point: string;
  readonly text: string;
  readonly revision: number;
  readonly accountId: AccountId;
  readonly who: string;
  readonly at: Instant;
}

/** Year-end numbers of another system, loaded as opening figures (R14). */
export interface OpeningRecord {
  readonly setId: string;
  readonly unitId: UnitId;
  readonly year: number;
  /** By "1!A16". */
  readonly values: Readonly<Record<string, number>>;
  readonly reason: string;
  readonly accountId: AccountId;
  readonly who: string;
  readonly at: Instant;
}

/** One handing-over of a report to the superior and what became of it (R8). */
export interface SubmissionRecord {
  readonly id: string;
  readonly key: ReportKey;
  /** 1 for the first of this report. */
  readonly number: number;
  readonly state: "submitted" | "withdrawn" | "returned" | "accepted" | "unlocked";
  readonly submittedAt: Instant;
  readonly accountId: AccountId;
  readonly who: string;
  /** Number of the last change that it knows. */
  readonly change: number;
  /** Checksum of the definition it was made with. */
  readonly definition: string;
  /** Every number by "2!C4". */
  readonly values: Readonly<Record<string, number>>;
  /** The superior has looked at it: it can no more be withdrawn. */
  readonly seenAt: Instant | null;
  readonly decidedAt: Instant | null;
  readonly decidedBy: string;
  readonly decisionReason: string;
  /** Printed, signed and sealed on that day. */
  readonly printedOn: Day | null;
  readonly revision: number;
}

export type SubmissionStand = Pick<
  SubmissionRecord,
  "key" | "number" | "state" | "decidedAt" | "decisionReason" | "printedOn"
>;

export interface RemarkRecord {
  readonly id: string;
  readonly submissionId: string;
  /** "2!C4"; "": on the whole. */
  readonly cell: string;
  readonly text: string;
  readonly who: string;
  readonly at: Instant;
}

export interface ReportReads {
  entries(key: ReportKey): Promise<readonly ReportEntry[]>;
  /** Entries of many units' reports of one form and day, for the superior's overview. */
  entriesOf(
    units: readonly UnitId[],
    of: Omit<ReportKey, "unitId">,
  ): Promise<ReadonlyMap<UnitId, readonly ReportEntry[]>>;
  explanations(key: ReportKey): Promise<readonly CheckExplanationRecord[]>;
  exemptions(of: {
    readonly setId: string;
    readonly units: readonly UnitId[];
    readonly year: number;
  }): Promise<readonly ExemptionRecord[]>;
  answers(key: ReportKey): Promise<readonly PointAnswerRecord[]>;
  openings(of: { readonly unitId: UnitId; readonly year: number }): Promise<readonly OpeningRecord[]>;
  /** Years of which that unit has numbers of this form: accepted submissions and opening figures, latest first. */
  yearsKnown(of: { readonly unitId: UnitId; readonly setId: string }): Promise<readonly number[]>;
  /** Newest first. */
  submissions(key: ReportKey): Promise<readonly SubmissionRecord[]>;
  submission(id: string): Promise<SubmissionRecord | undefined>;
  /** The latest of each unit's report. */
  latestSubmissions(units: readonly UnitId[], of: Omit<ReportKey, "unitId">): Promise<readonly SubmissionRecord[]>;
  /** The latest of every report of these units from that day on, without its numbers: of each, where it stands. */
  latestStates(units: readonly UnitId[], from: Day): Promise<readonly SubmissionStand[]>;
  /** The last accepted one of that unit in a year, whatever its form unless one is named: what later years are compared with. */
  acceptedIn(unitId: UnitId, year: number, setId?: string): Promise<SubmissionRecord | undefined>;
  /** The records behind a submission as they were (R8): bytes of `encodePopulations`. */
  frozen(submissionId: string): Promise<Uint8Array | undefined>;
  remarks(submissionId: string): Promise<readonly RemarkRecord[]>;
}

/** Conditional writes: a row whose stored revision is not one behind any more is left alone. */
export interface ReportWrites {
  /** Whoever enters something into this report or hands it over waits here for the other, until the transaction ends. */
  hold(key: ReportKey): Promise<void>;
  /** @returns the cells that were written. */
  saveEntries(key: ReportKey, rows: readonly ReportEntry[]): Promise<ReadonlySet<string>>;
  saveExplanations(key: ReportKey, rows: readonly CheckExplanationRecord[]): Promise<void>;
  saveExemption(row: ExemptionRecord): Promise<void>;
  dropExemption(row: Pick<ExemptionRecord, "setId" | "unitId" | "year" | "check">): Promise<boolean>;
  /** @returns false when it was changed meanwhile. */
  saveAnswer(key: ReportKey, row: PointAnswerRecord): Promise<boolean>;
  saveOpening(row: OpeningRecord): Promise<void>;
  /** @returns false when another submission of this report is open: sent twice, one of them counts. */
  insertSubmission(row: SubmissionRecord, frozen: Uint8Array): Promise<boolean>;
  /** @returns false when it was changed meanwhile. */
  updateSubmission(row: SubmissionRecord): Promise<boolean>;
  addRemarks(rows: readonly RemarkRecord[]): Promise<void>;
}
