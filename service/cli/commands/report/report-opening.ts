import { z } from "zod";
import { ok, type Result } from "#core/kernel/result.ts";
import type { AnyRefusal } from "#core/protocol/refusal.ts";
import { openingSchema, type OpeningAnswer } from "#core/protocol/report/report-opening.ts";
import type { OpeningGiven } from "#core/report/opening/opening-from-reading.ts";
import { sayProblem } from "#core/wording/texts/problem-sentences.ts";
import { sayRefusal } from "#core/wording/say-refusal.ts";
import { sayReportRefusal } from "#core/wording/say-report-refusal.ts";
import { loadOpening } from "#service/usecases/report/entry/opening/load-opening.ts";
import {
  openingFromBook,
  type OpeningBook,
  type OpeningServices,
} from "#service/usecases/report/entry/opening/opening-from-book.ts";
import { outputOpeningForm } from "#service/usecases/report/output/output-opening-form.ts";
import type { Services } from "#service/usecases/services.ts";
import type { Caller } from "#service/usecases/caller.ts";
import { refused } from "#service/cli/answers.ts";
import { UsageError, type Command, type CommandAnswer, type CommandCall } from "#service/cli/command.ts";
import { readInput } from "#service/cli/read-input.ts";
import { OUT_OPTIONS, reportFileTo, type ReportFileAsked } from "#service/cli/report/report-file.ts";
import { REPORT_OPTIONS, reportAsked } from "#service/cli/report/report-from.ts";
import { required, withServices } from "#service/cli/with-services.ts";

/** Year-end numbers of another system, as JSON by cell or typed into a workbook of the form, and the empty form for them (R14). */
export const reportOpening: Command = {
  words: "report opening",
  takes: ["[FILE]"],
  options: {
    ...{ ...REPORT_OPTIONS, ...OUT_OPTIONS, year: { type: "string" }, blank: { type: "boolean" } },
    ...{ base: { type: "string" }, "dry-run": { type: "boolean" } },
  },
  about:
    'load last year\'s numbers of another system, {"1!A16": 40, ...} or a workbook of the form, as opening figures; --dry-run shows what would be loaded and the mark for --base; --blank --out FILE.xlsx writes an empty form to fill in 载入期初数',
  run: async (call) =>
    await withServices(call, async (services) => {
      const [fileGiven] = call.operands;
      if (call.flag("blank")) return await writeForm(call, services);
      if (call.option("out") !== undefined) throw new UsageError("--out goes with --blank");
      if (fileGiven === undefined) throw new UsageError("expected FILE after the options");
      const order = orderOf(call);
      const content = await readInput(fileGiven, services.limits.workbookBytes);
      if (!content.ok) return refused(content.refusal, sayRefusal("zh-CN", content.refusal));
      const asked = await reportAsked(call, services);
      if (!asked.ok) return refused(asked.refusal, sayReportRefusal("zh-CN", asked.refusal));
      const { caller, key } = asked.value;
      const given = await givenIn(services, caller, { key, year: order.year, content: content.value });
      if (!given.ok) return refused(given.refusal, sayReportRefusal("zh-CN", given.refusal));
      const loaded = await loadOpening(services, caller, { key, given: given.value, ...order });
      if (!loaded.ok) return refused(loaded.refusal, sayReportRefusal("zh-CN", loaded.refusal));
      return answerOf(loaded.value);
    }),
};

async function writeForm(call: CommandCall, services: Services): Promise<CommandAnswer> {
  if (call.operands.length > 0) throw new UsageError("--blank writes a form and takes no FILE");
  const year = checked(openingSchema.shape.year.safeParse(Number(required(call, "year"))));
  const make: ReportFileAsked["make"] = (from, caller, asked) => outputOpeningForm(from, caller, { ...asked, year });
  return await reportFileTo(required(call, "out"), { call, services, make });
}

function orderOf(call: CommandCall) {
  const dryRun = call.flag("dry-run");
  const reason = dryRun ? (call.option("reason") ?? "") : required(call, "reason");
  const { shape } = openingSchema;
  const order = z.strictObject({ year: shape.year, reason: shape.reason, base: shape.base, dryRun: shape.dryRun });
  const asked = { year: Number(required(call, "year")), reason, base: call.option("base"), dryRun };
  return checked(order.safeParse(asked));
}

async function givenIn(
  services: OpeningServices,
  caller: Caller,
  book: OpeningBook,
): Promise<Result<OpeningGiven, AnyRefusal>> {
  if (isWorkbook(book.content)) return await openingFromBook(services, caller, book);
  const values = checked(openingSchema.shape.values.safeParse(parsed(book.content)));
  return ok({ values, refused: [], places: new Map(), unchanged: 0, problems: [] });
}

/** Exit code 1 when a figure would be refused or a sheet was left out, so that a script notices. */
function answerOf(answer: OpeningAnswer): CommandAnswer {
  const { year, cells, dryRun, standing, base, refusedCount, unchanged, same, problems } = answer;
  const head = dryRun
    ? `试运行，未写入 dry run：${year} 年期初数共 ${cells} 格，${refusedCount} 格不能载入`
    : `${year} 年期初数${same ? "与已载入的相同，没有改动 unchanged" : "已载入"}，共 ${cells} 格`;
  const left = unchanged === 0 ? [] : [`  与导出时相同、未载入 ${unchanged} 格`];
  const before = standing
    ? [`  已有 ${standing.cells} 格，${standing.who} ${standing.at}，替换时写 --base ${base}`]
    : [];
  const tables = answer.tables.map(
    ({ table, title, ...of }) => `  表${table} ${title}：${of.cells} 格，变动 ${of.moved}`,
  );
  const leftOut = problems.map((problem) => `  ${sayProblem("zh-CN", problem)} (${problem.code})`);
  const wrong = answer.refused.map(
    ({ refusal, place }) => `  ${place ? `${place.sheet}!${place.address} ` : ""}${sayRefusal("zh-CN", refusal)}`,
  );
  const lines = dryRun ? [head, ...left, ...leftOut, ...before, ...tables, ...wrong] : [head, ...left, ...leftOut];
  return { exitCode: refusedCount + problems.length === 0 ? 0 : 1, data: answer, lines };
}

function checked<T>(given: z.ZodSafeParseResult<T>): T {
  if (!given.success) throw new UsageError(`no opening figures: ${z.prettifyError(given.error)}`);
  return given.data;
}

/** A zip begins so. */
function isWorkbook([first, second]: Uint8Array): boolean {
  return first === 0x50 && second === 0x4b;
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch (cause) {
    throw new UsageError(`the file is no JSON: ${String(cause)}`);
  }
}
