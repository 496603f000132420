import { Button } from "@fluentui/react-components";
import { PermittedButton } from "#addin/components/admin/permitted-button.tsx";
import type { StagesWords } from "#addin/wording/ledger/stages-words.ts";
import type { WindowView } from "#core/protocol/ledgers.ts";

/** late: saving days that reopen what is over. */
export type LevelDialog = "close" | "reopen" | "late" | "extend";

export interface LevelActionsProps {
  readonly words: StagesWords;
  readonly level: string;
  readonly view: WindowView | undefined;
  readonly changed: boolean;
  readonly sendable: boolean;
  readonly onSave: () => void;
  readonly onDiscard: () => void;
  readonly onDialog: (dialog: LevelDialog) => void;
}

export function LevelActions(props: LevelActionsProps) {
  const { words, level, view, changed } = props;
  if (changed) {
    return (
      <div className="stages-actions">
        <Button
          appearance="primary"
          size="small"
          disabledFocusable={!props.sendable}
          aria-label={`${words.save}: ${level}`}
          onClick={props.onSave}
        >
          {words.save}
        </Button>
        <Button size="small" onClick={props.onDiscard} aria-label={`${words.discard}: ${level}`}>
          {words.discard}
        </Button>
      </div>
    );
  }
  if (!view) return null;
  const [toggle, label] = view.closed ? (["reopen", words.reopen] as const) : (["close", words.closeNow] as const);
  return (
    <div className="stages-actions">
      <PermittedButton
        size="small"
        allowed={!view.closed}
        whyNot={words.noExtension}
        label={words.extend}
        target={level}
        onClick={() => props.onDialog("extend")}
      />
      <Button size="small" aria-label={`${label}: ${level}`} onClick={() => props.onDialog(toggle)}>
        {label}
      </Button>
    </div>
  );
}
