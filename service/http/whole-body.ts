import type { Readable } from "node:stream";
import { ok, refuse, type Result } from "#core/kernel/result.ts";
import type { RequestRefusal } from "#core/protocol/refusal.ts";

/** A workbook is looked at as a whole: its directory stands at its end. */
export async function wholeBody(stream: Readable, mostBytes: number): Promise<Result<Uint8Array, RequestRefusal>> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of stream as AsyncIterable<Uint8Array>) {
    bytes += chunk.byteLength;
    if (bytes > mostBytes) return refuse({ code: "body-too-big", mostBytes });
    chunks.push(chunk);
  }
  return ok(new Uint8Array(Buffer.concat(chunks)));
}
