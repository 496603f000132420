import assert from "node:assert/strict";
import type { AnyRefusal } from "#core/protocol/refusal.ts";
import type { Me, SignInAnswer } from "#core/protocol/session.ts";

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** Parsed JSON; undefined for an empty answer. */
  readonly body: unknown;
}

export interface Sending {
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** Bytes as they are, instead of `body`. */
  readonly bytes?: Uint8Array<ArrayBuffer>;
}

/** Speaks to a running service as a page would, with or without a token. Paths stand under /api. */
export class HttpClient {
  readonly url: string;
  readonly token: string | undefined;
  readonly #me: Me | undefined;

  constructor(url: string, signedIn?: SignInAnswer) {
    this.url = url;
    this.token = signedIn?.token;
    this.#me = signedIn?.me;
  }

  get me(): Me {
    if (!this.#me) throw new Error("nobody is signed in");
    return this.#me;
  }

  async call(method: string, path: string, sending: Sending = {}): Promise<Answer> {
    const { body, bytes } = sending;
    const headers = new Headers(sending.headers);
    if (this.token !== undefined) headers.set("Authorization", `Bearer ${this.token}`);
    if (body !== undefined) headers.set("Content-Type", "application/json");
    const sent = bytes ?? (body === undefined ? null : JSON.stringify(body));
    const response = await fetch(`${this.url}/api${path}`, { method, headers, body: sent });
    const text = await response.text();
    const isJson = response.headers.get("Content-Type")?.startsWith("application/json") === true;
    return {
      status: response.status,
      headers: response.headers,
      text,
      body: isJson ? (JSON.parse(text) as unknown) : undefined,
    };
  }

  /** What a successful call answers. Fails the test on anything else, showing it. */
  async ask<T>(method: string, path: string, body?: unknown): Promise<T> {
    const answer = await this.call(method, path, body === undefined ? {} : { body });
    assert.ok(answer.status >= 200 && answer.status < 300, `${method} ${path}: ${answer.status} ${answer.text}`);
    return answer.body as T;
  }

  /** Why a call is refused. Fails the test when it is not. */
  async refusal(method: string, path: string, body?: unknown): Promise<AnyRefusal> {
    return refusalOf(await this.call(method, path, body === undefined ? {} : { body }));
  }
}

export function refusalOf(answer: Answer): AnyRefusal {
  assert.ok(answer.status >= 400, `not refused: ${answer.status} ${answer.text}`);
  return (answer.body as { readonly refusal: AnyRefusal }).refusal;
}
