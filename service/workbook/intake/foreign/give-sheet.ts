import type { Result } from "#core/kernel/result.ts";
import type { SeenSheet } from "#core/intake/seen-workbook.ts";
import type { IntakeRefusal } from "#core/sheet/intake-refusal.ts";
import type { IntakeLimits } from "../intake-limits.ts";
import { openArchive, openSpreadsheet, readContext } from "../open-archive.ts";
import { checkSheet, giveCells } from "../parts/sheet-part.ts";
import { answerOf } from "../read-archive.ts";
import { sheetNamed } from "./inspect-archive.ts";
import { RowPacker, type PackedRow } from "./packed-rows.ts";

/** What the child says about one sheet, a line each: first the sheet, then its rows, last that it is over. */
export type SheetLine =
  | { readonly kind: "opened"; readonly answer: Result<OpenedSheet, IntakeRefusal> }
  | { readonly kind: "rows"; readonly rows: readonly PackedRow[] }
  | { readonly kind: "end"; readonly refusal?: IntakeRefusal };

export interface OpenedSheet {
  readonly sheet: SeenSheet;
  readonly date1904: boolean;
}

const BATCH_CELLS = 8_000;

/** Checks the sheet to its end and only then gives its rows, as fast as `say` takes them. */
export async function giveSheet(
  bytes: Buffer,
  { sheet: name, limits }: { readonly sheet: string; readonly limits: IntakeLimits },
  say: (line: SheetLine) => Promise<void>,
): Promise<void> {
  const prepared = await answerOf(async () => {
    const archive = openArchive(bytes, limits);
    const workbook = openSpreadsheet(archive);
    const entry = sheetNamed(workbook, name);
    const context = await readContext(archive, workbook);
    return { archive, entry, context, checked: (await checkSheet(archive, entry, context)).sheet };
  });
  if (!prepared.ok) {
    await say({ kind: "opened", answer: prepared });
    return;
  }
  const { archive, entry, context, checked } = prepared.value;
  await say({ kind: "opened", answer: { ok: true, value: { sheet: checked, date1904: context.date1904 } } });
  const packer = new RowPacker();
  const given = await answerOf(async () => {
    for await (const _ of giveCells(archive, { entry, checked }, { context, sink: packer.add }))
      if (packer.cells >= BATCH_CELLS) await say({ kind: "rows", rows: packer.take() });
    await say({ kind: "rows", rows: packer.takeLast() });
  });
  await say(given.ok ? { kind: "end" } : { kind: "end", refusal: given.refusal });
}
