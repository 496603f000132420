import type { QuantitativeItem } from "#core/ledger/template/template.ts";
import type { LedgerView } from "#core/sheet/ledger/ledger-view.ts";
import type { ZipEntry } from "#service/ports/documents.ts";
import type { EvidenceRecord } from "#service/ports/records.ts";
import type { Caller } from "#service/usecases/caller.ts";
import type { Services } from "#service/usecases/services.ts";
import { namesOf, type NameOf } from "../names.ts";
import { packNames } from "./pack-names.ts";
import { safeCsv } from "./safe-csv.ts";

const INDEX = "目录.csv";

export interface EvidencePack {
  readonly content: AsyncIterable<Uint8Array>;
  /** Of the index, which holds the hash of every file in the pack. */
  readonly sha256: string;
  readonly records: number;
}

interface PackedFile {
  readonly item: QuantitativeItem | undefined;
  readonly file: EvidenceRecord;
  readonly path: string;
}

/** All evidence of a ledger with an index in front, packed while it is sent (L18). */
export async function evidencePack(
  { store, files, documents, digest }: Pick<Services, "store" | "files" | "documents" | "digest">,
  caller: Caller,
  view: LedgerView,
): Promise<EvidencePack> {
  const { evidence, nameOf } = await store.read(async (tx) => {
    const found = await tx.evidence.ofLedger(view.ledgerId);
    const uploaders = found.map(({ uploadedBy }) => ({ accountId: uploadedBy, personId: null }));
    return { evidence: found, nameOf: await namesOf(tx, caller.organisation, uploaders) };
  });
  const packed = inOrder(view, evidence);
  const index = safeCsv([HEADERS, ...packed.map((one) => indexLine(one, nameOf))]);
  const content = documents.packZip(entriesOf());
  return { content, sha256: digest(index), records: packed.length };

  function* entriesOf(): Iterable<ZipEntry> {
    yield { name: INDEX, modifiedAt: caller.at, content: [new TextEncoder().encode(index)] };
    for (const { file, path } of packed)
      yield { name: path, modifiedAt: file.uploadedAt, content: files.open(file.storedAs) };
  }
}

const HEADERS = ["序号", "工作任务", "文件名", "字节数", "上传人", "上传时间", "SHA-256", "包内路径"];

function indexLine({ item, file, path }: PackedFile, nameOf: NameOf): readonly string[] {
  const who = nameOf({ accountId: file.uploadedBy, personId: null });
  const { fileName, bytes, uploadedAt, sha256 } = file;
  return [item?.number ?? "", item?.texts["task"] ?? "", fileName, String(bytes), who, uploadedAt, sha256, path];
}

/** By item as the ledger has them, then by time. */
function inOrder({ template }: LedgerView, evidence: readonly EvidenceRecord[]): readonly PackedFile[] {
  const items = template.sections.flatMap((section) => section.items);
  const place = new Map(items.map((item, index) => [item.key, index]));
  const placeOf = (file: EvidenceRecord) => place.get(file.item) ?? -1;
  const sorted = evidence.toSorted((a, b) => placeOf(a) - placeOf(b) || compareText(a.uploadedAt, b.uploadedAt));
  const byKey = new Map(items.map((item) => [item.key, item]));
  const wanted = sorted.map((file) => `${folderName(byKey.get(file.item))}/${file.fileName}`);
  const paths = packNames(wanted, [INDEX]);
  return sorted.map((file, index) => ({ item: byKey.get(file.item), file, path: paths[index] ?? "" }));
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

const LONGEST_FOLDER = 40;

function folderName(item: QuantitativeItem | undefined): string {
  const text = `${item?.number ?? ""} ${item?.texts["task"] ?? ""}`.replace(/[\\/:*?"<>|\s\p{C}]+/gu, " ").trim();
  return (
    Array.from(text)
      .slice(0, LONGEST_FOLDER)
      .join("")
      .replace(/[. ]+$/, "") || "_"
  );
}
