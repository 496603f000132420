import { useEffect, useRef, useState } from "react";
import type { PaneMessage } from "#addin/screens/pane-frame/pane-messages.tsx";
import { paneMessagesOf, type MessageActs, type MessageFacts } from "./pane-messages-of.ts";

export interface MessagesNeeds extends Omit<MessageFacts, "said"> {
  readonly acts: Omit<MessageActs, "dismiss">;
}

/** What is said above the place, without what the officer has put away; news of the same kind comes up again. */
export function useMessages({ acts, ...facts }: MessagesNeeds): {
  readonly messages: readonly PaneMessage[];
  readonly say: (text: string) => void;
} {
  const [said, say] = useState<string | null>(null);
  const [away, setAway] = useState<ReadonlySet<string>>(new Set());
  const { accepted, dropped, sending } = facts.state;
  useEffect(() => setAway(new Set()), [accepted, dropped, sending]);
  // Whoever goes on has seen what was saved.
  const last = useRef(facts.place);
  useEffect(() => {
    if (last.current === facts.place) return;
    last.current = facts.place;
    setAway((before) => new Set([...before, "accepted"]));
  }, [facts.place]);
  const dismiss = (id: string): void => {
    if (id === "said") say(null);
    else setAway((before) => new Set([...before, id]));
  };
  const messages = paneMessagesOf({ ...facts, said }, { ...acts, dismiss });
  return { messages: messages.filter(({ id }) => !away.has(id)), say };
}
