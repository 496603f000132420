import { useContext, useEffect, useState, useSyncExternalStore } from "react";
import type { OpenGrid } from "#addin/hosts/grid/open-grid.ts";
import type { ServiceClient } from "#addin/service-client/service-client.ts";
import type { Language } from "#core/wording/language.ts";
import { AskedAgain } from "../asked-again.ts";
import { bookDoor } from "../book/book-door.ts";
import { DirectSession, NOTHING_OPEN, type DirectSessionState } from "./direct-session.ts";
import { newPushKey } from "./new-push-key.ts";
import { noteOfOutcome } from "./note-of-outcome.ts";

export interface SessionNeeds {
  readonly client: ServiceClient;
  /** A ledger's id, or what a roster was asked for. */
  readonly subject: string;
  readonly grid: OpenGrid | null;
  readonly language: Language;
}

/** The open book's session on this grid, and its state as React sees it. */
export function useDirectSession({ client, subject, grid, language }: SessionNeeds): {
  readonly session: DirectSession | null;
  readonly state: DirectSessionState;
} {
  const [session, setSession] = useState<DirectSession | null>(null);
  useEffect(() => {
    if (!grid) return;
    const door = bookDoor(client, () => language);
    const made = new DirectSession({
      host: grid.host,
      load: () => door.load(subject),
      push: (request) => door.push(subject, request),
      newKey: newPushKey,
      noteOf: (outcome) => noteOfOutcome(outcome, language),
    });
    setSession(made);
    void made.refresh();
    return () => {
      made.close();
      setSession(null);
    };
  }, [client, subject, grid, language]);
  const again = useContext(AskedAgain);
  useEffect(() => session?.goOn(), [again]);
  const state = useSyncExternalStore(
    (listener) => session?.onChange(listener) ?? nothingToLeave,
    () => session?.state ?? NOTHING_OPEN,
  );
  return { session, state };
}

function nothingToLeave(): void {
  // Without a session nobody was told anything.
}
