import type { EvidenceId } from "#core/kernel/ids.ts";
import { ok, refuse, type Result } from "#core/kernel/result.ts";
import type { AnyRefusal } from "#core/protocol/refusal.ts";
import type { EvidenceRecord } from "#service/ports/records.ts";
import type { StoreReads } from "#service/ports/store.ts";
import { auditEntry } from "#service/usecases/audit-entry.ts";
import type { Caller } from "#service/usecases/caller.ts";
import type { Services } from "#service/usecases/services.ts";
import { permitLedger } from "../permit-ledger.ts";

export interface OpenedFile {
  readonly fileName: string;
  readonly mediaType: string;
  readonly content: AsyncIterable<Uint8Array>;
}

/** The file as it was uploaded, for everybody who reads its ledger; what leaves is logged (A15). */
export async function downloadEvidence(
  { store, files }: Pick<Services, "store" | "files">,
  caller: Caller,
  evidenceId: EvidenceId,
): Promise<Result<OpenedFile, AnyRefusal>> {
  const found = await store.write(async (tx) => {
    const readable = await readableEvidence(tx, caller, evidenceId);
    if (readable.ok) tx.record(auditEntry(caller, downloadFacts(readable.value)));
    return readable;
  });
  if (!found.ok) return found;
  const { fileName, mediaType, storedAs } = found.value;
  return ok({ fileName, mediaType, content: files.open(storedAs) });
}

export async function readableEvidence(
  tx: StoreReads,
  caller: Caller,
  evidenceId: EvidenceId,
): Promise<Result<EvidenceRecord, AnyRefusal>> {
  const evidence = await tx.evidence.byId(evidenceId);
  if (!evidence) return refuse({ code: "not-found" });
  const permitted = await permitLedger(tx, caller, { ledgerId: evidence.ledgerId, action: "read" });
  return permitted.ok ? ok(evidence) : permitted;
}

function downloadFacts({ ledgerId, item, fileName, sha256 }: EvidenceRecord) {
  const fields = [{ field: `${item}.evidence`, old: null, new: `${fileName} ${sha256}` }];
  return { action: "download-evidence", record: `ledger:${ledgerId}`, fields };
}
