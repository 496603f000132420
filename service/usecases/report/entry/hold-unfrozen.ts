import { reportRecord, type ReportKey } from "#core/report/key/report-key.ts";
import type { ReportEntryRefusal } from "#core/report/report-refusal.ts";
import { reportStateOf } from "#core/report/submission/submission.ts";
import type { StoreWrites } from "#service/ports/store.ts";

type Frozen = Extract<ReportEntryRefusal, { readonly code: "report-frozen" }>;

/**
 * What several reports are checked against is changed only while none of them was handed over (R8). They stay held until the
 * transaction ends, by their names, so that two do not wait for each other in a ring.
 */
export async function holdUnfrozen(
  tx: Pick<StoreWrites, "reports">,
  keys: readonly ReportKey[],
): Promise<Frozen | undefined> {
  const byName = new Map(keys.map((key) => [reportRecord(key), key]));
  const ordered = [...byName].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, key]) => key);
  for (const key of ordered) await tx.reports.hold(key);
  for (const key of ordered) {
    const state = reportStateOf((await tx.reports.submissions(key))[0]);
    if (state === "submitted" || state === "accepted") return { code: "report-frozen", state };
  }
  return undefined;
}
