import { createContext, useContext, useRef, useState, type ReactNode } from "react";

interface Kept {
  readonly texts: Map<string, string>;
  readonly tell: () => void;
}

const Keeper = createContext<Kept | null>(null);

export interface DraftKeeperProps {
  /** How many texts were begun and not sent. */
  readonly onCount: (count: number) => void;
  readonly children: ReactNode;
}

/** Keeps what was begun on one page while another one is looked at. */
export function DraftKeeper({ onCount, children }: DraftKeeperProps) {
  const latest = useRef(onCount);
  latest.current = onCount;
  const [kept] = useState((): Kept => {
    const texts = new Map<string, string>();
    return { texts, tell: () => latest.current(texts.size) };
  });
  return <Keeper value={kept}>{children}</Keeper>;
}

/** A text that was begun, null: none was. Where nobody keeps it, it goes with its box. */
export function useDraft(name: string): readonly [string | null, (text: string | null) => void] {
  const kept = useContext(Keeper);
  const [text, setText] = useState(() => kept?.texts.get(name) ?? null);
  const change = (next: string | null) => {
    if (next === null) kept?.texts.delete(name);
    else kept?.texts.set(name, next);
    kept?.tell();
    setText(next);
  };
  return [text, change];
}
