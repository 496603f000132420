import { ok, type Result } from "#core/kernel/result.ts";
import type { EvidenceListed } from "#core/protocol/ledgers.ts";
import type { AnyRefusal } from "#core/protocol/refusal.ts";
import type { Caller } from "#service/usecases/caller.ts";
import type { Services } from "#service/usecases/services.ts";
import { namesOf } from "../names.ts";
import { permitLedger } from "../permit-ledger.ts";
import { decideEvidence, type EvidencePlace } from "./evidence-item.ts";
import { previewOf } from "./preview-kind.ts";

/** Files of one item, for everybody who reads the ledger (L5, L7). */
export async function listEvidence(
  { store }: Pick<Services, "store">,
  caller: Caller,
  place: EvidencePlace,
): Promise<Result<readonly EvidenceListed[], AnyRefusal>> {
  return await store.read(async (tx): Promise<Result<readonly EvidenceListed[], AnyRefusal>> => {
    const permitted = await permitLedger(tx, caller, { ledgerId: place.ledgerId, action: "read" });
    if (!permitted.ok) return permitted;
    const files = await tx.evidence.ofItem(place.ledgerId, place.item);
    if (files.length === 0) return ok([]);
    const mayRemove = (await decideEvidence(tx, caller, { ...place, type: "remove-evidence" })).ok;
    const uploaders = files.map(({ uploadedBy }) => ({ accountId: uploadedBy, personId: null }));
    const nameOf = await namesOf(tx, caller.organisation, uploaders);
    return ok(
      files.map(({ id, fileName, mediaType, bytes, uploadedAt, uploadedBy }) => ({
        ...{ id, fileName, mediaType, bytes, uploadedAt, mayRemove },
        uploadedBy: nameOf({ accountId: uploadedBy, personId: null }),
        preview: previewOf(mediaType),
      })),
    );
  });
}
