import { ok, refuse, type Result } from "#core/kernel/result.ts";
import type { Outcome, PushAnswer, PushEdit, PushRequest } from "#core/protocol/push.ts";
import type { RequestRefusal } from "#core/protocol/refusal.ts";
import type { StoreWrites } from "#service/ports/store.ts";
import type { Caller } from "#service/usecases/caller.ts";
import type { Services } from "#service/usecases/services.ts";

export interface PushOrder {
  readonly caller: Caller;
  readonly request: PushRequest;
}

/** What a push has come to: whether anything was written, and an outcome per edit. */
export interface PushDone {
  readonly wrote: boolean;
  readonly outcomes: readonly Outcome[];
}

/**
 * The frame of every push (W3): claim the key, work, keep the answer under the key, all in the caller's transaction.
 * A retry of the same push gets the first answer.
 */
export async function answerOnce(
  tx: StoreWrites,
  { digest, order }: { readonly digest: Services["digest"]; readonly order: PushOrder },
  work: () => Promise<PushDone>,
): Promise<Result<PushAnswer, RequestRefusal>> {
  const { caller, request } = order;
  const claim = await tx.pushes.claim(caller.account.id, request.key, digest(bodyText(request.edits)), caller.at);
  if (claim.state === "other-body") return refuse({ code: "push-key-reused" });
  if (claim.state === "answered") return ok(parseAnswer(claim.answer));
  const { wrote, outcomes } = await work();
  const change = wrote ? (await tx.audit.head()).number + 1 : 0;
  const answer: PushAnswer = { change, outcomes };
  await tx.pushes.answer(caller.account.id, request.key, JSON.stringify(answer));
  return ok(answer);
}

/** Where the officer typed it is no part of what he asked for. */
function bodyText(edits: readonly PushEdit[]): string {
  return JSON.stringify(
    edits.map(({ record, field, baseRevision, value, reason, acknowledged }) => [
      record,
      field,
      baseRevision,
      value,
      reason,
      acknowledged,
    ]),
  );
}

/** Written by `answerOnce` itself. */
function parseAnswer(text: string): PushAnswer {
  const { change, outcomes } = JSON.parse(text) as { readonly change: number; readonly outcomes: readonly Outcome[] };
  return { change, outcomes };
}
