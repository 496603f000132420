import { toId, type UnitId } from "#core/kernel/ids.ts";
import { parseDay } from "#core/kernel/instant.ts";
import { refuse, type Result } from "#core/kernel/result.ts";
import type { AnyRefusal } from "#core/protocol/refusal.ts";
import type { ReportKey } from "#core/report/key/report-key.ts";
import type { RouteAnswer, RouteRequest } from "../route.ts";

/** Where a report is found: form, unit, reporting date. */
export const REPORT_PATH = "/reports/:set/:unit/:on";

type Answered = Promise<Result<RouteAnswer, AnyRefusal>>;

/** A handler of the report that the path names; a path that names none is not found. */
export function onReport(
  handle: (request: RouteRequest, key: ReportKey) => Answered,
): (request: RouteRequest) => Answered {
  return async (request) => {
    const { set: setId = "", unit = "", on = "" } = request.params;
    const day = parseDay(on);
    if (day === undefined) return refuse({ code: "not-found" });
    return await handle(request, { setId, unitId: toId<UnitId>(unit), on: day });
  };
}
