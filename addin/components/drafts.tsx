import { createContext, useContext, useEffect, useRef, useState, useSyncExternalStore, type ReactNode } from "react";
import { DraftStore } from "./draft-store.ts";

const Keeper = createContext<DraftStore | null>(null);

export interface DraftKeeperProps {
  /** How many texts were begun and not sent. */
  readonly onCount: (count: number) => void;
  readonly children: ReactNode;
}

/** Keeps what was begun on one page while another one is looked at. */
export function DraftKeeper({ onCount, children }: DraftKeeperProps) {
  const latest = useRef(onCount);
  latest.current = onCount;
  const [store] = useState(() => {
    const made = new DraftStore();
    let told = 0;
    made.onChange(() => {
      if (made.count === told) return;
      told = made.count;
      latest.current(told);
    });
    return made;
  });
  return <Keeper value={store}>{children}</Keeper>;
}

/**
 * A text that was begun, null: none was. Where nobody keeps it, it goes with its box.
 * @param original what stands there unless something was begun
 */
export function useDraft(name: string, original = ""): readonly [string | null, (text: string | null) => void] {
  const [own] = useState(() => new DraftStore());
  const store = useContext(Keeper) ?? own;
  const text = useSyncExternalStore(store.onChange, () => store.textOf(name));
  return [text, (next) => store.set(name, next, original)];
}

/** Says which drafts of a kind can still be sent: the others are no reason to stay. */
export function useDueDrafts(kind: string, names: readonly string[]): void {
  const store = useContext(Keeper);
  const listed = JSON.stringify(names);
  useEffect(() => store?.setDue(kind, names), [store, kind, listed]);
}
