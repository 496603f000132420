import { Button } from "@fluentui/react-components";
import { paneWords } from "#addin/wording/pane/pane-words.ts";
import type { Language } from "#core/wording/language.ts";

/** One push that waits on this desk. */
export interface WaitingPush {
  readonly key: string;
  readonly title: string;
  readonly account: string;
  readonly count: number;
  /** As shown. */
  readonly queuedAt: string;
  readonly tries: number;
  readonly status: "waiting" | "answered" | "set-aside";
  /** Why the last try failed or why it was set aside, as a sentence; "": nothing is known against it. */
  readonly why: string;
  readonly isMine: boolean;
}

export interface WaitingPushRowProps {
  readonly language: Language;
  readonly entry: WaitingPush;
  readonly onRetry: () => void;
  readonly onForget: () => void;
}

export function WaitingPushRow({ language, entry, onRetry, onForget }: WaitingPushRowProps) {
  const words = paneWords(language).connection;
  return (
    <li data-status={entry.status}>
      <strong>{words.entry(entry.title, entry.count)}</strong>
      <small>
        {words.queued(entry.queuedAt)}
        {entry.tries > 0 && `　${words.tries(entry.tries)}`}
      </small>
      <span>{words.states[entry.status]}</span>
      {entry.why !== "" && <span>{entry.why}</span>}
      {!entry.isMine && <span>{words.byOther(entry.account)}</span>}
      {entry.status === "set-aside" && (
        <div className="pane-acts">
          <Button size="small" disabledFocusable={!entry.isMine} onClick={onRetry}>
            {words.retry}
          </Button>
          <Button size="small" appearance="subtle" onClick={onForget}>
            {words.forget}
          </Button>
        </div>
      )}
    </li>
  );
}
