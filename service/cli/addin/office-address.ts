import { UsageError } from "../command.ts";

/** @returns the origin, "https://host[:port]". @throws UsageError for anything that Excel would not open or that is more than an origin */
export function officeAddress(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isPlain = /^https:\/\/[^/?#\\\s]+\/?$/i.test(text) && url?.username === "" && url.password === "";
  if (url && isPlain && isHost(url.hostname)) return url.origin;
  throw new UsageError(
    "--url takes the service's address, https://HOST or https://HOST:PORT, without a path 请写 https://主机名[:端口]",
  );
}

/** As URL writes it: a name (Chinese ones in their Latin form), or an address. */
function isHost(hostname: string): boolean {
  return /^(?!-)[a-z0-9-]+(?:\.[a-z0-9-]+)*$/.test(hostname) || /^\[[0-9a-f:.]+\]$/.test(hostname);
}
