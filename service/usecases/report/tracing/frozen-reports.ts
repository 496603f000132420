import type { Reporter } from "./frozen-bytes.ts";
import type { TracedReport } from "./traced-report.ts";

/** Submitted reports that were looked into lately: what is in them never changes. */
export interface FrozenReports {
  kept(submissionId: string): TracedReport | undefined;
  keep(submissionId: string, report: TracedReport): void;
  /** Kept by itself: whoever only looks at a report unpacks none of the records behind it twice. null: frozen without. */
  reporter(submissionId: string): Reporter | null | undefined;
  keepReporter(submissionId: string, reporter: Reporter | null): void;
}

/** Of all that is kept together. */
const MOST_RECORDS = 300_000;
const MOST_REPORTERS = 2_000;

export function createFrozenReports(mostRecords = MOST_RECORDS): FrozenReports {
  /** The one that was asked for last stands last. */
  const reports = new Map<string, TracedReport>();
  const reporters = new Map<string, Reporter | null>();
  return {
    reporter: (id) => reporters.get(id),
    keepReporter: (id, reporter) => {
      const [oldest] = reporters.keys();
      if (reporters.size >= MOST_REPORTERS && oldest !== undefined) reporters.delete(oldest);
      reporters.set(id, reporter);
    },
    kept: (id) => reports.get(id),
    keep: (id, report) => {
      reports.delete(id);
      reports.set(id, report);
      let records = [...reports.values()].reduce((sum, each) => sum + recordsIn(each), 0);
      for (const [oldest, each] of reports) {
        if (records <= mostRecords || each === report) return;
        reports.delete(oldest);
        records -= recordsIn(each);
      }
    },
  };
}

function recordsIn({ cache }: TracedReport): number {
  return cache.populations.people.size;
}
