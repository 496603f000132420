import { once } from "node:events";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Response } from "express";
import { millisecondsOf } from "#core/kernel/instant.ts";
import type { AnyRefusal, RefusalAnswer } from "#core/protocol/refusal.ts";
import type { RouteAnswer } from "./route.ts";
import { STATUS_OF } from "./status-of.ts";

export async function sendAnswer(response: Response, answer: RouteAnswer): Promise<void> {
  switch (answer.kind) {
    case "empty":
      response.status(204).end();
      return;
    case "json":
      response.status(answer.status ?? 200).json(answer.value);
      return;
    case "file":
      await sendFile(response, answer);
  }
}

/** The body tells the code and its facts and nothing else: two refusals that read alike are alike byte for byte (A9). */
export function sendRefusal(response: Response, refusal: AnyRefusal): void {
  const body: RefusalAnswer = { refusal };
  if (refusal.code === "locked-out") response.set("Retry-After", String(secondsUntil(millisecondsOf(refusal.until))));
  if (refusal.code === "not-signed-in" || refusal.code === "session-over") response.set("WWW-Authenticate", "Bearer");
  response.status(STATUS_OF[refusal.code]).json(body);
}

async function sendFile(response: Response, file: Extract<RouteAnswer, { readonly kind: "file" }>): Promise<void> {
  response.status(200).set({
    "Content-Type": file.mediaType,
    "Content-Disposition": contentDisposition(file.fileName, file.inline === true ? "inline" : "attachment"),
  });
  if (file.content instanceof Uint8Array) {
    response.set("Content-Length", String(file.content.byteLength));
    response.end(file.content);
    if (!response.writableFinished) await Promise.race([once(response, "finish"), once(response, "close")]);
    return;
  }
  await pipeline(Readable.from(file.content), response);
}

/** RFC 6266: a plain name for old programs, the real one in UTF-8 (支撑材料.pdf). */
export function contentDisposition(fileName: string, how: "inline" | "attachment"): string {
  const plain = fileName.replace(/[^\x20-\x7e]|["\\%;]/g, "_");
  const encoded = encodeURIComponent(fileName.replace(/\p{Cs}/gu, "_")).replace(/['()*]/g, escapeByte);
  return `${how}; filename="${plain}"; filename*=UTF-8''${encoded}`;
}

function escapeByte(sign: string): string {
  return `%${sign.charCodeAt(0).toString(16).toUpperCase()}`;
}

function secondsUntil(time: number): number {
  return Math.max(1, Math.ceil((time - Date.now()) / 1_000));
}
