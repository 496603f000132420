import type { AccountRecord, SessionRecord } from "#service/ports/records.ts";
import type { StoreWrites } from "#service/ports/store.ts";
import { millisecondsOf, type Instant } from "#core/kernel/instant.ts";
import type { Services } from "#service/usecases/services.ts";

export interface StartedSession {
  readonly token: string;
  readonly session: SessionRecord;
}

/** A new token every time (A7); the account's sessions that are over anyway are cleared away. */
export async function startSession(
  tx: StoreWrites,
  { random, tokenHash, policy }: Pick<Services, "random" | "tokenHash" | "policy">,
  start: {
    readonly account: AccountRecord;
    readonly actingPostId: string | null;
    readonly at: Instant;
    readonly from: string;
  },
): Promise<StartedSession> {
  const { account, actingPostId, at, from } = start;
  const oldest = millisecondsOf(at) - policy.absoluteHours * 3_600_000;
  for (const session of await tx.accounts.sessionsOf(account.id)) {
    const isOver = session.generation !== account.generation || millisecondsOf(session.startedAt) <= oldest;
    if (isOver) await tx.accounts.endSession(session.tokenHash);
  }
  const token = random.token();
  const session: SessionRecord = {
    tokenHash: tokenHash(token),
    id: random.id("ses"),
    accountId: account.id,
    generation: account.generation,
    actingPostId,
    startedAt: at,
    lastSeenAt: at,
    from,
  };
  await tx.accounts.saveSession(session);
  return { token, session };
}
