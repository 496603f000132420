import type { AnyRefusal } from "#core/protocol/refusal.ts";
import { UNREACHABLE, type Answer, type ClientRefusal } from "./client-refusal.ts";

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

type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
const TIMEOUT_MS = 30_000;

/**
 * The one place that speaks HTTP. The token lives in this object and nowhere else: no cookie, no storage (A7).
 * Whatever goes wrong comes back as a refusal; only a bug of ours throws.
 */
export class Transport {
  readonly #base: string;
  #token: string | null = null;
  readonly #refusalListeners = new Set<(refusal: ClientRefusal | null) => void>();

  constructor(base = "/api") {
    this.#base = base;
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
    const response = await this.#fetch(method, path, asked);
    if (!response) return this.#told(UNREACHABLE);
    if (!response.ok) return this.#told({ ok: false, refusal: await refusalOf(response) });
    if (response.status === 204) return this.#told({ ok: true, value: undefined as T });
    const value: unknown = await response.json().catch(() => undefined);
    return this.#told(value === undefined ? UNREACHABLE : { ok: true, value: value as T });
  }

  async file(method: Method, path: string, asked: Asked = {}): Promise<Answer<ReceivedFile>> {
    const response = await this.#fetch(method, path, { timeoutMs: 180_000, ...asked });
    if (!response) return this.#told(UNREACHABLE);
    if (!response.ok) return this.#told({ ok: false, refusal: await refusalOf(response) });
    const content = await response.blob().catch(() => undefined);
    if (!content) return this.#told(UNREACHABLE);
    return this.#told({
      ok: true,
      value: { fileName: fileNameOf(response.headers.get("content-disposition")), content },
    });
  }

  /** Raw bytes with progress: fetch does not tell how much has gone out. */
  async upload<T>(path: string, content: Blob, options: UploadOptions = {}): Promise<Answer<T>> {
    return this.#told(await sendBytes<T>(this.#base + path, content, { ...options, token: this.#token }));
  }

  async #fetch(
    method: Method,
    path: string,
    { query, body, timeoutMs = TIMEOUT_MS }: Asked,
  ): Promise<Response | undefined> {
    const headers: Record<string, string> = { accept: "application/json" };
    if (this.#token !== null) headers["authorization"] = `Bearer ${this.#token}`;
    if (body !== undefined) headers["content-type"] = "application/json";
    try {
      return await fetch(this.#base + path + queryText(query), {
        method,
        headers,
        cache: "no-store",
        credentials: "omit",
        signal: AbortSignal.timeout(timeoutMs),
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
    } catch (error) {
      if (error instanceof TypeError || error instanceof DOMException) return undefined;
      throw error;
    }
  }

  #told<T>(answer: Answer<T>): Answer<T> {
    for (const listener of this.#refusalListeners) listener(answer.ok ? null : answer.refusal);
    return answer;
  }
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

async function refusalOf(response: Response): Promise<ClientRefusal> {
  const body: unknown = await response.json().catch(() => undefined);
  return parseRefusal(body) ?? UNREACHABLE.refusal;
}

/** A proxy's error page is no refusal of the service. */
export function parseRefusal(body: unknown): AnyRefusal | undefined {
  if (typeof body !== "object" || body === null || !("refusal" in body)) return undefined;
  const { refusal } = body;
  const isCoded =
    typeof refusal === "object" && refusal !== null && "code" in refusal && typeof refusal.code === "string";
  return isCoded ? (refusal as AnyRefusal) : undefined;
}

interface SendOptions extends UploadOptions {
  readonly token: string | null;
}

async function sendBytes<T>(url: string, content: Blob, options: SendOptions): Promise<Answer<T>> {
  return await new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open("POST", url);
    if (options.token !== null) request.setRequestHeader("authorization", `Bearer ${options.token}`);
    request.setRequestHeader("content-type", "application/octet-stream");
    for (const [name, value] of Object.entries(options.headers ?? {})) request.setRequestHeader(name, value);
    request.upload.onprogress = ({ loaded, total }) => options.onProgress?.(loaded, total);
    request.onload = () => resolve(answerOf<T>(request));
    request.onerror = () => resolve(UNREACHABLE);
    request.onabort = () => resolve({ ok: false, refusal: { code: "upload-interrupted" } });
    options.signal?.addEventListener("abort", () => request.abort());
    request.send(content);
  });
}

function answerOf<T>(request: XMLHttpRequest): Answer<T> {
  const body = parseJson(request.responseText);
  if (request.status >= 200 && request.status < 300) return { ok: true, value: body as T };
  const refusal = parseRefusal(body);
  return refusal ? { ok: false, refusal } : UNREACHABLE;
}

function parseJson(text: string): unknown {
  if (text === "") return undefined;
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
