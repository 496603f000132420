import type { PushEdit } from "#core/protocol/push.ts";
import type { AnyRefusal } from "#core/protocol/refusal.ts";
import { judgeEntry, type JudgedEntry } from "#core/report/entry/judge-entry.ts";
import type { ReportKey } from "#core/report/key/report-key.ts";
import type { StoreReads } from "#service/ports/store.ts";
import type { Caller } from "#service/usecases/caller.ts";
import type { ReportServices } from "../report-services.ts";
import { editableStanding } from "./editable-standing.ts";
import type { ReportStanding } from "./report-standing.ts";

export interface IndexedEdit {
  readonly index: number;
  readonly edit: PushEdit;
}

export type Judged = JudgedEntry | { readonly kind: "refused"; readonly refusal: AnyRefusal };

export interface JudgedEdit extends IndexedEdit {
  readonly judged: Judged;
}

interface EditsOfReport {
  readonly caller: Caller;
  readonly key: ReportKey;
  readonly edits: readonly IndexedEdit[];
}

/** What becomes of the edits of one report, each on its own. */
export async function judgeEdits(
  tx: StoreReads,
  services: ReportServices,
  { caller, key, edits }: EditsOfReport,
): Promise<readonly JudgedEdit[]> {
  const standing = await editableStanding(tx, services, { caller, key });
  if (!standing.ok) {
    const { refusal } = standing;
    return edits.map((one) => ({ ...one, judged: { kind: "refused", refusal } }));
  }
  const seen = new Set<string>();
  return edits.map((one): JudgedEdit => {
    const { field } = one.edit;
    // A cell has one number: what is sent for it a second time was typed over something else.
    const judged: Judged = seen.has(field) ? CHANGED_MEANWHILE : judgeOne(one.edit, standing.value);
    seen.add(field);
    return { ...one, judged };
  });
}

const CHANGED_MEANWHILE = { kind: "refused", refusal: { code: "changed-meanwhile" } } as const;

function judgeOne({ field, baseRevision, value, reason = "" }: PushEdit, standing: ReportStanding): JudgedEntry {
  const { cells, entries, opened } = standing;
  const shown = entries.get(field);
  return judgeEntry(
    { cell: field, baseRevision, value, reason },
    {
      cell: cells.get(field),
      shown,
      revision: standing.revisions.get(field) ?? 0,
      generated: opened.generated.get(field) ?? 0,
    },
  );
}
