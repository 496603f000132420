import type { ReactNode } from "react";
import type { Result } from "#core/kernel/result.ts";
import type { EvidenceListed, HistoryEntry, TalkEntry } from "#core/protocol/ledgers.ts";
import type { PushEdit } from "#core/protocol/push.ts";
import type { Cell } from "#core/sheet/cell.ts";
import type { SheetProblem } from "#core/sheet/edit.ts";
import type { ItemView, LedgerView } from "#core/sheet/ledger/ledger-view.ts";
import type { CellPlace } from "#core/sheet/reading.ts";
import type { LegendEntry } from "#core/sheet/sheet-book.ts";
import type { Language } from "#core/wording/language.ts";
import type { ShownRefusal } from "#addin/wording/say-shown-refusal.ts";
import type { Change } from "./change.ts";
import type { ImportShown } from "./import-shown.ts";

export type Answered<T> = Promise<Result<T, ShownRefusal>>;
export type PanelTab = "cell" | "evidence" | "changes" | "talk";
export type OutputFormat = "xlsx" | "docx" | "zip";

/** The cell that is selected, in words and keys. */
export interface SelectedCell {
  readonly place: CellPlace;
  readonly rowName: string;
  readonly columnName: string;
  readonly cell: Cell;
  /** What stands there now, typed or not. */
  readonly shown: string;
  readonly item: ItemView | null;
  /** Record and field of its history: the score's for every cell of an item's row that has none of its own. */
  readonly record: string | null;
  readonly field: string | null;
}

export interface Upload {
  readonly progress: (percent: number) => void;
  readonly signal: AbortSignal;
}

/** Everything the screen asks of the service; what comes back is a value, also when it is a refusal. */
export interface LedgerFunctions {
  readonly send: (keys: ReadonlySet<string>) => Promise<void>;
  readonly act: (edit: PushEdit) => Promise<boolean>;
  readonly refresh: () => Promise<void>;
  readonly takeBack: (key: string) => void;
  readonly keepMine: (key: string) => void;
  readonly restoreFormula: (place: CellPlace) => void;
  readonly setReason: (key: string, reason: string) => void;
  readonly goTo: (place: CellPlace) => void;
  readonly history: (record: string, field: string) => Answered<readonly HistoryEntry[]>;
  readonly evidence: (item: string) => Answered<readonly EvidenceListed[]>;
  readonly attach: (item: string, file: File, upload: Upload) => Answered<unknown>;
  readonly preview: (id: string) => Answered<{ readonly content: Blob }>;
  readonly download: (id: string, name: string) => Answered<unknown>;
  readonly removeEvidence: (id: string) => Answered<unknown>;
  /** Evidence changed: scores follow from it (L6). */
  readonly evidenceChanged: () => void;
  readonly talk: (item: string) => Answered<readonly TalkEntry[]>;
  readonly say: (item: string, text: string) => Answered<unknown>;
  readonly output: (format: OutputFormat, reason: string) => Answered<{ readonly fileName: string }>;
  readonly print: () => void;
  readonly fit: () => void;
  readonly readWorkbook: (file: File, dryRun: boolean) => Answered<ImportShown>;
  readonly remove: () => Answered<unknown>;
  readonly voidLedger: (reason: string) => Answered<unknown>;
}

/** What the panels need beside a sheet, in the workbench and in a desk program's pane. */
export type PanelFunctions = Omit<
  LedgerFunctions,
  "refresh" | "output" | "print" | "fit" | "readWorkbook" | "remove" | "voidLedger"
>;

export interface LedgerPanelProps {
  readonly language: Language;
  readonly refusal: ShownRefusal | null;
  readonly view: LedgerView | null;
  readonly changes: readonly Change[];
  readonly problems: readonly SheetProblem[];
  readonly stopped: boolean;
  readonly sending: boolean;
  /** Why the last action by a button was not done. */
  readonly actRefusal: string | null;
  readonly selected: SelectedCell | null;
  readonly ask: PanelFunctions;
}

export interface LedgerScreenProps extends LedgerPanelProps {
  readonly phase: "loading" | "ready" | "failed";
  readonly legend: readonly LegendEntry[];
  readonly accepted: number;
  readonly panel: PanelTab | null;
  readonly onPanel: (panel: PanelTab | null) => void;
  /** The element that the workbench put the grid into. */
  readonly grid: ReactNode;
  readonly ask: LedgerFunctions;
}
