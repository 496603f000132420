import type { Duty, Notice } from "#core/protocol/ledgers.ts";
import { parseReportRecord } from "#core/report/key/report-key.ts";
import type { ProceduresPage } from "#addin/wording/procedures/procedures-words.ts";
import type { ReportsPage } from "#addin/wording/report/report-wording.ts";
import type { Place } from "./place.ts";

/** Where that is done, or what it tells of looked at; undefined: nowhere in particular. */
export function placeOf({ kind, record = "" }: Pick<Duty | Notice, "kind" | "record">): Place | undefined {
  if (record.startsWith(LEDGER)) return { name: "ledger", id: record.slice(LEDGER.length) };
  const report = parseReportRecord(record);
  if (report) return { name: "reports", wanted: { report, page: REPORT_PAGES[kind] ?? "submission" } };
  return procedureOf(kind, record);
}

const LEDGER = "ledger:";

function procedureOf(kind: string, record: string): Place | undefined {
  const procedure = PROCEDURES[kind] ?? PROCEDURES[record.split(":")[0] ?? ""];
  return procedure && { name: "procedures", wanted: { procedure, part: PARTS[kind] ?? PARTS[record] ?? null } };
}

const REPORT_PAGES: Readonly<Record<string, ReportsPage>> = {
  "report-judge": "below",
  "report-returned": "desk",
  "report-due": "desk",
  "report-unlocked": "desk",
};

const PROCEDURES: Readonly<Record<string, ProceduresPage>> = {
  transfer: "transfers",
  plan: "plan",
  person: "conversion",
  unit: "units",
  "election-reported": "elections",
};

/** On which side of the letters it stands; all others are those that went out. */
const PARTS: Readonly<Record<string, string>> = {
  "transfer-issued": "in",
  "transfer-issue": "in",
  "transfer-endorse": "in",
  "transfer-decline": "in",
  "transfer:in": "in",
  "transfer:out": "out",
};
