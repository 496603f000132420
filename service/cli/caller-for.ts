import { ok, refuse, type Result } from "#core/kernel/result.ts";
import type { AccessRefusal } from "#core/access/access-refusal.ts";
import { dayOf } from "#core/kernel/instant.ts";
import type { Caller } from "#service/usecases/caller.ts";
import { callerIn, callerOfAccount } from "#service/usecases/load-caller.ts";
import type { Services } from "#service/usecases/services.ts";

/** `--as ACCOUNT [--post KIND]`: the account, acting for its foremost post or for the one of that kind (A0). */
export async function callerFor(
  services: Services,
  account: string,
  post: string | undefined,
): Promise<Result<Caller, AccessRefusal>> {
  const found = await callerOfAccount(services, account);
  if (!found.ok || post === undefined) return found;
  const { actor } = found.value;
  const wanted = actor.kind === "person" ? actor.allPosts.find((each) => each.kind === post) : undefined;
  if (!wanted) return refuse({ code: "no-such-post" });
  const asked = { account: found.value.account, actingPostId: wanted.postId, at: found.value.at, from: "cli" };
  const caller = await services.store.read(async (tx) => await callerIn(tx, services, asked));
  return caller ? ok(caller) : refuse({ code: "no-such-post" });
}

/** Without `--as`, questions about everything are the organisation department's: the root unit's account, or an officer's. */
export async function departmentCaller(services: Services): Promise<Result<Caller, AccessRefusal>> {
  const accounts = await services.store.read(async (tx) => {
    const root = (await tx.organisation.units()).find((unit) => unit.parentId === null);
    if (!root) return [];
    const posts = await tx.organisation.posts(dayOf(services.clock.now()));
    const officers = posts
      .filter((post) => post.unitId === root.id && post.kind !== "member")
      .map((post) => post.personId);
    return [...(await tx.accounts.ofUnits([root.id])), ...(await tx.accounts.ofPersons(officers))];
  });
  const chosen = accounts.find((account) => account.state === "active");
  return chosen ? await callerOfAccount(services, chosen.name) : refuse({ code: "not-found" });
}
