import type { ReportRefusal } from "#core/report/report-refusal.ts";

/** 409: something else stands in the way; 422: understood, and a rule says no. */
export const REPORT_STATUS = {
  "definition-unreadable": 409,
  "report-set-unknown": 404,
  "report-cell-unknown": 404,
  "report-cell-no-list": 422,
  "report-frozen": 409,
  "report-cell-locked": 422,
  "report-value-wrong": 422,
  "report-check-unknown": 422,
  "opening-year-wrong": 422,
  "opening-empty": 422,
  "report-not-due-here": 409,
  "report-rehearsal": 409,
  "report-not-ready": 409,
  "report-state-wrong": 409,
  "report-seen-already": 409,
  "report-too-early": 409,
  "report-parent-frozen": 409,
  "report-point-unknown": 422,
  "printed-day-wrong": 422,
  "workbook-not-a-report": 422,
  "workbook-of-another-report": 409,
  "workbook-of-another-form": 409,
} as const satisfies Record<ReportRefusal["code"], number>;
