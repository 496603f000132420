const SQLITE_BUSY = 5;

/** Somebody else holds the lock: every kind of SQLITE_BUSY, which the low byte of the code tells; as the error or its cause. */
export function isBusy(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ("errcode" in error && typeof error.errcode === "number") return (error.errcode & 0xff) === SQLITE_BUSY;
  return isBusy(error.cause);
}
