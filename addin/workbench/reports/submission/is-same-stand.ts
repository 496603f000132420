import type { ReportView } from "#core/sheet/report/report-view.ts";

type Stand = Pick<ReportView, "state" | "submission"> & { readonly may: Pick<ReportView["may"], "edit"> };

/** Whether two views of a report are open or locked alike, and speak of the same handing-over. */
export function isSameStand(one: Stand, other: Stand): boolean {
  return one.state === other.state && one.submission === other.submission && one.may.edit === other.may.edit;
}
