import { ok, refuse, type Result } from "#core/kernel/result.ts";
import type { ImportRowDetail } from "#core/protocol/records/imports.ts";
import type { AnyRefusal } from "#core/protocol/refusal.ts";
import type { ImportRow } from "#service/ports/records/staging.ts";
import type { Caller } from "../caller.ts";
import type { Services } from "../services.ts";
import { parseSummary } from "./import-summary.ts";
import { permitImport } from "./import-view.ts";

const PAGE = 5_000;

export interface ResultAsked {
  readonly importId: string;
  /** The file that was imported, once more. */
  readonly content: Uint8Array;
  /** What is written beside a row; from the wording of the door. */
  readonly say: (row: Pick<ImportRow, "verdict">, detail: ImportRowDetail) => string;
  readonly heading: string;
}

/** The officer's own file with one more column that says what became of each row (W8). */
export async function importResult(
  { store, workbooks, digest }: Pick<Services, "store" | "workbooks" | "digest">,
  caller: Caller,
  { importId, content, say, heading }: ResultAsked,
): Promise<Result<{ readonly fileName: string; readonly content: Uint8Array }, AnyRefusal>> {
  const found = await store.read((tx) => permitImport(tx, caller, importId));
  if (!found.ok) return found;
  const { sha256, summary, fileName } = found.value;
  if (digest(content) !== sha256) return refuse({ code: "import-other-file", fileName });
  const { sheet, headerRow } = parseSummary(summary).mapping;
  const results = new Map<number, string>();
  for (let after: { sheet: string; row: number } | undefined; ;) {
    const page = await store.read((tx) => tx.staging.importRows(importId, { most: PAGE, ...(after && { after }) }));
    for (const row of page) results.set(row.row, say(row, JSON.parse(row.detail) as ImportRowDetail));
    const last = page.at(-1);
    if (!last || page.length < PAGE) break;
    after = { sheet: last.sheet, row: last.row };
  }
  const texts = { sheet, headerRow: headerRow - 1, header: heading, texts: results };
  const written = await workbooks.withResults(content, [texts]);
  return written.ok ? ok({ fileName, content: written.value }) : written;
}
