import { META_SHEET } from "#core/sheet/snapshot/encode-snapshot.ts";
import { parseSnapshot } from "#core/sheet/snapshot/parse-snapshot.ts";
import type { BaseSnapshot } from "#core/sheet/snapshot/base-snapshot.ts";
import type { SnapshotCodec } from "#core/sheet/snapshot/snapshot-codec.ts";
import { parseFrame } from "#addin/hosts/plan/standing/kept-frame.ts";
import type { BookPlan } from "#addin/hosts/plan/plan.ts";
import type { BookFrame, StandingSheet } from "#addin/hosts/plan/standing/standing-sheet.ts";
import type { ExcelRun } from "../excel-run.ts";
import { findSheets, queueFacts, type FoundSheet, type QueuedFacts, type WorkbookFacts } from "../cells/find-sheets.ts";
import type { KnownBook } from "../known-book.ts";
import type { ReadBook, SheetReader } from "../cells/read-sheets.ts";

export interface ExcelStanding extends StandingSheet {
  readonly id: string;
  readonly isProtected: boolean;
}

/** Everything that a draw has to know about the workbook. */
export interface Surroundings {
  readonly facts: WorkbookFacts;
  readonly standing: readonly ExcelStanding[];
  readonly meta: string | null;
  readonly frame: BookFrame | null;
  readonly isFrameSure: boolean;
  /** What was issued with what stands; null: nobody knows. */
  readonly base: BaseSnapshot | null;
}

export interface Looking {
  readonly reader: SheetReader;
  readonly codec: SnapshotCodec;
  readonly known: KnownBook | null;
}

/** One synchronisation where the host knows its sheets, or where the workbook has none; else one or two more. */
export async function lookAround(
  run: ExcelRun,
  plan: Pick<BookPlan, "sheets">,
  looking: Looking,
): Promise<Surroundings> {
  const { reader, known } = looking;
  let facts: QueuedFacts | undefined;
  const also = (workbook: Excel.Workbook) => {
    facts = queueFacts(workbook);
  };
  const ids = known?.sheets.map(({ id }) => id) ?? [];
  const first = await reader.read(run, ids, { also, withFrame: known?.isFrameSure !== true });
  const found = facts?.() ?? { tabs: [], names: [] };
  if (known && first.sheets.length === ids.length) {
    const keys = new Map(known.sheets.map(({ id, key }) => [id, key]));
    return surroundings(found, { read: first, keyOf: (id) => keys.get(id) ?? "" }, looking);
  }
  const sheets = mayHoldOurs(found, first, plan) ? await findSheets(run, found.tabs) : [];
  const read = await readFound(run, { reader, sheets, first });
  return surroundings(found, { read, keyOf: (id) => keyOf(sheets, id) }, { ...looking, known: null });
}

/** Tabs are looked into only where a sign of us is: our very-hidden sheet, or a tab called like one of ours. */
function mayHoldOurs({ tabs }: WorkbookFacts, { meta }: ReadBook, plan: Pick<BookPlan, "sheets">): boolean {
  const names = new Set(plan.sheets.map(({ name }) => name));
  return meta !== null || tabs.some(({ name }) => names.has(name) || name === META_SHEET);
}

async function readFound(
  run: ExcelRun,
  {
    reader,
    sheets,
    first,
  }: { readonly reader: SheetReader; readonly sheets: readonly FoundSheet[]; readonly first: ReadBook },
): Promise<ReadBook> {
  if (sheets.length === 0) return { ...first, sheets: [] };
  return reader.read(
    run,
    sheets.map(({ id }) => id),
    { withFrame: true },
  );
}

function keyOf(sheets: readonly FoundSheet[], id: string): string {
  return sheets.find((sheet) => sheet.id === id)?.key ?? "";
}

function surroundings(
  facts: WorkbookFacts,
  { read, keyOf: keyFor }: { readonly read: ReadBook; readonly keyOf: (id: string) => string },
  { codec, known }: Looking,
): Surroundings {
  const isFrameSure = known?.isFrameSure === true;
  const frame = isFrameSure ? known.frame : parseFrame(read.frameText, codec);
  const base = parseSnapshot(read.meta, codec);
  return {
    ...{ facts, frame, isFrameSure, meta: read.meta, base: base.ok ? base.value : null },
    standing: read.sheets.map((sheet) => {
      const key = keyFor(sheet.id);
      return { ...sheet, key, frame: frame?.sheets.find((drawn) => drawn.key === key) ?? null };
    }),
  };
}
