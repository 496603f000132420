import { Button, MessageBar, MessageBarActions, MessageBarBody } from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons/svg/dismiss";

export interface MessageAction {
  readonly label: string;
  readonly run: () => void;
}

export interface PaneMessage {
  readonly id: string;
  readonly intent: "error" | "warning" | "success" | "info";
  readonly text: string;
  /** One way on: a refresh, another try. */
  readonly action?: MessageAction | undefined;
  readonly dismiss?: MessageAction | undefined;
}

/** What happened last and what is in the way; read out as it comes. */
export function PaneMessages({ messages }: { readonly messages: readonly PaneMessage[] }) {
  return (
    <div className="pane-messages" role="status">
      {messages.map(({ id, intent, text, action, dismiss }) => (
        <MessageBar key={id} intent={intent} layout="multiline" className="pane-message">
          <MessageBarBody>{text}</MessageBarBody>
          {(action ?? dismiss) && (
            <MessageBarActions containerAction={dismiss ? <Dismiss {...dismiss} /> : null}>
              {action && (
                <Button size="small" onClick={action.run}>
                  {action.label}
                </Button>
              )}
            </MessageBarActions>
          )}
        </MessageBar>
      ))}
    </div>
  );
}

function Dismiss({ label, run }: MessageAction) {
  return (
    <Button
      appearance="transparent"
      size="small"
      icon={<DismissRegular />}
      aria-label={label}
      title={label}
      onClick={run}
    />
  );
}
