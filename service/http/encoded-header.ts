import type { IncomingHttpHeaders } from "node:http";
import { ok, refuse, type Result } from "#core/kernel/result.ts";
import type { RequestRefusal } from "#core/protocol/refusal.ts";

export interface EncodedHeader {
  /** As documented: "X-File-Name". */
  readonly name: string;
  /** Characters, still encoded. */
  readonly longest: number;
}

/** Text that travels beside a file in the body, percent-encoded UTF-8. What cannot be decoded is refused, never guessed at. */
export function encodedHeader(
  headers: IncomingHttpHeaders,
  { name, longest }: EncodedHeader,
): Result<string, RequestRefusal> {
  const header = headers[name.toLowerCase()];
  const problem = { path: name, message: "percent-encoded UTF-8 expected" };
  if (typeof header !== "string" || header === "" || header.length > longest) {
    return refuse({ code: "bad-request", problems: [problem] });
  }
  try {
    return ok(decodeURIComponent(header));
  } catch (error) {
    if (error instanceof URIError) return refuse({ code: "bad-request", problems: [problem] });
    throw error;
  }
}

export const FILE_NAME_HEADER: EncodedHeader = { name: "X-File-Name", longest: 2_000 };
