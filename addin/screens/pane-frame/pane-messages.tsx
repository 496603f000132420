import { Button, MessageBar, MessageBarActions, MessageBarBody } from "@fluentui/react-components";

export interface PaneMessage {
  readonly id: string;
  readonly intent: "error" | "warning" | "success" | "info";
  readonly text: string;
  /** One way on: a refresh, another try, "all right". */
  readonly action?: { readonly label: string; readonly run: () => void } | undefined;
}

/** What happened last and what is in the way; read out as it comes. */
export function PaneMessages({ messages }: { readonly messages: readonly PaneMessage[] }) {
  return (
    <div className="pane-messages" role="status">
      {messages.map(({ id, intent, text, action }) => (
        <MessageBar key={id} intent={intent} layout="multiline" className="pane-message">
          <MessageBarBody>{text}</MessageBarBody>
          {action && (
            <MessageBarActions>
              <Button size="small" onClick={action.run}>
                {action.label}
              </Button>
            </MessageBarActions>
          )}
        </MessageBar>
      ))}
    </div>
  );
}
