import { useEffect, useState } from "react";
import { ConnectionScreen } from "#addin/screens/connection/connection-screen.tsx";
import type { WaitingPush } from "#addin/screens/connection/waiting-push-row.tsx";
import { EMPTY_STATE, type OutboxListed } from "#addin/outbox/outbox-state.ts";
import { sayInstant } from "#addin/wording/accounts/admin-times.ts";
import { paneWords } from "#addin/wording/pane/pane-words.ts";
import { sayDeskRefusal } from "#addin/wording/pane/say-desk-refusal.ts";
import type { Language } from "#core/wording/language.ts";
import { toInstant } from "#core/kernel/instant.ts";
import type { PlacesProps } from "./places-props.ts";

const TICK_MS = 1_000;

export function ConnectionPlace({ client, language, me, online, kept, lists, lastSentAt, onSignOut }: PlacesProps) {
  const outbox = kept?.outbox ?? null;
  const state = kept?.waiting ?? EMPTY_STATE;
  const now = useNow(state.nextTryAt !== null);
  const nextTry = state.nextTryAt === null ? null : Math.max(0, Math.ceil((state.nextTryAt - now) / 1_000));
  return (
    <ConnectionScreen
      language={language}
      online={online}
      account={me.personName ?? me.accountName}
      outbox={{
        ...{ kept: state.kept, damaged: state.damaged, sending: state.sending, blocked: state.blocked, nextTry },
        entries: state.entries.map((entry) => shownEntry(entry, language)),
        lastSent: lastSentAt === null ? null : sayInstant(toInstant(lastSentAt)),
      }}
      onCheck={() => {
        void client.me();
        lists.reload();
        void outbox?.flush();
      }}
      onSendNow={() => void outbox?.flush()}
      onRetry={(key) => outbox?.retry(key)}
      onForget={(key) => outbox?.forget([key])}
      onSignOut={onSignOut}
    />
  );
}

function shownEntry(entry: OutboxListed, language: Language): WaitingPush {
  const { key, title, account, count, tries, status, isMine } = entry;
  const why = entry.setAside ?? entry.lastRefusal;
  const isUnanswered = why?.code === "service-unreachable";
  return {
    ...{ key, title, account, count, tries, status, isMine },
    queuedAt: sayInstant(toInstant(entry.queuedAt)),
    why: isUnanswered ? paneWords(language).connection.offline : why ? sayDeskRefusal(language, why) : "",
  };
}

/** Seconds that run while something is planned. */
function useNow(runs: boolean): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (!runs) return;
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), TICK_MS);
    return () => clearInterval(timer);
  }, [runs]);
  return now;
}
