import type { AnyRefusal } from "#core/protocol/refusal.ts";

// Node's own names, PostgreSQL's states, the store's own words; SQLite tells by number only.
const BUSY = ["busy", "closed", "ETIMEDOUT", "ECONNREFUSED", "ECONNRESET", "53300", "55P03", "57014", "57P01", "57P03"];
const FULL = ["ENOSPC", "EDQUOT", "EFBIG", "53100"];
const SQLITE_BUSY = 5;
const SQLITE_FULL = 13;
/** What SQLite makes of a quota or of a limit on a file's size: it could not write, or not grow its index of the journal. */
const SQLITE_NO_ROOM = [778, 4_874];
const SQLITE_READ_ONLY = 8;
/** Neither read nor made: a folder that is not there, or one where nothing may be written. */
const SQLITE_CANNOT_OPEN = 14;

export type OutsideFailure = "busy" | "disk-full" | "database-read-only" | "database-not-opened";

/** What went wrong around us and is nobody's bug; undefined: a bug, as far as anybody knows. */
export function outsideFailure(error: unknown): OutsideFailure | undefined {
  const code = codeOf(error);
  const number = sqliteNumberOf(error);
  const kind = number === undefined ? undefined : number & 0xff;
  if (BUSY.includes(code) || kind === SQLITE_BUSY) return "busy";
  if (FULL.includes(code) || kind === SQLITE_FULL) return "disk-full";
  if (number !== undefined && SQLITE_NO_ROOM.includes(number)) return "disk-full";
  if (kind === SQLITE_READ_ONLY) return "database-read-only";
  return kind === SQLITE_CANNOT_OPEN ? "database-not-opened" : undefined;
}

/** To somebody far from the machine whatever only its administrator can act on is `internal`. */
export function refusalOfFailure(error: unknown): AnyRefusal {
  const failure = outsideFailure(error);
  return { code: failure === "busy" || failure === "disk-full" ? failure : "internal" };
}

/** For the log: which error and where, never its message, which may quote what somebody typed (A12). */
export function describeFailure(error: unknown): {
  readonly error: string;
  readonly code: string;
  readonly at: readonly string[];
} {
  if (!(error instanceof Error)) return { error: typeof error, code: "", at: [] };
  const frames = (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
  return { error: error.name, code: codeOf(error), at: frames.slice(0, 8).map((line) => line.trim()) };
}

function codeOf(error: unknown): string {
  if (typeof error !== "object" || error === null || !("code" in error)) return "";
  return typeof error.code === "string" ? error.code : "";
}

/** The extended code; its low byte is the kind of problem. */
function sqliteNumberOf(error: unknown): number | undefined {
  if (!(error instanceof Error) || !("errcode" in error) || typeof error.errcode !== "number") return undefined;
  return error.errcode;
}
