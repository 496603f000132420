import { toId, type UnitId } from "#core/kernel/ids.ts";
import { parseDay, type Day } from "#core/kernel/instant.ts";
import { ok, type Result } from "#core/kernel/result.ts";
import type { ReportKey } from "#core/report/key/report-key.ts";
import type { Caller } from "#service/usecases/caller.ts";
import { lookingAt } from "#service/usecases/report/entry/mark-seen.ts";
import { reportStanding, type ReportStanding } from "#service/usecases/report/entry/report-standing.ts";
import { openReport, type OpenRefusal } from "#service/usecases/report/numbers/open-report.ts";
import { prepareForm } from "#service/usecases/report/numbers/kept/prepare-form.ts";
import type { Services } from "#service/usecases/services.ts";
import { callerFor, departmentCaller } from "../caller-for.ts";
import { UsageError, type Command, type CommandCall } from "../command.ts";
import { unitByCode } from "../unit-by-code.ts";
import { required } from "../with-services.ts";

/** Options of every command that begins with a unit's report. */
export const REPORT_OPTIONS: Command["options"] = {
  ...{ set: { type: "string" }, unit: { type: "string" }, date: { type: "string" } },
  ...{ as: { type: "string" }, post: { type: "string" } },
};

type CallerRefusal = Extract<Awaited<ReturnType<typeof callerFor>>, { ok: false }>["refusal"];

export interface ReportAsked {
  readonly caller: Caller;
  readonly key: ReportKey;
}

/** Which report --set, --unit and --date name, and who asks: --as or the organisation department. */
export async function reportAsked(call: CommandCall, services: Services): Promise<Result<ReportAsked, CallerRefusal>> {
  const [setId, code, on] = [required(call, "set"), required(call, "unit"), dayGiven(call)];
  const account = call.option("as");
  const caller =
    account === undefined ? await departmentCaller(services) : await callerFor(services, account, call.option("post"));
  if (!caller.ok) return caller;
  return ok({ caller: caller.value, key: { setId, unitId: toId<UnitId>(unitByCode(caller.value, code)), on } });
}

/** The report as it stands. */
export async function reportFrom(
  call: CommandCall,
  services: Services,
): Promise<Result<ReportStanding, OpenRefusal | CallerRefusal>> {
  const asked = await reportAsked(call, services);
  if (!asked.ok) return asked;
  const { caller, key } = asked.value;
  await prepareForm(services, { caller, key });
  return await lookingAt(services, asked.value, () =>
    services.store.read(async (tx): Promise<Result<ReportStanding, OpenRefusal>> => {
      const opened = await openReport(tx, services, { caller, key });
      return opened.ok ? ok(await reportStanding(tx, opened.value)) : opened;
    }),
  );
}

function dayGiven(call: CommandCall): Day {
  const day = parseDay(required(call, "date"));
  if (day === undefined) throw new UsageError("--date is a day: 2026-12-31");
  return day;
}
