import type { AnyRefusal } from "#core/protocol/refusal.ts";
import { UNREACHABLE, type Answer, type ClientRefusal } from "./client-refusal.ts";
import { isDone, jsonOf, type Exchange, type Exchanged, type Exchanges } from "./exchange.ts";
import { fetchExchange } from "./fetch-exchange.ts";
import { xhrExchange } from "./xhr-exchange.ts";

export interface Asked {
  readonly query?: object;
  readonly body?: unknown;
  /** For whatever may take long: exports, imports. */
  readonly timeoutMs?: number;
}

export interface ReceivedFile {
  readonly fileName: string;
  readonly content: Blob;
}

export interface UploadOptions {
  readonly headers?: Readonly<Record<string, string>>;
  readonly onProgress?: (done: number, total: number) => void;
  readonly signal?: AbortSignal;
}

export interface TransportOptions {
  /** "xhr": for desks whose program's `fetch` hangs. Uploads always go that way, because only it tells progress. */
  readonly speak?: "fetch" | "xhr";
}

type Method = Exchange["method"];
const TIMEOUT_MS = 30_000;
/** A large file over a slow line; an upload that stands still ends too. */
const UPLOAD_TIMEOUT_MS = 900_000;

/**
 * The one place that speaks HTTP. The token lives in this object and nowhere else: no cookie, no storage (A7).
 * Whatever goes wrong comes back as a refusal; only a bug of ours throws.
 */
export class Transport {
  readonly #base: string;
  readonly #exchange: Exchanges;
  #token: string | null = null;
  readonly #refusalListeners = new Set<(refusal: ClientRefusal | null) => void>();

  constructor(base = "/api", { speak = "fetch" }: TransportOptions = {}) {
    this.#base = base;
    this.#exchange = speak === "xhr" ? xhrExchange : fetchExchange;
  }

  get isSignedIn(): boolean {
    return this.#token !== null;
  }

  useToken(token: string | null): void {
    this.#token = token;
  }

  /** Told after every answer: the refusal, or null when the service did what was asked. For "offline" and "signed out". */
  onAnswer(listener: (refusal: ClientRefusal | null) => void): () => void {
    this.#refusalListeners.add(listener);
    return () => this.#refusalListeners.delete(listener);
  }

  async ask<T>(method: Method, path: string, asked: Asked = {}): Promise<Answer<T>> {
    const exchanged = await this.#send(method, path, asked);
    return this.#told(exchanged ? await answerOf<T>(exchanged) : UNREACHABLE);
  }

  async file(method: Method, path: string, asked: Asked = {}): Promise<Answer<ReceivedFile>> {
    const exchanged = await this.#send(method, path, { timeoutMs: 180_000, ...asked });
    if (!exchanged || !isDone(exchanged)) return this.#told(exchanged ? await refusedBy(exchanged) : UNREACHABLE);
    const { content, disposition } = exchanged;
    return this.#told({ ok: true, value: { fileName: fileNameOf(disposition), content } });
  }

  /** Raw bytes with progress: fetch does not tell how much has gone out. */
  async upload<T>(path: string, content: Blob, options: UploadOptions = {}): Promise<Answer<T>> {
    const { headers = {}, onProgress, signal } = options;
    const exchanged = await xhrExchange({
      ...{ method: "POST", url: this.#base + path, body: content, timeoutMs: UPLOAD_TIMEOUT_MS },
      headers: { ...this.#authorised(), "content-type": "application/octet-stream", ...headers },
      ...(onProgress ? { onProgress } : {}),
      ...(signal ? { signal } : {}),
    });
    if (signal?.aborted === true) return this.#told({ ok: false, refusal: { code: "upload-interrupted" } });
    return this.#told(exchanged ? await answerOf<T>(exchanged) : UNREACHABLE);
  }

  /** Raw bytes out, a file back. */
  async uploadForFile(path: string, content: Blob): Promise<Answer<ReceivedFile>> {
    const exchanged = await xhrExchange({
      ...{ method: "POST", url: this.#base + path, body: content, timeoutMs: UPLOAD_TIMEOUT_MS },
      headers: { ...this.#authorised(), "content-type": "application/octet-stream" },
    });
    if (!exchanged || !isDone(exchanged)) return this.#told(exchanged ? await refusedBy(exchanged) : UNREACHABLE);
    const { content: made, disposition } = exchanged;
    return this.#told({ ok: true, value: { fileName: fileNameOf(disposition), content: made } });
  }

  async #send(
    method: Method,
    path: string,
    { query, body, timeoutMs = TIMEOUT_MS }: Asked,
  ): Promise<Exchanged | undefined> {
    const sent = body === undefined ? {} : { body: JSON.stringify(body) };
    const typed = body === undefined ? {} : { "content-type": "application/json" };
    const headers = { accept: "application/json", ...this.#authorised(), ...typed };
    return await this.#exchange({ method, url: this.#base + path + queryText(query), headers, timeoutMs, ...sent });
  }

  #authorised(): Readonly<Record<string, string>> {
    return this.#token === null ? {} : { authorization: `Bearer ${this.#token}` };
  }

  #told<T>(answer: Answer<T>): Answer<T> {
    for (const listener of this.#refusalListeners) listener(answer.ok ? null : answer.refusal);
    return answer;
  }
}

async function answerOf<T>(exchanged: Exchanged): Promise<Answer<T>> {
  if (!isDone(exchanged)) return await refusedBy(exchanged);
  if (exchanged.status === 204) return { ok: true, value: undefined as T };
  const value = await jsonOf(exchanged);
  return value === undefined ? UNREACHABLE : { ok: true, value: value as T };
}

async function refusedBy(exchanged: Exchanged): Promise<{ readonly ok: false; readonly refusal: ClientRefusal }> {
  return { ok: false, refusal: parseRefusal(await jsonOf(exchanged)) ?? UNREACHABLE.refusal };
}

/** Absent and empty values are left out, as the schemas want it. */
export function queryText(query: object = {}): string {
  const entries = Object.entries(query as Record<string, unknown>).filter(
    ([, value]) => value !== undefined && value !== null && value !== "",
  );
  if (entries.length === 0) return "";
  return `?${entries.map(([key, value]) => `${key}=${encodeURIComponent(String(value))}`).join("&")}`;
}

/** RFC 6266: the extended form carries Chinese names. */
export function fileNameOf(disposition: string | null): string {
  const extended = /filename\*=UTF-8''([^;]+)/i.exec(disposition ?? "")?.[1];
  if (extended !== undefined) return decodeURIComponent(extended);
  return /filename="([^"]+)"/i.exec(disposition ?? "")?.[1] ?? "";
}

/** A proxy's error page is no refusal of the service. */
export function parseRefusal(body: unknown): AnyRefusal | undefined {
  if (typeof body !== "object" || body === null || !("refusal" in body)) return undefined;
  const { refusal } = body;
  const isCoded =
    typeof refusal === "object" && refusal !== null && "code" in refusal && typeof refusal.code === "string";
  return isCoded ? (refusal as AnyRefusal) : undefined;
}
