import { useCallback, useContext, useEffect, useState } from "react";
import type { Loadable } from "#addin/components/admin/loadable.ts";
import type { Answer } from "#addin/service-client/client-refusal.ts";
import { AskedAgain } from "./asked-again.ts";

export interface Loaded<T> {
  readonly data: Loadable<T>;
  readonly reload: () => void;
}

const ON_ITS_WAY = { state: "loading" } as const;

/**
 * Asks again whenever `key` changes; the answer to another key is never handed out as if it were this one's, and a late one is
 * dropped. null: nothing to ask yet.
 * @param version the same question, asked anew: what was answered stays until the new answer is there.
 */
export function useLoad<T>(key: string | null, ask: () => Promise<Answer<T>>, version = 0): Loaded<T> {
  const [answered, setAnswered] = useState<{ readonly key: string; readonly data: Loadable<T> } | null>(null);
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    if (key === null) return;
    let wanted = true;
    void ask().then((answer) => {
      if (!wanted) return;
      const data = answer.ok
        ? ({ state: "ready", value: answer.value } as const)
        : ({ state: "failed", refusal: answer.refusal } as const);
      setAnswered({ key, data });
    });
    return () => {
      wanted = false;
    };
  }, [key, turn, version]);
  const again = useContext(AskedAgain);
  useEffect(() => {
    if (answered?.data.state === "failed") setTurn((last) => last + 1);
  }, [again]);
  const reload = useCallback(() => setTurn((last) => last + 1), []);
  return { data: answered !== null && answered.key === key ? answered.data : ON_ITS_WAY, reload };
}
