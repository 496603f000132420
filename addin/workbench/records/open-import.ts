import type { ImportView, InspectedWorkbook } from "#core/protocol/records/imports.ts";
import type { DraftColumn, TableChoice } from "#addin/screens/records/import/import-draft.ts";

/** A file on its way in: read, mapped, judged, written. */
export interface OpenImport {
  readonly unit: string;
  readonly file: File;
  readonly seen: InspectedWorkbook;
  readonly chosen: TableChoice;
  readonly draft: readonly DraftColumn[];
  /** null: not judged yet. */
  readonly staged: ImportView | null;
}
