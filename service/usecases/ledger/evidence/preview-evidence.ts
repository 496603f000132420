import type { EvidenceId } from "#core/kernel/ids.ts";
import { ok, refuse, type Result } from "#core/kernel/result.ts";
import type { AnyRefusal } from "#core/protocol/refusal.ts";
import type { EvidenceRecord } from "#service/ports/records.ts";
import type { Caller } from "#service/usecases/caller.ts";
import type { Services } from "#service/usecases/services.ts";
import { readableEvidence } from "./open-evidence.ts";
import { EXCEL_TYPE, previewOf } from "./preview-kind.ts";
import { paragraphsHtml, tablesHtml } from "./preview-html.ts";

export interface Preview {
  readonly fileName: string;
  readonly mediaType: string;
  readonly content: AsyncIterable<Uint8Array> | string;
}

type PreviewServices = Pick<Services, "store" | "files" | "workbooks">;

/** In the page (L5): pictures, PDF and text as they are; Word and Excel as plain HTML of what the guarded reader found in them. */
export async function previewEvidence(
  services: PreviewServices,
  caller: Caller,
  evidenceId: EvidenceId,
): Promise<Result<Preview, AnyRefusal>> {
  const { store, files } = services;
  const found = await store.read((tx) => readableEvidence(tx, caller, evidenceId));
  if (!found.ok) return found;
  const { fileName, mediaType, storedAs } = found.value;
  const kind = previewOf(mediaType);
  if (kind === "none") return refuse({ code: "file-type-not-allowed", found: mediaType, name: fileName });
  if (kind === "html") return await convert(services, found.value);
  return ok({ fileName, mediaType, content: files.open(storedAs) });
}

async function convert(
  { files, workbooks }: PreviewServices,
  evidence: EvidenceRecord,
): Promise<Result<Preview, AnyRefusal>> {
  const content = await allBytes(files.open(evidence.storedAs), evidence.bytes);
  const asPage = (html: string) =>
    ok({ fileName: `${evidence.fileName}.html`, mediaType: "text/html; charset=utf-8", content: html });
  if (evidence.mediaType === EXCEL_TYPE) {
    const reading = await workbooks.read(content);
    return reading.ok ? asPage(tablesHtml(evidence.fileName, reading.value)) : reading;
  }
  const text = await workbooks.readWordText(content);
  return text.ok ? asPage(paragraphsHtml(evidence.fileName, text.value)) : text;
}

export async function allBytes(content: AsyncIterable<Uint8Array>, bytes: number): Promise<Uint8Array> {
  const whole = new Uint8Array(bytes);
  let at = 0;
  for await (const chunk of content) {
    whole.set(chunk, at);
    at += chunk.byteLength;
  }
  return whole;
}
