import { dayOf, type Day, type Instant } from "#core/kernel/instant.ts";
import { ok, refuse, type Result } from "#core/kernel/result.ts";
import type { ReportState } from "#core/sheet/report/report-view.ts";
import type { SubmissionRefusal } from "../report-refusal.ts";
import { reportStateOf, type Submission } from "./submission.ts";

/** What is done with a report that was handed over. */
export type Judgement =
  | { readonly act: "withdraw" | "return" | "accept" | "unlock"; readonly reason: string }
  | { readonly act: "print"; readonly on: Day };

export interface Judging {
  readonly who: string;
  readonly at: Instant;
}

type Next<T> = Result<T, SubmissionRefusal>;

/** @returns the number of the new submission. A report is handed over while its unit works on it, and again after it came back. */
export function nextSubmission(latest: Submission | undefined): Next<number> {
  const state = reportStateOf(latest);
  if (state === "submitted" || state === "accepted")
    return refuse({ code: "report-state-wrong", act: "submit", state });
  return ok((latest?.number ?? 0) + 1);
}

/** Acts are possible from these states. */
const FROM: Readonly<Record<Judgement["act"], ReportState>> = {
  withdraw: "submitted",
  return: "submitted",
  accept: "submitted",
  unlock: "accepted",
  print: "accepted",
};

const BECOMES = { withdraw: "withdrawn", return: "returned", accept: "accepted", unlock: "unlocked" } as const;

/** The submission after an act, or why it cannot be done now (R8). */
export function judged<T extends Submission>(latest: T | undefined, judgement: Judgement, by: Judging): Next<T> {
  const { act } = judgement;
  const state = reportStateOf(latest);
  if (!latest || state !== FROM[act]) return refuse({ code: "report-state-wrong", act, state });
  if (judgement.act === "print") return printed(latest, judgement.on, by);
  if (act === "withdraw" && latest.seenAt !== null) return refuse({ code: "report-seen-already" });
  const decided = { decidedAt: by.at, decidedBy: by.who, decisionReason: judgement.reason };
  // Whoever decides has looked at it.
  const seenAt = act === "withdraw" ? null : (latest.seenAt ?? by.at);
  return ok({ ...latest, ...decided, seenAt, state: BECOMES[judgement.act], revision: latest.revision + 1 });
}

/** Looked at by the superior; as it was when it was looked at before, or is not open any more. */
export function seen<T extends Submission>(latest: T, at: Instant): T {
  if (latest.state !== "submitted" || latest.seenAt !== null) return latest;
  return { ...latest, seenAt: at, revision: latest.revision + 1 };
}

/** A day that was entered wrongly may be entered again. */
function printed<T extends Submission>(latest: T, on: Day, { at }: Judging): Next<T> {
  const [from, until] = [dayOf(latest.decidedAt ?? at), dayOf(at)];
  if (on < from || on > until) return refuse({ code: "printed-day-wrong", from, until });
  return ok({ ...latest, printedOn: on, revision: latest.revision + 1 });
}
