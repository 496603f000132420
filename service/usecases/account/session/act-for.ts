import type { AccessRefusal } from "#core/access/access-refusal.ts";
import { ok, refuse, type Result } from "#core/kernel/result.ts";
import type { Me } from "#core/protocol/session.ts";
import { auditEntry } from "#service/usecases/audit-entry.ts";
import { callerIn } from "#service/usecases/load-caller.ts";
import type { Services } from "#service/usecases/services.ts";
import { describeMe } from "./describe-me.ts";
import type { SessionRequest } from "./session-request.ts";

/** A person account acts for one of its posts at a time (A0); this session does so from the next request on. */
export async function actFor(
  services: Pick<Services, "store" | "policy" | "organisations">,
  { caller, session, postId }: SessionRequest & { readonly postId: string },
): Promise<Result<Me, AccessRefusal>> {
  const { account, at, from } = caller;
  return services.store.write(async (tx) => {
    const next = await callerIn(tx, services, { account, actingPostId: postId, at, from });
    if (next?.actor.kind !== "person") return refuse({ code: "no-such-post" });
    const changed = { ...session, actingPostId: postId, lastSeenAt: at };
    await tx.accounts.saveSession(changed);
    const field = { field: "actingPost", old: session.actingPostId, new: postId };
    tx.record(auditEntry(caller, { action: "act-for", record: `account:${account.id}`, fields: [field] }));
    return ok(describeMe(services, { caller: next, session: changed }));
  });
}
