import type { Exchange, Exchanged } from "./exchange.ts";

/** By `fetch`: without a word on how much of an upload has gone out. */
export async function fetchExchange(exchange: Exchange): Promise<Exchanged | undefined> {
  const { method, url, headers, body, timeoutMs } = exchange;
  const stop = new AbortController();
  // AbortSignal.timeout is younger than the browsers that we support.
  const timer = setTimeout(() => stop.abort(), timeoutMs);
  try {
    const response = await fetch(url, {
      ...{ method, headers, cache: "no-store", credentials: "omit", signal: stop.signal },
      ...(body === undefined ? {} : { body }),
    });
    const content = await response.blob();
    return { status: response.status, disposition: response.headers.get("content-disposition"), content };
  } catch (error) {
    if (error instanceof TypeError || error instanceof DOMException) return undefined;
    throw error;
  } finally {
    clearTimeout(timer);
  }
}
