import { useEffect, useState, useSyncExternalStore } from "react";
import { ledgerBook } from "#core/sheet/ledger/ledger-book.ts";
import type { OpenGrid } from "#addin/hosts/grid/open-grid.ts";
import type { ServiceClient } from "#addin/service-client/service-client.ts";
import type { Language } from "#core/wording/language.ts";
import { ledgerWords } from "#addin/wording/ledger-words.ts";
import { LedgerSession, NOTHING_OPEN, type LedgerSessionState } from "./ledger-session.ts";
import { newPushKey } from "./new-push-key.ts";
import { noteOfOutcome } from "./note-of-outcome.ts";

export interface SessionNeeds {
  readonly client: ServiceClient;
  readonly ledgerId: string;
  readonly grid: OpenGrid | null;
  readonly language: Language;
}

/** The open ledger's session on this grid, and its state as React sees it. */
export function useLedgerSession({ client, ledgerId, grid, language }: SessionNeeds): {
  readonly session: LedgerSession | null;
  readonly state: LedgerSessionState;
} {
  const [session, setSession] = useState<LedgerSession | null>(null);
  useEffect(() => {
    if (!grid) return;
    const made = new LedgerSession({
      host: grid.host,
      load: () => client.ledger(ledgerId),
      push: (request) => client.push(ledgerId, request),
      draw: (view) => ledgerBook(view, ledgerWords(language)),
      newKey: newPushKey,
      noteOf: (outcome) => noteOfOutcome(outcome, language),
    });
    setSession(made);
    void made.refresh();
    return () => {
      made.close();
      setSession(null);
    };
  }, [client, ledgerId, grid, language]);
  const state = useSyncExternalStore(
    (listener) => session?.onChange(listener) ?? nothingToLeave,
    () => session?.state ?? NOTHING_OPEN,
  );
  return { session, state };
}

function nothingToLeave(): void {
  // Without a session nobody was told anything.
}
