import { useEffect, useState, useSyncExternalStore } from "react";
import { ledgerBook } from "#core/sheet/ledger/ledger-book.ts";
import type { Outcome } from "#core/protocol/push.ts";
import type { OpenGrid } from "#addin/hosts/grid/open-grid.ts";
import type { ServiceClient } from "#addin/service-client/service-client.ts";
import { shownTime } from "#core/kernel/instant.ts";
import type { Language } from "#core/wording/language.ts";
import { ledgerWords } from "#addin/wording/ledger-words.ts";
import { sayShownRefusal } from "#addin/wording/say-shown-refusal.ts";
import { workbenchWords } from "#addin/wording/workbench-words.ts";
import { LedgerSession, NOTHING_OPEN, type LedgerSessionState } from "./ledger-session.ts";
import { newPushKey } from "./new-push-key.ts";

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
      noteOf: (outcome) => noteOf(outcome, language),
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

function noteOf(outcome: Outcome, language: Language): string {
  const words = workbenchWords(language).changes;
  if (outcome.result === "refused") return `${words.refused}：${sayShownRefusal(language, outcome.refusal)}`;
  if (outcome.result !== "conflict") return "";
  const at = outcome.at === "" ? "" : shownTime(outcome.at);
  return words.conflict(outcome.who, at, outcome.theirs ?? words.empty);
}
