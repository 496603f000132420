import type { LedgerFunctions } from "#addin/screens/ledger/ledger-screen-props.ts";
import type { Answer } from "#addin/service-client/client-refusal.ts";
import type { ServiceClient } from "#addin/service-client/service-client.ts";
import type { ReceivedFile } from "#addin/service-client/transport.ts";

export type SavesFile = (name: string, content: Blob) => void | Promise<void>;

export interface EvidenceTools {
  readonly client: ServiceClient;
  readonly ledgerId: string;
  /** Evidence changed: scores follow from it. */
  readonly refresh: () => void;
  readonly save: SavesFile;
}

type EvidenceAndTalk =
  "evidence" | "attach" | "preview" | "download" | "removeEvidence" | "evidenceChanged" | "talk" | "say";

/** Files and talk of an item go straight to the service, from whichever face. */
export function evidenceFunctions({
  client,
  ledgerId,
  refresh,
  save,
}: EvidenceTools): Pick<LedgerFunctions, EvidenceAndTalk> {
  return {
    evidence: (item) => client.evidence(ledgerId, item),
    attach: (item, file, { progress, signal }) =>
      client.attach({ ledger: ledgerId, item }, file, {
        signal,
        onProgress: (done, total) => progress(total === 0 ? 100 : Math.round((done / total) * 100)),
      }),
    preview: (id) => client.previewEvidence(id),
    download: async (id, name) => await saved(await client.downloadEvidence(id), name, save),
    removeEvidence: (id) => client.removeEvidence(id),
    evidenceChanged: refresh,
    talk: (item) => client.talk(ledgerId, item),
    say: (item, text) => client.say({ ledger: ledgerId, item }, text),
  };
}

export async function saved(
  answer: Answer<ReceivedFile>,
  name: string,
  save: SavesFile,
): Promise<Answer<{ readonly fileName: string }>> {
  if (!answer.ok) return answer;
  const fileName = answer.value.fileName === "" ? name : answer.value.fileName;
  await save(fileName, answer.value.content);
  return { ok: true, value: { fileName } };
}
