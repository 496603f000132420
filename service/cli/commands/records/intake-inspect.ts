import type { SeenRow, SeenSheet, SeenWorkbook } from "#core/intake/seen-workbook.ts";
import { ok, type Result } from "#core/kernel/result.ts";
import { addressOf } from "#core/sheet/cell-address.ts";
import type { IntakeRefusal } from "#core/sheet/intake-refusal.ts";
import { sayRefusal } from "#core/wording/say-refusal.ts";
import { inspectWorkbook } from "#service/workbook/intake/foreign/inspect-workbook.ts";
import { openSheet } from "#service/workbook/intake/foreign/open-sheet.ts";
import { FOREIGN_LIMITS } from "#service/workbook/intake/intake-limits.ts";
import { done } from "#service/cli/answers.ts";
import type { Command, CommandAnswer, CommandCall } from "#service/cli/command.ts";
import { readInput } from "#service/cli/read-input.ts";

/** Up to here the values come with the verdict; beyond it only when asked for, line by line. */
const FEW_CELLS = 20_000;

/** What a foreign workbook holds, as the guarded reader sees it. Needs no database. */
export const intakeInspect: Command = {
  words: "intake inspect",
  takes: ["FILE.xlsx"],
  options: { values: { type: "boolean" } },
  about: "whether a workbook from outside can be read, and what is in it 查看外来表格",
  run: async (call) => {
    const content = await readInput(call.operands[0] ?? "", FOREIGN_LIMITS.fileBytes);
    if (!content.ok) return refusedIn(content.refusal);
    const seen = await inspectWorkbook(content.value);
    if (!seen.ok) return refusedIn(seen.refusal);
    const file = { content: content.value, seen: seen.value };
    return call.flag("values") ? await withAllValues(file, call) : await withFewValues(file);
  },
};

interface InspectedFile {
  readonly content: Uint8Array;
  readonly seen: SeenWorkbook;
}

function refusedIn(refusal: IntakeRefusal): CommandAnswer {
  const sentence = sayRefusal("zh-CN", refusal);
  return { exitCode: 1, data: { verdict: "refused", refusal }, lines: [`${refusal.code}: ${sentence}`] };
}

async function withFewValues({ content, seen }: InspectedFile): Promise<CommandAnswer> {
  const cells = seen.sheets.reduce((sum, sheet) => sum + sheet.cells, 0);
  if (!seen.complete || cells > FEW_CELLS)
    return done({ ...verdictOf(seen), valuesLeftOut: true }, [
      ...linesOf(seen),
      "  数值较多，加 --values 列出 add --values",
    ]);
  const sheets = [];
  for (const sheet of seen.sheets) {
    const values: unknown[] = [];
    const read = await eachBatch({ content, sheet }, (rows) => values.push(...rows.map(printedRow)));
    if (!read.ok) return refusedIn(read.refusal);
    sheets.push({ ...printedSheet(sheet), values });
  }
  return done({ ...verdictOf(seen), sheets }, linesOf(seen));
}

/** The verdict first, then a line of JSON for each batch of rows, as they are read. */
async function withAllValues({ content, seen }: InspectedFile, call: CommandCall): Promise<CommandAnswer> {
  call.announce(verdictOf(seen), linesOf(seen).join("\n"));
  for (const sheet of seen.sheets) {
    const read = await eachBatch({ content, sheet }, (rows) =>
      call.announce({ sheet: sheet.name, values: rows.map(printedRow) }, rows.map(printedLine).join("\n")),
    );
    if (!read.ok) return refusedIn(read.refusal);
  }
  return done({ end: true }, []);
}

async function eachBatch(
  { content, sheet }: { readonly content: Uint8Array; readonly sheet: SeenSheet },
  take: (rows: readonly SeenRow[]) => void,
): Promise<Result<null, IntakeRefusal>> {
  const opened = await openSheet(content, sheet.name);
  if (!opened.ok) return opened;
  for await (const batch of opened.value.batches) {
    if (!batch.ok) return batch;
    take(batch.value);
  }
  return ok(null);
}

function verdictOf({ sheets, ...seen }: SeenWorkbook) {
  return { verdict: "accepted", ...seen, sheets: sheets.map(printedSheet) };
}

function printedSheet({ merges, ...sheet }: SeenSheet) {
  return { ...sheet, merges: merges.map(mergeText) };
}

function mergeText({ top, left, bottom, right }: SeenSheet["merges"][number]): string {
  return `${addressOf({ row: top, column: left })}:${addressOf({ row: bottom, column: right })}`;
}

/** Row numbers and addresses as the officer sees them. */
function printedRow({ row, cells }: SeenRow) {
  const shown = cells.flatMap((cell, column) =>
    cell.value === null && cell.formula === undefined ? [] : [{ address: addressOf({ row, column }), ...cell }],
  );
  return { row: row + 1, cells: shown };
}

function printedLine({ row, cells }: SeenRow): string {
  const texts = cells.map(({ value, shown }) => shown ?? (value === null ? "" : String(value)));
  return `${String(row + 1).padStart(7)}  ${texts.join("\t")}`;
}

const STATES = { visible: "", hidden: "  隐藏 hidden", "very-hidden": "  深度隐藏 very hidden" };

function linesOf({ sheets, date1904, complete }: SeenWorkbook): readonly string[] {
  return [
    `accepted 可以读取${date1904 ? "  1904 日期系统 date system" : ""}${complete ? "" : "  文件很大，以下为已查部分 so far"}`,
    ...sheets.map(sheetLine),
  ];
}

function sheetLine(sheet: SeenSheet): string {
  const size = `${String(sheet.rows)} 行 rows x ${String(sheet.columns)} 列 columns`;
  const covered = sheet.covered === 0 ? "" : `, 合并单元格遮住 covered ${String(sheet.covered)}`;
  const formulas = sheet.formulas === 0 ? "" : `, 公式 formulas ${String(sheet.formulas)}`;
  return `  ${sheet.name}  ${size}, ${String(sheet.cells)} 格 cells${formulas}${covered}${STATES[sheet.state]}`;
}
