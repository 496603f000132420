/** One request and its answer, however they travel. */
export interface Exchange {
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Blob;
  /** For the whole of it, answer included. */
  readonly timeoutMs: number;
  readonly onProgress?: (done: number, total: number) => void;
  readonly signal?: AbortSignal;
}

export interface Exchanged {
  readonly status: number;
  readonly disposition: string | null;
  readonly content: Blob;
}

/** @returns undefined: nobody answered in time. @throws on a bug of ours only. */
export type Exchanges = (exchange: Exchange) => Promise<Exchanged | undefined>;

export function isDone({ status }: Exchanged): boolean {
  return status >= 200 && status < 300;
}

/** @returns undefined: it is no JSON. */
export async function jsonOf({ content }: Exchanged): Promise<unknown> {
  try {
    return JSON.parse(await content.text()) as unknown;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
