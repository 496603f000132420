import { parseDay, type Day } from "#core/kernel/instant.ts";
import { ok, type Result } from "#core/kernel/result.ts";
import { generateReport, type Report, type ReportRefusal } from "#service/usecases/report/numbers/generate-report.ts";
import { callerFor, departmentCaller } from "./caller-for.ts";
import { UsageError, type Command, type CommandCall } from "./command.ts";
import { unitByCode } from "./unit-by-code.ts";
import { required } from "./with-services.ts";
import type { Services } from "#service/usecases/services.ts";

/** Options of every command that begins with a unit's report. */
export const REPORT_OPTIONS: Command["options"] = {
  ...{ set: { type: "string" }, unit: { type: "string" }, date: { type: "string" } },
  ...{ as: { type: "string" }, post: { type: "string" } },
};

type CallerRefusal = Extract<Awaited<ReturnType<typeof callerFor>>, { ok: false }>["refusal"];

/** The report that --set, --unit and --date name, for --as or the organisation department. */
export async function reportFrom(
  call: CommandCall,
  services: Services,
): Promise<Result<Report, ReportRefusal | CallerRefusal>> {
  const [set, code, on] = [required(call, "set"), required(call, "unit"), dayGiven(call)];
  const account = call.option("as");
  const caller =
    account === undefined ? await departmentCaller(services) : await callerFor(services, account, call.option("post"));
  if (!caller.ok) return caller;
  const report = await generateReport(services, caller.value, { set, unit: unitByCode(caller.value, code), on });
  return report.ok ? ok(report.value) : report;
}

function dayGiven(call: CommandCall): Day {
  const day = parseDay(required(call, "date"));
  if (day === undefined) throw new UsageError("--date is a day: 2026-12-31");
  return day;
}
