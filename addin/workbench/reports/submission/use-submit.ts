import { useEffect, useRef } from "react";
import type { ReportAsk } from "#core/sheet/report/report-view.ts";
import type { Answer } from "#addin/service-client/client-refusal.ts";
import type { ReportClient } from "#addin/service-client/report-client.ts";
import { newPushKey } from "#addin/session/desk/new-push-key.ts";

export interface SubmitOptions {
  readonly reports: Pick<ReportClient, "submit">;
  readonly ask: ReportAsk;
  /** Another one whenever the report was handed over or came back. */
  readonly stand: string;
}

/** Hands a report over with one key until it is through: a click that is repeated after a broken line submits once (R8). */
export function useSubmit({ reports, ask, stand }: SubmitOptions): () => Promise<Answer<unknown>> {
  const key = useRef(newPushKey());
  const renew = () => {
    key.current = newPushKey();
  };
  // What stands here now was not handed over by the click before.
  useEffect(renew, [stand]);
  return async () => {
    const answer = await reports.submit(ask, key.current);
    // Done, or done before and come back since: the next click is another handing-over.
    if (answer.ok || answer.refusal.code === "changed-meanwhile") renew();
    return answer;
  };
}
