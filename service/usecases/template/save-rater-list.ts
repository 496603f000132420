import type { AccountId, TemplateId } from "#core/kernel/ids.ts";
import { ok, refuse, type Result } from "#core/kernel/result.ts";
import type { AnyRefusal } from "#core/protocol/refusal.ts";
import type { StoreReads } from "#service/ports/store.ts";
import { auditEntry } from "../audit-entry.ts";
import type { Caller } from "../caller.ts";
import type { Services } from "../services.ts";
import { publisherRefusal } from "./permit-publisher.ts";

export interface RaterList {
  readonly templateId: TemplateId;
  readonly raterClass: string;
  readonly accountNames: readonly string[];
}

/** These three come from the tree (L14), never from a list. */
const FROM_THE_TREE: readonly string[] = ["self", "peer", "leader"];

type Saved = Result<{ readonly accounts: number }, AnyRefusal>;

/** Named accounts of a rater class (L12). All names are checked before one is saved; each unknown one is told by its place. */
export async function saveRaterList(
  { store }: Pick<Services, "store">,
  caller: Caller,
  list: RaterList,
): Promise<Saved> {
  const refusal = publisherRefusal(caller, "edit-template");
  if (refusal) return refuse(refusal);
  return await store.write(async (tx): Promise<Saved> => {
    if (!(await hasClass(tx, list))) return refuse({ code: "not-found" });
    const found = await Promise.all(list.accountNames.map((name) => tx.accounts.byName(name)));
    const problems = found.flatMap((account, index) =>
      account?.kind === "person"
        ? []
        : [{ path: `accountNames.${index}`, message: "no person's account of that name" }],
    );
    if (problems.length > 0) return refuse({ code: "bad-request", problems });
    const accounts = [...new Set(found.flatMap((account): readonly AccountId[] => (account ? [account.id] : [])))];
    const before = await tx.templates.raterList(list.templateId, list.raterClass);
    await tx.templates.saveRaterList(list.templateId, list.raterClass, accounts);
    const fields = [{ field: list.raterClass, old: before.join(" "), new: accounts.join(" ") }];
    tx.record(auditEntry(caller, { action: "save-rater-list", record: `template:${list.templateId}`, fields }));
    return ok({ accounts: accounts.length });
  });
}

async function hasClass(tx: StoreReads, { templateId, raterClass }: RaterList): Promise<boolean> {
  if (FROM_THE_TREE.includes(raterClass)) return false;
  const versions = await tx.templates.versions(templateId);
  return versions.some((version) => version.body.policy.classes.some(({ code }) => code === raterClass));
}
