import { Button, MessageBar, MessageBarBody, Spinner } from "@fluentui/react-components";
import { useState } from "react";
import { AskDialog } from "#addin/components/admin/ask-dialog.tsx";
import { paneWords } from "#addin/wording/pane/pane-words.ts";
import type { Language } from "#core/wording/language.ts";
import { WaitingPushRow, type WaitingPush } from "./waiting-push-row.tsx";
import "./connection.css";

export interface OutboxShown {
  readonly kept: boolean;
  readonly damaged: boolean;
  readonly entries: readonly WaitingPush[];
  readonly sending: boolean;
  /** Seconds until the next try; null: none is planned. */
  readonly nextTry: number | null;
  readonly blocked: "signed-out" | "other-sender" | "other-pane" | null;
  /** As shown; null: nothing was sent since the pane was opened. */
  readonly lastSent: string | null;
}

export interface ConnectionScreenProps {
  readonly language: Language;
  readonly online: boolean;
  readonly account: string;
  readonly outbox: OutboxShown;
  readonly onCheck: () => void;
  readonly onSendNow: () => void;
  readonly onRetry: (key: string) => void;
  readonly onForget: (key: string) => void;
  readonly onSignOut: () => void;
}

/** Is the service there, who is signed in, what waits to be sent (W5). */
export function ConnectionScreen(props: ConnectionScreenProps) {
  const words = paneWords(props.language).connection;
  return (
    <>
      <section aria-label={words.service}>
        <h2>{words.service}</h2>
        <div className="connection-line" data-online={props.online}>
          <strong>{props.online ? words.online : words.offline}</strong>
          <Button size="small" onClick={props.onCheck}>
            {words.check}
          </Button>
        </div>
        {!props.online && <p className="pane-hint">{words.offlineText}</p>}
      </section>
      <section aria-label={words.account}>
        <h2>{words.account}</h2>
        <div className="connection-line">
          <span>{words.signedIn(props.account)}</span>
          <Button size="small" onClick={props.onSignOut}>
            {words.signOut}
          </Button>
        </div>
      </section>
      <OutboxPart {...props} />
    </>
  );
}

function OutboxPart(props: ConnectionScreenProps) {
  const { language, outbox } = props;
  const words = paneWords(language).connection;
  const [leaving, setLeaving] = useState<WaitingPush | null>(null);
  const waits = outbox.entries.some(({ status }) => status === "waiting");
  return (
    <section aria-label={words.outbox}>
      <h2>{words.outbox}</h2>
      {!outbox.kept && <Bar text={words.notKept} />}
      {outbox.damaged && <Bar text={words.damaged} />}
      <p className="pane-hint">{outbox.lastSent === null ? words.neverSent : words.lastSent(outbox.lastSent)}</p>
      {outbox.entries.length === 0 && <p className="pane-hint">{words.empty}</p>}
      <ul className="connection-waiting">
        {outbox.entries.map((entry) => (
          <WaitingPushRow
            key={entry.key}
            language={language}
            entry={entry}
            onRetry={() => props.onRetry(entry.key)}
            onForget={() => setLeaving(entry)}
          />
        ))}
      </ul>
      {waits && <SendNow {...props} />}
      {leaving && (
        <AskDialog
          around={{ language }}
          title={words.forget}
          confirm={words.forget}
          request={{ busy: false, refusal: null }}
          onConfirm={() => {
            props.onForget(leaving.key);
            setLeaving(null);
          }}
          onClose={() => setLeaving(null)}
        >
          <p>{words.forgetAsk(leaving.title)}</p>
        </AskDialog>
      )}
    </section>
  );
}

function SendNow({ language, outbox, onSendNow }: ConnectionScreenProps) {
  const words = paneWords(language).connection;
  const next = outbox.nextTry === null ? "" : words.next(outbox.nextTry);
  return (
    <div className="pane-acts">
      <Button
        appearance="primary"
        disabledFocusable={outbox.sending}
        icon={outbox.sending ? <Spinner size="extra-tiny" aria-hidden /> : null}
        onClick={onSendNow}
      >
        {outbox.sending ? words.sending : words.now}
      </Button>
      <span className="pane-hint" role="status">
        {outbox.blocked === null ? next : words.blocked[outbox.blocked]}
      </span>
    </div>
  );
}

function Bar({ text }: { readonly text: string }) {
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>{text}</MessageBarBody>
    </MessageBar>
  );
}
