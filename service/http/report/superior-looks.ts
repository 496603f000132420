import type { Result } from "#core/kernel/result.ts";
import type { AnyRefusal } from "#core/protocol/refusal.ts";
import type { ReportKey } from "#core/report/key/report-key.ts";
import { markSeen, superiorsLook } from "#service/usecases/report/entry/mark-seen.ts";
import type { RouteAnswer, RouteRequest } from "../route.ts";
import { onReport } from "./report-path.ts";

type Answered = Promise<Result<RouteAnswer, AnyRefusal>>;

/** A handler that shows a report: what a superior was shown of a submitted one, he has seen (R8). */
export function superiorLooks(
  handle: (request: RouteRequest, key: ReportKey) => Answered,
): (request: RouteRequest) => Answered {
  return onReport(async (request, key) => {
    const { services, caller } = request;
    // Before it is shown: what is handed over while he looks is another submission, which he has not seen.
    const look = await superiorsLook(services, caller, key);
    const answer = await handle(request, key);
    if (answer.ok && look) await markSeen(services, caller, look);
    return answer;
  });
}
