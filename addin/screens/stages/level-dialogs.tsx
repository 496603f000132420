import { ReasonDialog } from "#addin/components/admin/reason-dialog.tsx";
import type { ShownRefusal } from "#addin/wording/say-shown-refusal.ts";
import { adminWords } from "#addin/wording/accounts/admin-words.ts";
import { stagesWords } from "#addin/wording/ledger/stages-words.ts";
import type { Result } from "#core/kernel/result.ts";
import { ExtensionDialog } from "./extension-dialog.tsx";
import type { LevelDialog } from "./level-actions.tsx";
import type { LevelAt } from "./level-at.ts";

export interface LevelDialogsProps {
  readonly at: LevelAt;
  readonly dialog: LevelDialog | null;
  readonly save: (reason: string, closed: boolean) => Promise<Result<unknown, ShownRefusal>>;
  readonly onExtended: () => void;
  readonly onClose: () => void;
}

const LEAST_REASON = 6;

export function LevelDialogs({ at, dialog, save, onExtended, onClose }: LevelDialogsProps) {
  const { props, level, view } = at;
  const words = stagesWords[props.language];
  const name = adminWords[props.language].levels[level];
  const done = () => {
    onClose();
    props.onReload();
  };
  // An extension shows nowhere in the setting itself, so it is said.
  const extended = () => {
    onExtended();
    done();
  };
  if (dialog === null) return null;
  if (dialog === "extend") {
    return view ? <ExtensionDialog at={{ props, level, view }} onDone={extended} onClose={onClose} /> : null;
  }
  const asked = {
    close: { title: words.closeTitle(name), text: words.closeText, confirm: words.closeNow, least: 0, closed: true },
    reopen: {
      title: words.reopenTitle(name),
      text: words.reopenText,
      confirm: words.reopen,
      least: LEAST_REASON,
      closed: false,
    },
    late: {
      title: words.lateTitle(name),
      text: words.lateText,
      confirm: words.reopen,
      least: LEAST_REASON,
      closed: false,
    },
  }[dialog];
  return (
    <ReasonDialog
      around={props}
      title={asked.title}
      text={asked.text}
      confirm={asked.confirm}
      least={asked.least}
      ask={(reason) => save(reason, asked.closed)}
      onDone={done}
      onClose={onClose}
    />
  );
}
