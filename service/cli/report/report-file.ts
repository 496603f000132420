import type { Result } from "#core/kernel/result.ts";
import type { AnyRefusal } from "#core/protocol/refusal.ts";
import { sayReportRefusal } from "#core/wording/say-report-refusal.ts";
import type { Caller } from "#service/usecases/caller.ts";
import type { OutputFile } from "#service/usecases/ledger/exchange/output-ledger.ts";
import type { ReportOutput } from "#service/usecases/report/output/output-report.ts";
import type { Services } from "#service/usecases/services.ts";
import { done, refused } from "../answers.ts";
import type { Command, CommandAnswer, CommandCall } from "../command.ts";
import { reportAsked } from "./report-from.ts";
import { writeOutput } from "../write-output.ts";

/** Of commands that write a file of a report; the reason is logged (A13). */
export const OUT_OPTIONS: Command["options"] = { out: { type: "string" }, reason: { type: "string" } };

export interface ReportFileAsked {
  readonly call: CommandCall;
  readonly services: Services;
  readonly make: (
    services: Services,
    caller: Caller,
    asked: ReportOutput,
  ) => Promise<Result<Pick<OutputFile, "fileName" | "content">, AnyRefusal>>;
}

/** A file of the report that the options name, written to `out`. */
export async function reportFileTo(out: string, { call, services, make }: ReportFileAsked): Promise<CommandAnswer> {
  const asked = await reportAsked(call, services);
  if (!asked.ok) return refused(asked.refusal, sayReportRefusal("zh-CN", asked.refusal));
  const { caller, key } = asked.value;
  const made = await make(services, caller, { key, reason: call.option("reason") ?? "command line" });
  if (!made.ok) return refused(made.refusal, sayReportRefusal("zh-CN", made.refusal));
  const { fileName, content } = made.value;
  await writeOutput(out, content);
  return done({ set: key.setId, file: out, name: fileName }, [`${out}  ${fileName}`]);
}
