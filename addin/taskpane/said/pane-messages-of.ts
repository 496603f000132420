import type { PanePlace } from "#addin/screens/pane-frame/pane-place.ts";
import type { PaneMessage } from "#addin/screens/pane-frame/pane-messages.tsx";
import type { DeskRefusal } from "#addin/session/desk/desk-refusal.ts";
import type { DeskSessionState } from "#addin/session/desk/desk-session-state.ts";
import { paneWords } from "#addin/wording/pane/pane-words.ts";
import { sayDeskRefusal } from "#addin/wording/pane/say-desk-refusal.ts";
import { workbenchWords } from "#addin/wording/workbench-words.ts";
import type { Language } from "#core/wording/language.ts";

export interface MessageFacts {
  readonly language: Language;
  readonly state: DeskSessionState;
  readonly online: boolean;
  readonly place: PanePlace;
  /** Said by the pane itself; null: nothing. */
  readonly said: string | null;
  readonly passwordDaysLeft: number;
}

export interface MessageActs {
  readonly refresh: () => void;
  readonly checkAgain: () => void;
  readonly changePassword: () => void;
  readonly dismiss: (id: string) => void;
}

const WARN_DAYS = 14;

/** What is in the way first, then what happened, then what may be worth doing. */
export function paneMessagesOf(facts: MessageFacts, acts: MessageActs): readonly PaneMessage[] {
  return [...inTheWay(facts, acts), ...happened(facts, acts), ...worthDoing(facts, acts)];
}

function inTheWay({ language, state, online, place }: MessageFacts, acts: MessageActs): readonly PaneMessage[] {
  const words = paneWords(language);
  const offline: PaneMessage = {
    id: "offline",
    intent: "warning",
    text: `${words.connection.offlineFirst}${words.connection.offlineText}`,
    action: { label: words.connection.check, run: acts.checkAgain },
  };
  const { actRefusal, refusal } = state;
  const isActSaid = actRefusal?.code === refusal?.code || isOfChange(state);
  return [
    // The place of the connection says it itself.
    ...(online || place === "connection" ? [] : [offline]),
    ...refused("refusal", refusal, language),
    ...refused("act", isActSaid ? null : actRefusal, language),
  ];
}

/** That nobody answers is told by the offline message. */
function refused(id: string, refusal: DeskRefusal | null, language: Language): readonly PaneMessage[] {
  if (!refusal || refusal.code === "service-unreachable") return [];
  return [error(id, sayDeskRefusal(language, refusal))];
}

/** Refused changes are counted, and each says why in its place: the first one needs no bar of its own. */
function isOfChange({ actRefusal, changes }: DeskSessionState): boolean {
  return changes.some(({ outcome }) =>
    outcome?.result === "refused"
      ? outcome.refusal.code === actRefusal?.code
      : outcome?.result === "conflict" && actRefusal?.code === "changed-meanwhile",
  );
}

function error(id: string, text: string): PaneMessage {
  return { id, intent: "error", text };
}

function happened({ language, state, said }: MessageFacts, { dismiss }: MessageActs): readonly PaneMessage[] {
  const { book, card } = paneWords(language);
  const { changes, accepted, dropped } = state;
  const refused = countOf(changes, "refused");
  const conflicts = countOf(changes, "conflict");
  const away = (id: string): PaneMessage["dismiss"] => ({ label: book.dismiss, run: () => dismiss(id) });
  const lost = dropped.map(({ rowName, columnName, value }) =>
    book.droppedItem(`${rowName} ${columnName}`.trim(), String(value ?? "")),
  );
  return [
    ...(refused > 0 ? [error("refused", workbenchWords(language).ledger.notAccepted(refused))] : []),
    ...(conflicts > 0 ? [error("conflicts", book.conflicts(conflicts))] : []),
    ...(lost.length > 0
      ? [
          {
            id: "dropped",
            intent: "warning",
            text: `${book.dropped(lost.length)} ${lost.join("；")}`,
            dismiss: away("dropped"),
          } as const,
        ]
      : []),
    ...(accepted > 0
      ? [{ id: "accepted", intent: "success", text: book.accepted(accepted), dismiss: away("accepted") } as const]
      : []),
    ...(said === null
      ? []
      : [
          {
            id: "said",
            intent: said === card.override ? "warning" : "info",
            text: said,
            dismiss: away("said"),
          } as const,
        ]),
  ];
}

function countOf(changes: DeskSessionState["changes"], result: "refused" | "conflict"): number {
  return changes.filter(({ outcome }) => outcome?.result === result).length;
}

function worthDoing(facts: MessageFacts, acts: MessageActs): readonly PaneMessage[] {
  const { language, state, passwordDaysLeft } = facts;
  const words = paneWords(language);
  const refresh = { label: words.book.refresh, run: acts.refresh };
  return [
    ...(state.news && !state.drawing
      ? [{ id: "news", intent: "info", text: words.book.news, action: refresh } as const]
      : []),
    ...(passwordDaysLeft <= WARN_DAYS
      ? [
          {
            id: "password",
            intent: "warning",
            text: words.shell.passwordDaysLeft(passwordDaysLeft),
            action: { label: words.shell.changePassword, run: acts.changePassword },
          } as const,
        ]
      : []),
  ];
}
