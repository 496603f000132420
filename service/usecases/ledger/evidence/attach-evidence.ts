/**
 * A file for an item (L5, L6, L10). First the right to, then the bytes, safe under their random name, then the record that
 * mentions them: after a crash there may be bytes without a record (swept at start), never a record without bytes.
 */
import { toId, type EvidenceId } from "#core/kernel/ids.ts";
import { ok, refuse, type Result } from "#core/kernel/result.ts";
import { safeFileName } from "#core/ledger/safe-file-name.ts";
import type { AnyRefusal } from "#core/protocol/refusal.ts";
import type { ReceivedFile } from "#service/ports/evidence-files.ts";
import type { Caller } from "#service/usecases/caller.ts";
import type { Services } from "#service/usecases/services.ts";
import { decideEvidence, type EvidencePlace } from "./evidence-item.ts";
import { saveEvidenceChange } from "./save-evidence-change.ts";

export interface Upload extends EvidencePlace {
  readonly fileName: string;
  readonly content: AsyncIterable<Uint8Array>;
}

type Attached = Result<{ readonly id: EvidenceId }, AnyRefusal>;
type AttachServices = Pick<Services, "store" | "files" | "random" | "limits">;

export async function attachEvidence(services: AttachServices, caller: Caller, upload: Upload): Promise<Attached> {
  const { store, files, limits } = services;
  const asked = await store.read((tx) => decideEvidence(tx, caller, { ...upload, type: "attach-evidence" }));
  if (!asked.ok) return asked;
  const fileName = safeFileName(upload.fileName);
  const received = await files.receive({ fileName, content: upload.content, mostBytes: limits.evidenceBytes });
  if (!received.ok) return received;
  let attached: Attached | undefined;
  try {
    attached = await recordFile(services, caller, { upload: { ...upload, fileName }, file: received.value });
    return attached;
  } finally {
    if (!attached?.ok) await files.remove(received.value.storedAs);
  }
}

/** Several files of one item may arrive at once: whoever comes second sees the item as the first left it. */
const ATTEMPTS = 8;

async function recordFile(
  { store, random }: Pick<Services, "store" | "random">,
  caller: Caller,
  { upload, file }: { readonly upload: Upload; readonly file: ReceivedFile },
): Promise<Attached> {
  const id = toId<EvidenceId>(random.id("ev"));
  const { ledgerId, item, fileName } = upload;
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const attached = await store.write(async (tx): Promise<Attached | undefined> => {
      const decided = await decideEvidence(tx, caller, { ...upload, type: "attach-evidence" });
      if (!decided.ok) return decided;
      const saved = await saveEvidenceChange(tx, caller, {
        change: decided.value,
        done: "attach-evidence",
        fileName,
        random,
      });
      if (!saved) return undefined;
      await tx.evidence.insert({
        ...file,
        id,
        ledgerId,
        item,
        fileName,
        uploadedBy: caller.account.id,
        uploadedAt: caller.at,
      });
      return ok({ id });
    });
    if (attached) return attached;
  }
  return refuse({ code: "changed-meanwhile" });
}
