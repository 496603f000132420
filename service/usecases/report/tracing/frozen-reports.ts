import type { Reporter } from "./frozen-bytes.ts";
import type { TracedReport } from "./traced-report.ts";

/** Submitted reports that were looked into lately: what is in them never changes. */
export interface FrozenReports {
  kept(submissionId: string): TracedReport | undefined;
  keep(submissionId: string, report: TracedReport): void;
  /**
   * Kept by itself: the records behind a report are unpacked once for its sake, however many look at the report at once. What
   * fails is read again by the next. null: frozen without.
   */
  reporter(submissionId: string, read: () => Promise<Reporter | null>): Promise<Reporter | null>;
  keepReporter(submissionId: string, reporter: Reporter | null): void;
}

/** Of all that is kept together. */
const MOST_RECORDS = 300_000;
const MOST_REPORTERS = 2_000;

export function createFrozenReports(mostRecords = MOST_RECORDS): FrozenReports {
  /** The one that was asked for last stands last. */
  const reports = new Map<string, TracedReport>();
  const reporters = new Map<string, Promise<Reporter | null>>();
  const keepReporter = (id: string, reporter: Promise<Reporter | null>): void => {
    const [oldest] = reporters.keys();
    if (reporters.size >= MOST_REPORTERS && oldest !== undefined) reporters.delete(oldest);
    reporters.set(id, reporter);
  };
  return {
    reporter: async (id, read) => {
      const known = reporters.get(id);
      if (known) return await known;
      const reading = read();
      keepReporter(id, reading);
      try {
        return await reading;
      } catch (error) {
        if (reporters.get(id) === reading) reporters.delete(id);
        throw error;
      }
    },
    keepReporter: (id, reporter) => keepReporter(id, Promise.resolve(reporter)),
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
