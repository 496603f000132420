import type { Result } from "#core/kernel/result.ts";
import type { AnyRefusal } from "#core/protocol/refusal.ts";
import type { ReportKey } from "#core/report/key/report-key.ts";
import { lookingAt } from "#service/usecases/report/entry/mark-seen.ts";
import type { RouteAnswer, RouteRequest } from "../route.ts";
import { onReport } from "./report-path.ts";

type Answered = Promise<Result<RouteAnswer, AnyRefusal>>;

/** A handler that shows a report: what a superior was shown of a submitted one, he has seen (R8). */
export function superiorLooks(
  handle: (request: RouteRequest, key: ReportKey) => Answered,
): (request: RouteRequest) => Answered {
  return onReport(
    async (request, key) =>
      await lookingAt(request.services, { caller: request.caller, key }, () => handle(request, key)),
  );
}
