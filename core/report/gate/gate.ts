/** Whether a report can be handed over, and what is missing (R7). */
export interface Gate {
  readonly ready: boolean;
  readonly lines: readonly GateLine[];
}

export const GATE_QUESTIONS = [
  "required-fields", // share of required fields below the line
  "record-errors",
  "record-explains",
  "overdue-transfers",
  "overdue-conversions",
  "table-errors",
  "table-explains",
  "manual-empty",
  "stale-overrides",
  "children", // the units below hand in first
  "answers", // points of the audit not answered
] as const;
export type GateQuestion = (typeof GATE_QUESTIONS)[number];

export interface GateLine {
  readonly what: GateQuestion;
  readonly passed: boolean;
  /** What is still missing. */
  readonly open: number;
  readonly of: number;
  /** So many places in all: a person is one, whatever number of fields is missing. */
  readonly placesInAll: number;
  /** The first of them. */
  readonly places: readonly GatePlace[];
}

/** A cell, a check, a record or a unit to go to. */
export interface GatePlace {
  readonly kind: "cell" | "finding" | "record" | "unit" | "point" | "letter";
  readonly key: string;
  readonly label: string;
}

/** What was asked, and which of it is still open. */
export interface GateFact {
  readonly of: number;
  readonly open: readonly GatePlace[];
  /** Where not all must be done: as many may be open, the share of the required fields (M2). */
  readonly mayStayOpen?: number;
  /** How many single things are missing, where a place stands for several of them. */
  readonly missing?: number;
}

/** Places shown of each line. */
export const MOST_PLACES = 50;

export function gateOf(facts: Readonly<Record<GateQuestion, GateFact>>): Gate {
  const lines = GATE_QUESTIONS.map((what) => lineOf(what, facts[what]));
  return { ready: lines.every(({ passed }) => passed), lines };
}

function lineOf(what: GateQuestion, { of, open, mayStayOpen = 0, missing = open.length }: GateFact): GateLine {
  const places = open.slice(0, MOST_PLACES);
  return { what, passed: missing <= mayStayOpen, open: missing, of, placesInAll: open.length, places };
}

/** Of so many required values as many may be missing, that the share does not fall below the line: 98 % of 149 are 147. */
export function mayBeMissing(required: number, line: number): number {
  return Math.floor((required * (100 - line)) / 100 + 1e-9);
}
