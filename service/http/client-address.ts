import type { Request } from "express";

/** As the log shows it and the locks count it: an IPv4 address is the same behind a dual-stack socket. */
export function clientAddress(request: Request): string {
  return (request.ip ?? "unknown").replace(/^::ffff:(?=\d+\.)/, "");
}
