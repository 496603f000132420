const SQLITE_BUSY = 5;

/** Somebody else holds the lock: every kind of SQLITE_BUSY, which the low byte of the code tells. */
export function isBusy(error: unknown): boolean {
  return (
    error instanceof Error &&
    "errcode" in error &&
    typeof error.errcode === "number" &&
    (error.errcode & 0xff) === SQLITE_BUSY
  );
}
