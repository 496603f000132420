import { ok, refuse, type Result } from "#core/kernel/result.ts";
import type { StandingQuery } from "#core/protocol/standings.ts";
import type { AnyRefusal } from "#core/protocol/refusal.ts";
import { auditEntry } from "../audit-entry.ts";
import type { Caller } from "../caller.ts";
import { setterRefusal } from "../ledger/window/window-access.ts";
import type { Services } from "../services.ts";
import { standingKey } from "./standing-scope.ts";

type Published = Result<null, AnyRefusal>;

/** From now on everybody in it sees his own place (L17); the superior of the scope decides. */
export async function publishStanding(
  { store }: Pick<Services, "store">,
  caller: Caller,
  query: StandingQuery,
): Promise<Published> {
  const key = standingKey(query);
  const refusal = setterRefusal(caller, key.unitId);
  if (refusal)
    return refuse(refusal.code === "forbidden" ? { code: "forbidden", action: "publish-standing" } : refusal);
  return await store.write(async (tx): Promise<Published> => {
    const versions = await tx.templates.versions(key.templateId);
    if (!versions.some(({ state }) => state === "published")) return refuse({ code: "not-found" });
    if (await tx.ledgers.standingPublished(key)) return ok(null);
    await tx.ledgers.publishStanding(key, caller.at);
    const record = `standing:${key.templateId}/${key.level}/${key.year}/${key.unitId}`;
    tx.record(auditEntry(caller, { action: "publish-standing", record }));
    return ok(null);
  });
}
