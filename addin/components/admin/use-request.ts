import { useState } from "react";
import type { Result } from "#core/kernel/result.ts";
import type { ShownRefusal } from "#addin/wording/say-shown-refusal.ts";

export interface Request {
  readonly busy: boolean;
  /** Of the last attempt; null while one runs and after a good one. */
  readonly refusal: ShownRefusal | null;
  /** @returns whether it was done; `then` runs first. */
  readonly run: <T>(ask: () => Promise<Result<T, ShownRefusal>>, then?: (value: T) => void) => Promise<boolean>;
  readonly forget: () => void;
}

/** One thing a person asks of the service: runs once at a time and remembers the refusal. */
export function useRequest(): Request {
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<ShownRefusal | null>(null);
  const run: Request["run"] = async (ask, then) => {
    if (busy) return false;
    setBusy(true);
    setRefusal(null);
    const answer = await ask().finally(() => setBusy(false));
    if (answer.ok) then?.(answer.value);
    else setRefusal(answer.refusal);
    return answer.ok;
  };
  return { busy, refusal, run, forget: () => setRefusal(null) };
}
