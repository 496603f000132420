import { z } from "zod";
import { ok } from "#core/kernel/result.ts";
import { openingSchema } from "#core/protocol/reports.ts";
import { sayRefusal } from "#core/wording/say-refusal.ts";
import { sayReportRefusal } from "#core/wording/say-report-refusal.ts";
import { loadOpening } from "#service/usecases/report/entry/load-opening.ts";
import { openingFromBook } from "#service/usecases/report/entry/opening-from-book.ts";
import { done, refused } from "#service/cli/answers.ts";
import { UsageError, type Command } from "#service/cli/command.ts";
import { readInput } from "#service/cli/read-input.ts";
import { REPORT_OPTIONS, reportAsked } from "#service/cli/report-from.ts";
import { required, withServices } from "#service/cli/with-services.ts";

/** Year-end numbers of another system, as JSON by cell or typed into an exported workbook of the form (R14). */
export const reportOpening: Command = {
  words: "report opening",
  takes: ["FILE"],
  options: { ...REPORT_OPTIONS, ...{ year: { type: "string" }, reason: { type: "string" } } },
  about:
    'load last year\'s numbers of another system, {"1!A16": 40, ...} or a workbook of the form, as opening figures 载入期初数',
  run: async (call) =>
    await withServices(call, async (services) => {
      const [year, reason] = [required(call, "year"), required(call, "reason")];
      const content = await readInput(call.operands[0] ?? "", services.limits.workbookBytes);
      if (!content.ok) return refused(content.refusal, sayRefusal("zh-CN", content.refusal));
      const asked = await reportAsked(call, services);
      if (!asked.ok) return refused(asked.refusal, sayReportRefusal("zh-CN", asked.refusal));
      const { caller, key } = asked.value;
      const values = isWorkbook(content.value)
        ? await openingFromBook(services, key, content.value)
        : ok(parsed(content.value));
      if (!values.ok) return refused(values.refusal, sayReportRefusal("zh-CN", values.refusal));
      const given = openingSchema.safeParse({ year: Number(year), reason, values: values.value });
      if (!given.success) throw new UsageError(`no opening figures: ${z.prettifyError(given.error)}`);
      const loaded = await loadOpening(services, caller, { key, ...given.data });
      if (!loaded.ok) return refused(loaded.refusal, sayReportRefusal("zh-CN", loaded.refusal));
      return done(loaded.value, [`${year} 年期初数已载入，共 ${loaded.value.cells} 格`]);
    }),
};

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
