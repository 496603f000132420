import type { GateLine, MaterialsView } from "#core/protocol/report/reports.ts";
import type { ReportDuty } from "#core/report/deadline/deadline.ts";
import type { ReportState } from "#core/sheet/report/report-view.ts";

/** Where a handing-over of a report stands, one's own taking back included. */
export type HandingState = Exclude<ReportState, "draft"> | "withdrawn" | "unlocked";

/** What the pages of submission, of the units below and of printing say (R7 to R9, R13). */
export interface ReportSubmissionWords {
  readonly states: Readonly<Record<ReportState | HandingState, string>>;
  readonly cell: string;
  readonly open: string;
  readonly goTo: (what: string) => string;
  readonly gate: {
    readonly title: string;
    readonly ready: string;
    readonly notReady: (lines: number) => string;
    readonly rehearsal: string;
    readonly passed: string;
    readonly missing: (open: number, of: number) => string;
    readonly lines: Readonly<Record<GateLine["what"], string>>;
    readonly more: (count: number) => string;
    /** Nothing that stands in the way, but there is something. */
    readonly left: (count: number) => string;
    readonly first: (count: number) => string;
  };
  readonly due: {
    readonly title: string;
    readonly duties: Readonly<Record<ReportDuty, string>>;
    readonly left: (on: string, days: number) => string;
    readonly late: (on: string, days: number) => string;
    /** Handed over before the day, or after it. */
    readonly inTime: (on: string) => string;
    readonly wasLate: (on: string, days: number) => string;
  };
  readonly submit: {
    readonly title: string;
    readonly act: string;
    readonly question: (unit: string, title: string) => string;
    /** Asked once more before the reporting date. */
    readonly early: (on: string) => string;
    readonly notReady: string;
    readonly rehearsal: string;
    readonly notYours: string;
    readonly submitted: string;
    readonly done: string;
    readonly withdraw: string;
    readonly withdrawAbout: string;
    readonly withdrawNot: string;
    readonly printedOn: string;
    readonly printed: string;
    readonly printUntil: (day: string) => string;
    readonly printLate: (day: string) => string;
    readonly printDone: (day: string) => string;
  };
  readonly history: {
    readonly title: string;
    readonly none: string;
    readonly number: (number: number) => string;
    readonly submitted: (at: string, who: string) => string;
    readonly seen: (at: string) => string;
    readonly unseen: string;
    readonly decided: (at: string, who: string) => string;
    readonly remarks: string;
    readonly whole: string;
  };
  readonly changes: {
    readonly title: string;
    readonly about: string;
    readonly none: string;
    readonly what: string;
    readonly submitted: string;
    readonly now: string;
    readonly difference: string;
  };
  readonly materials: {
    readonly both: string;
    readonly title: string;
    readonly about: (answered: number, of: number) => string;
    readonly onlyOpen: string;
    readonly none: string;
    readonly allAnswered: string;
    readonly table: (no: number) => string;
    readonly facts: (text: string) => string;
    readonly answer: string;
    readonly takeOld: string;
    readonly old: string;
    readonly save: string;
    readonly saved: string;
    readonly points: string;
    readonly lists: string;
    readonly take: string;
    readonly takeAbout: string;
    /** Of the second material, but those that checks name themselves. */
    readonly listKinds: Readonly<Record<Exclude<MaterialsView["lists"][number]["kind"], "names">, string>>;
    readonly listed: (title: string, count: number) => string;
  };
  readonly below: {
    readonly title: string;
    readonly about: string;
    readonly none: string;
    readonly unit: string;
    readonly state: string;
    readonly submittedAt: string;
    readonly due: string;
    readonly errors: string;
    readonly explains: string;
    readonly overrides: string;
    readonly stale: string;
    readonly empty: string;
    readonly rollup: string;
    readonly own: string;
    readonly look: string;
    readonly openReport: string;
    readonly chart: string;
    readonly units: (count: number) => string;
  };
  readonly judge: {
    readonly giveBack: string;
    readonly giveBackAbout: (unit: string) => string;
    readonly accept: string;
    readonly acceptAbout: (unit: string) => string;
    readonly unlock: string;
    readonly unlockAbout: (unit: string) => string;
    readonly notSubmitted: string;
    readonly notAccepted: string;
    readonly notYours: string;
    readonly returned: string;
    readonly accepted: string;
    readonly unlocked: string;
    readonly remark: string;
    readonly remarkOn: (cell: string) => string;
    readonly remarks: string;
    readonly addRemark: string;
    readonly dropRemark: (cell: string) => string;
    readonly noRemarks: string;
    readonly cellHint: string;
  };
  readonly findings: {
    readonly title: (unit: string) => string;
    readonly none: string;
    readonly check: string;
    readonly text: string;
    readonly sides: string;
    readonly explanation: string;
    readonly severities: Readonly<Record<"error" | "explain" | "hint", string>>;
    readonly exempt: string;
    readonly exemptAbout: (check: string, unit: string) => string;
    readonly unexempt: string;
    readonly isExempt: string;
    readonly overrides: string;
    readonly noOverrides: string;
    readonly value: string;
    readonly generated: string;
    readonly who: string;
    readonly why: string;
    readonly stale: string;
  };
  readonly rollup: {
    readonly title: string;
    readonly about: (units: number, drafts: number) => string;
    readonly same: string;
    /** No unit below hands in a report of its own. */
    readonly nobody: string;
    readonly computed: string;
    readonly summed: string;
    readonly difference: string;
    readonly explained: string;
    readonly causes: string;
    readonly cause: (name: string, submitted: number, computed: number) => string;
    readonly more: (count: number) => string;
  };
  readonly print: {
    readonly act: string;
    readonly title: string;
    readonly about: string;
    readonly what: string;
    readonly whole: string;
    readonly table: (no: number, name: string) => string;
    readonly confirm: string;
    /** On paper, in the language of the form. */
    readonly page: {
      readonly table: (no: number) => string;
      /** On the cover: which year it tells of, or which part of one. */
      readonly period: (from: string, until: string) => string;
      readonly maker: string;
      readonly unit: string;
      readonly day: string;
      readonly head: string;
      readonly clerk: string;
      readonly reportedOn: string;
      readonly seal: string;
      readonly signature: string;
      readonly items: string;
      readonly code: string;
      readonly of: string;
      readonly supplement: string;
      readonly legend: string;
      readonly marks: Readonly<Record<"manual" | "overridden" | "stale" | "error" | "explain", string>>;
      readonly draft: string;
    };
  };
}
