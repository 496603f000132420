import { Zip, ZipDeflate, ZipPassThrough } from "fflate";
import type { ZipEntry } from "#service/ports/documents.ts";

/** Already compressed: deflating them again costs time and saves nothing. */
const COMPRESSED = /\.(?:zip|jpe?g|png|gif|webp|mp4|pdf|docx|xlsx|pptx)$/i;

/** A ZIP while it is read: one file open at a time, one chunk in memory. Names are UTF-8 and flagged as such by the packer. */
export async function* packZip(entries: AsyncIterable<ZipEntry> | Iterable<ZipEntry>): AsyncIterable<Uint8Array> {
  const ready: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    if (chunk.byteLength > 0) ready.push(chunk);
  });
  for await (const { name, modifiedAt, content } of entries) {
    const file = COMPRESSED.test(name) ? new ZipPassThrough(name) : new ZipDeflate(name, { level: 6 });
    file.mtime = modifiedAt;
    zip.add(file);
    for await (const chunk of content) {
      file.push(chunk, false);
      yield* ready.splice(0);
    }
    file.push(new Uint8Array(0), true);
    yield* ready.splice(0);
  }
  zip.end();
  yield* ready.splice(0);
}
