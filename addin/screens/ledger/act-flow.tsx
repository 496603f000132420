import { useState } from "react";
import { workbenchWords } from "#addin/wording/workbench-words.ts";
import { ActDialog } from "./act-dialog.tsx";
import { editOfAct, type ItemAct } from "./item-action.ts";
import type { LedgerPanelProps } from "./ledger-screen-props.ts";

export interface ActFlowProps {
  readonly screen: LedgerPanelProps;
  readonly act: ItemAct;
  readonly onClose: () => void;
}

/** Asks what an action needs, does it, and stays open with the reason when it is refused. */
export function ActFlow({ screen, act, onClose }: ActFlowProps) {
  const [refused, setRefused] = useState(false);
  const { selected } = screen;
  if (!selected?.item || selected.record === null) return null;
  const { item, record } = selected;
  const confirm = async (given: { readonly score: string; readonly reason: string }) => {
    const done = await screen.ask.act(editOfAct(act, { record, item, score: given.score, reason: given.reason }));
    if (done) onClose();
    else setRefused(true);
  };
  return (
    <ActDialog
      language={screen.language}
      act={act}
      title={nameOfAct(screen, act)}
      present={item.state.entries.at(-1)?.score ?? workbenchWords(screen.language).card.empty}
      busy={screen.sending}
      refusal={refused ? screen.actRefusal : null}
      onConfirm={(given) => void confirm(given)}
      onClose={onClose}
    />
  );
}

function nameOfAct({ language }: LedgerPanelProps, act: ItemAct): string {
  const words = workbenchWords(language);
  return act.kind === "handling" ? (words.handling[act.word] ?? act.word) : words.card[act.kind];
}
