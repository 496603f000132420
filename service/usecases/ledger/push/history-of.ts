import type { HistoryRecord } from "#service/ports/records.ts";
import type { Caller } from "#service/usecases/caller.ts";
import type { DecidedEdit } from "./decide-edits.ts";
import { isWrite, type EditWrite } from "./decided-edit.ts";

/** One row per field that was written (W9). */
export function historyOf({ at, who, account }: Caller, written: readonly DecidedEdit[]): readonly HistoryRecord[] {
  return written.flatMap(({ decision }) => {
    if (!isWrite(decision)) return [];
    const { change, action, value, reason } = decision;
    return [{ ...change, revision: revisionOf(decision), action, value, at, accountId: account.id, who, reason }];
  });
}

export function revisionOf(write: EditWrite): number {
  return write.kind === "name" ? write.row.nameRevision : write.row.revision;
}
