import { useEffect, useState } from "react";
import { minutesLocked, type SignInLock } from "./sign-in-lock.ts";

const EVERY_MS = 5_000;

/** Counts down while there is a lock, so that the button comes back by itself. */
export function useMinutesLocked(at: {
  readonly lock: SignInLock | null;
  readonly name: string;
  readonly now: () => number;
}): number {
  const [, tick] = useState(0);
  const { lock, name, now } = at;
  useEffect(() => {
    if (!lock) return undefined;
    const timer = setInterval(() => tick((count) => count + 1), EVERY_MS);
    return () => clearInterval(timer);
  }, [lock]);
  return minutesLocked(lock, name, now());
}
