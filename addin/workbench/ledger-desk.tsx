import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { Selection } from "#core/sheet/sheet-host.ts";
import { LedgerScreen } from "#addin/screens/ledger/ledger-screen.tsx";
import type { LedgerFunctions, PanelTab, SelectedCell } from "#addin/screens/ledger/ledger-screen-props.ts";
import type { ServiceClient } from "#addin/service-client/service-client.ts";
import type { Language } from "#core/wording/language.ts";
import { sayShownRefusal } from "#addin/wording/say-shown-refusal.ts";
import { workbenchWords } from "#addin/wording/workbench-words.ts";
import { ledgerFunctions } from "#addin/session/ledger-functions.ts";
import { selectedCell } from "#addin/session/selected-cell.ts";
import { useGrid } from "./use-grid.ts";
import { useKeys } from "./use-keys.ts";
import { useDirectSession } from "#addin/session/desk/use-direct-session.ts";

export interface LedgerDeskProps {
  readonly client: ServiceClient;
  readonly language: Language;
  readonly ledgerId: string;
  readonly onGone: () => void;
  /** Something was sent: lists and duties may have changed. */
  readonly onSent: () => void;
  readonly onUnsent: (count: number) => void;
  readonly onSay: (text: string) => void;
}

/** One ledger at work: the grid, its session with the service, and the screen around both. */
export function LedgerDesk(props: LedgerDeskProps) {
  const { client, language, ledgerId } = props;
  const words = workbenchWords(language).ledger;
  const [panel, setPanel] = useState<PanelTab | null>("cell");
  const [selection, setSelection] = useState<Selection | null>(null);
  const { place, grid } = useGrid(language, {
    onRefused: () => props.onSay(words.locked),
    onLink: () => setPanel("evidence"),
  });
  const { session, state } = useDirectSession({ client, subject: ledgerId, grid, language });
  const selected = useSelected({ grid, state, selection });
  useEffect(() => grid?.host.onSelection(setSelection), [grid]);
  useEffect(() => props.onUnsent(state.changes.length), [state.changes.length]);
  useEffect(() => {
    if (state.accepted > 0) props.onSent();
  }, [state.accepted, state.view]);
  useMenu(grid, language, setPanel);
  const ask = useMemo(
    () =>
      grid && session ? ledgerFunctions({ client, ledgerId, grid, session, language, onGone: props.onGone }) : null,
    [client, ledgerId, grid, session, language],
  );
  useKeys({
    onSave: () => void saveByKey({ panel, setPanel, commit: () => grid?.host.commitTyping() }),
    onEscape: () => setPanel(null),
    onNextArea: (area) => area === "sheet" && grid?.host.focus(),
  });
  return (
    <LedgerScreen
      language={language}
      phase={state.phase}
      refusal={state.refusal}
      view={state.view}
      legend={state.book?.legend ?? []}
      changes={state.changes}
      problems={state.problems}
      stopped={state.stopped}
      sending={state.sending}
      accepted={state.accepted}
      actRefusal={state.actRefusal === null ? null : sayShownRefusal(language, state.actRefusal)}
      selected={selected}
      panel={panel}
      onPanel={setPanel}
      grid={<div ref={place} className="ledger-grid-place" />}
      ask={ask ?? NOTHING_YET}
    />
  );
}

interface SaveKey {
  readonly panel: PanelTab | null;
  readonly setPanel: (panel: PanelTab) => void;
  readonly commit: () => Promise<void> | undefined;
}

/** Ctrl+S shows what would be sent first; pressed again it sends. */
async function saveByKey({ panel, setPanel, commit }: SaveKey): Promise<void> {
  await commit();
  if (panel === "changes") document.querySelector<HTMLButtonElement>(".ledger-send")?.click();
  else setPanel("changes");
}

function useSelected({
  grid,
  state,
  selection,
}: {
  readonly grid: ReturnType<typeof useGrid>["grid"];
  readonly state: ReturnType<typeof useDirectSession>["state"];
  readonly selection: Selection | null;
}): SelectedCell | null {
  const [selected, setSelected] = useState<SelectedCell | null>(null);
  const { book, view, changes } = state;
  useEffect(() => {
    if (!grid || !book || !view || !selection) return;
    let wanted = true;
    void grid.host.read().then((reading) => {
      if (wanted) setSelected(selectedCell(selection, { book, view, reading }));
    });
    return () => {
      wanted = false;
    };
  }, [grid, book, view, selection, changes]);
  return selected;
}

function useMenu(
  grid: ReturnType<typeof useGrid>["grid"],
  language: Language,
  setPanel: (panel: PanelTab) => void,
): void {
  const words = workbenchWords(language).ledger;
  const open = useRef(setPanel);
  open.current = setPanel;
  const entry = useCallback((id: PanelTab, label: string) => ({ id, label, run: () => open.current(id) }), []);
  useEffect(() => {
    void grid?.host.setMenu([
      entry("cell", words.history),
      entry("evidence", words.evidence),
      entry("changes", words.changes),
      entry("talk", words.talk),
    ]);
  }, [grid, words, entry]);
}

/** While the grid is on its way nothing can be asked; the screen shows that it waits. */
const later = async () => ({ ok: false, refusal: { code: "busy" } }) as const;
const NOTHING_YET: LedgerFunctions = {
  send: async () => undefined,
  act: async () => false,
  refresh: async () => undefined,
  takeBack: () => undefined,
  keepMine: () => undefined,
  restoreFormula: () => undefined,
  setReason: () => undefined,
  goTo: () => undefined,
  history: later,
  evidence: later,
  attach: later,
  preview: later,
  download: later,
  removeEvidence: later,
  evidenceChanged: () => undefined,
  talk: later,
  say: later,
  output: later,
  print: () => undefined,
  fit: () => undefined,
  readWorkbook: later,
  remove: later,
  voidLedger: later,
};
