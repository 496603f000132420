import { sameValue } from "#core/sheet/diff/same-value.ts";
import type { Edit } from "#core/sheet/edit.ts";
import type { LedgerViewer } from "#core/sheet/ledger/ledger-view.ts";
import type { ReportView } from "#core/sheet/report/report-view.ts";
import type { Outcome, PushEdit } from "#core/protocol/push.ts";
import { needsReason, type Change } from "#addin/screens/ledger/change.ts";
import { fieldKey } from "../book/book-cells.ts";
import { forcesNumber } from "../forces-number.ts";
import type { Issued } from "../book/issued.ts";
import { reportCellNames } from "../report/report-cell-names.ts";
import type { WaitingValues } from "./waiting-values.ts";

export interface ChangeFacts {
  readonly issued: Issued;
  readonly viewer: LedgerViewer | null;
  readonly report: ReportView | null;
  /** Typed in the pane, by field. */
  readonly reasons: ReadonlyMap<string, string>;
  readonly outcomes: ReadonlyMap<string, Outcome>;
  readonly waiting: WaitingValues;
}

/** One edit as the list before sending shows it: named, with its reason and what became of it. */
export function changeOf(edit: Edit, { issued, viewer, report, reasons, outcomes, waiting }: ChangeFacts): Change {
  const key = fieldKey(edit);
  const isQueued = waiting.get(key)?.some((value) => sameValue(value, edit.value)) === true;
  return {
    ...edit,
    key,
    ...namesOf(edit, { issued, report }),
    reason: reasons.get(key) ?? edit.reason ?? "",
    needsReason: needsReason(edit, viewer) || forcesNumber(edit, report),
    outcome: outcomes.get(key),
    ...(isQueued ? { waiting: true } : {}),
  };
}

/** In a report a heading alone says little: there its address and its table's headings name a cell. */
function namesOf(edit: Edit, { issued, report }: Pick<ChangeFacts, "issued" | "report">) {
  const names = report && reportCellNames(report, edit.field);
  if (names) return { rowName: names.row, columnName: names.column };
  const cell = issued.cells.get(fieldKey(edit));
  return { rowName: cell?.rowName ?? edit.record, columnName: cell?.columnName ?? edit.field };
}

/** As it is sent. Whoever owes a reason was told in the pane that he answers for the change (L7). */
export function pushEditOf(change: Change): PushEdit {
  const { record, field, baseRevision, value, place, reason } = change;
  const explained = reason.trim() === "" ? {} : { reason: reason.trim() };
  return {
    ...{ record, field, baseRevision, value, place: { ...place } },
    ...explained,
    ...(change.needsReason || "reason" in explained ? { acknowledged: true } : {}),
  };
}
