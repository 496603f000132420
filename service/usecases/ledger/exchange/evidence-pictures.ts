import type { LedgerView } from "#core/sheet/ledger/ledger-view.ts";
import type { WordPicture } from "#service/ports/documents.ts";
import type { Services } from "#service/usecases/services.ts";
import { allBytes } from "../evidence/preview-evidence.ts";

/** A Word file is one piece in memory: so many pictures, and so many bytes of them; the rest is named in the ZIP's index. */
const MOST_PICTURES = 100;
const MOST_BYTES = 60_000_000;

/** Pictures among the evidence, in the order of the items. */
export async function evidencePictures(
  { store, files }: Pick<Services, "store" | "files">,
  view: LedgerView,
): Promise<readonly WordPicture[]> {
  const evidence = await store.read((tx) => tx.evidence.ofLedger(view.ledgerId));
  const items = view.template.sections.flatMap((section) => section.items);
  const pictures: WordPicture[] = [];
  let bytes = 0;
  for (const item of items) {
    for (const file of evidence) {
      if (file.item !== item.key || !file.mediaType.startsWith("image/")) continue;
      bytes += file.bytes;
      if (pictures.length >= MOST_PICTURES || bytes > MOST_BYTES) return pictures;
      const content = await allBytes(files.open(file.storedAs), file.bytes);
      pictures.push({ caption: `${item.number} ${file.fileName}`.trim(), mediaType: file.mediaType, content });
    }
  }
  return pictures;
}
