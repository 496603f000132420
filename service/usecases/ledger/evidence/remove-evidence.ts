import type { EvidenceId } from "#core/kernel/ids.ts";
import { ok, refuse, type Result } from "#core/kernel/result.ts";
import type { AnyRefusal } from "#core/protocol/refusal.ts";
import type { Caller } from "#service/usecases/caller.ts";
import type { Services } from "#service/usecases/services.ts";
import { decideEvidence } from "./evidence-item.ts";
import { saveEvidenceChange } from "./save-evidence-change.ts";

type Removed = Result<{ readonly storedAs: string }, AnyRefusal>;

/** The record goes first, its bytes after the commit (L5, L6): a crash in between leaves bytes that are swept later. */
export async function removeEvidence(
  { store, files, random }: Pick<Services, "store" | "files" | "random">,
  caller: Caller,
  evidenceId: EvidenceId,
): Promise<Result<null, AnyRefusal>> {
  const removed = await store.write(async (tx): Promise<Removed> => {
    const evidence = await tx.evidence.byId(evidenceId);
    if (!evidence) return refuse({ code: "not-found" });
    const { ledgerId, item, fileName, storedAs } = evidence;
    const decided = await decideEvidence(tx, caller, { ledgerId, item, type: "remove-evidence" });
    if (!decided.ok) return decided;
    const saved = await saveEvidenceChange(tx, caller, {
      change: decided.value,
      done: "remove-evidence",
      fileName,
      random,
    });
    if (!saved) return refuse({ code: "changed-meanwhile" });
    if (!(await tx.evidence.remove(evidenceId)))
      throw new Error(`evidence ${evidenceId} went away in the same transaction`);
    return ok({ storedAs });
  });
  if (!removed.ok) return removed;
  await files.remove(removed.value.storedAs);
  return ok(null);
}
