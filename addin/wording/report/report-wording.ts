import type { ReportFindingView, ReportState } from "#core/sheet/report/report-view.ts";

export type ReportsPage = "desk" | "findings" | "compare" | "submission" | "below";
export type ReportTab = "cell" | "findings" | "names" | "changes";

/** What the place of annual reports and its desk say, apart from sheets and refusals. */
export interface ReportWords {
  readonly title: string;
  readonly noUnits: string;
  readonly noSets: string;
  readonly set: string;
  readonly unit: string;
  readonly on: string;
  readonly rehearsal: string;
  readonly pages: Readonly<Record<ReportsPage, string>>;
  readonly states: Readonly<Record<ReportState, string>>;
  readonly desk: {
    readonly tables: string;
    readonly legend: string;
    readonly table: (no: number) => string;
    readonly errors: (count: number) => string;
    readonly open: (count: number) => string;
    readonly counting: string;
    readonly drawing: (tables: number) => string;
    readonly failed: string;
    readonly retry: string;
    readonly refresh: string;
    readonly fit: string;
    readonly output: string;
    readonly outputAbout: string;
    readonly import: string;
    readonly print: string;
    readonly send: (count: number) => string;
    readonly accepted: (count: number) => string;
    readonly notAccepted: (count: number) => string;
    /** Nothing was changed yet. */
    readonly none: string;
    readonly filling: string;
    readonly frozen: string;
    readonly readOnly: string;
    readonly panel: string;
    readonly closePanel: string;
    readonly tabs: Readonly<Record<ReportTab, string>>;
    readonly locked: string;
    readonly leave: string;
    readonly fill: string;
    readonly fillAbout: string;
    readonly fillTable: (no: number, count: number) => string;
    readonly fillSet: (count: number) => string;
    readonly fillNothing: string;
  };
  readonly menu: {
    readonly trace: string;
    readonly contrast: string;
    readonly contrastWith: (cell: string) => string;
    readonly contrastHeld: (cell: string) => string;
    readonly restore: string;
    readonly card: string;
    readonly remark: string;
  };
  readonly card: {
    readonly choose: string;
    readonly kinds: Readonly<Record<"generated" | "formula" | "manual", string>>;
    readonly value: string;
    readonly empty: string;
    readonly lastYear: string;
    readonly rule: string;
    readonly forced: string;
    readonly generatedNow: string;
    readonly generatedThen: string;
    readonly stale: string;
    readonly by: (who: string, at: string) => string;
    readonly remarks: string;
    readonly history: string;
    readonly noHistory: string;
    readonly takenBack: string;
    readonly findings: string;
    readonly force: string;
    readonly number: string;
    readonly reason: string;
    readonly forceAbout: string;
    readonly noNumber: string;
    readonly restore: string;
    readonly trace: string;
    readonly contrast: string;
    readonly other: string;
    readonly otherHint: string;
  };
  readonly findings: {
    readonly title: string;
    readonly none: string;
    readonly noMatch: string;
    readonly severities: Readonly<Record<ReportFindingView["severity"], string>>;
    readonly allSeverities: string;
    readonly allTables: string;
    readonly severity: string;
    readonly no: string;
    readonly table: string;
    readonly left: string;
    readonly relation: string;
    readonly right: string;
    readonly difference: string;
    readonly text: string;
    readonly show: string;
    readonly names: string;
    readonly explain: string;
    readonly explanation: string;
    /** Heading over what is said to a finding and what can be done about it. */
    readonly said: string;
    readonly explainAbout: string;
    readonly old: string;
    readonly takeOld: string;
    readonly exempt: string;
    readonly more: (count: number) => string;
    readonly open: (count: number) => string;
    readonly output: string;
    readonly outputAbout: string;
  };
}
