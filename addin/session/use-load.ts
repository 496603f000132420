import { useCallback, useEffect, useState } from "react";
import type { Loadable } from "#addin/components/admin/loadable.ts";
import type { Answer } from "#addin/service-client/client-refusal.ts";

export interface Loaded<T> {
  readonly data: Loadable<T>;
  readonly reload: () => void;
}

/** Asks again whenever `key` changes; a late answer to an old question is dropped. null: nothing to ask yet. */
export function useLoad<T>(key: string | null, ask: () => Promise<Answer<T>>): Loaded<T> {
  const [data, setData] = useState<Loadable<T>>({ state: "loading" });
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    if (key === null) return;
    let wanted = true;
    void ask().then((answer) => {
      if (wanted)
        setData(answer.ok ? { state: "ready", value: answer.value } : { state: "failed", refusal: answer.refusal });
    });
    return () => {
      wanted = false;
    };
  }, [key, turn]);
  const reload = useCallback(() => setTurn((last) => last + 1), []);
  return { data, reload };
}
