import type { Exchange, Exchanged } from "./exchange.ts";

/** By XMLHttpRequest: tells how much has gone out, and works where an office program's `fetch` hangs. */
export function xhrExchange(exchange: Exchange): Promise<Exchanged | undefined> {
  const { method, url, headers, body, timeoutMs, onProgress, signal } = exchange;
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open(method, url);
    request.responseType = "blob";
    request.timeout = timeoutMs;
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    if (onProgress) request.upload.onprogress = ({ loaded, total }) => onProgress(loaded, total);
    request.onload = () => resolve(received(request));
    for (const event of ["error", "timeout", "abort"]) request.addEventListener(event, () => resolve(undefined));
    signal?.addEventListener("abort", () => request.abort());
    if (signal?.aborted === true) resolve(undefined);
    else request.send(body ?? null);
  });
}

function received(request: XMLHttpRequest): Exchanged {
  const content: unknown = request.response;
  return {
    status: request.status,
    disposition: request.getResponseHeader("content-disposition"),
    content: content instanceof Blob ? content : new Blob([]),
  };
}
