import type { Services } from "../services.ts";

/** What every question about a report needs. */
export type ReportServices = Pick<
  Services,
  | "store"
  | "catalogue"
  | "procedureRules"
  | "reportSets"
  | "digest"
  | "reports"
  | "frozenReports"
  | "packing"
  | "populationFiles"
  | "worthSaving"
  | "countingThreads"
  | "worthThreads"
  | "workingDays"
>;
