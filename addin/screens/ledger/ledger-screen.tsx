import { Button, MessageBar, MessageBarBody, Spinner, Tab, TabList } from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons/svg/dismiss";
import { useState } from "react";
import { ReasonDialog } from "#addin/components/admin/reason-dialog.tsx";
import { sayShownRefusal } from "#addin/wording/say-shown-refusal.ts";
import { workbenchWords } from "#addin/wording/workbench-words.ts";
import { ActFlow } from "./act-flow.tsx";
import { CellCard } from "./cell-card.tsx";
import { ChangesPanel } from "./changes-panel.tsx";
import { CommandBar } from "./command-bar.tsx";
import { EvidencePanel } from "./evidence-panel.tsx";
import { ImportDialog } from "./import-dialog.tsx";
import type { ItemAct } from "./item-action.ts";
import type { LedgerScreenProps, OutputFormat, PanelTab } from "./ledger-screen-props.ts";
import { LegendStrip } from "./legend-strip.tsx";
import { TalkPanel } from "./talk-panel.tsx";
import "./ledger.css";

type Dialog =
  | { readonly kind: "import" | "remove" | "void" }
  | { readonly kind: "act"; readonly act: ItemAct }
  | { readonly kind: "output"; readonly format: OutputFormat };

/** The sheet in the middle, what can be done with it above, what is behind the selected cell beside it. */
export function LedgerScreen(screen: LedgerScreenProps) {
  const words = workbenchWords(screen.language).ledger;
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  return (
    <section className="ledger-screen" aria-label={screen.view?.name.text ?? words.sheet}>
      <CommandBar
        screen={screen}
        onSave={() => screen.onPanel("changes")}
        onOutput={(format) => setDialog({ kind: "output", format })}
        onImport={() => setDialog({ kind: "import" })}
        onRemove={() => setDialog({ kind: "remove" })}
        onVoid={() => setDialog({ kind: "void" })}
      />
      <LegendStrip label={words.legend} entries={screen.legend} />
      <Said screen={screen} said={said} />
      <div className="ledger-body">
        <div className="ledger-grid" data-area="sheet" id="sheet">
          {screen.grid}
          {screen.phase !== "ready" && <Waiting screen={screen} />}
        </div>
        {screen.panel !== null && (
          <Panel screen={screen} tab={screen.panel} onAct={(act) => setDialog({ kind: "act", act })} />
        )}
      </div>
      {dialog && <Dialogs screen={screen} dialog={dialog} onSay={setSaid} onClose={() => setDialog(null)} />}
    </section>
  );
}

/** What happened last, read out; refusals of single cells stand in the list of changes. */
function Said({ screen, said }: { readonly screen: LedgerScreenProps; readonly said: string | null }) {
  const words = workbenchWords(screen.language).ledger;
  const open = screen.changes.filter(
    ({ outcome }) => outcome?.result === "refused" || outcome?.result === "conflict",
  ).length;
  const refusal = screen.phase === "ready" && screen.refusal ? sayShownRefusal(screen.language, screen.refusal) : null;
  const text =
    refusal ?? (open > 0 ? words.notAccepted(open) : screen.accepted > 0 ? words.accepted(screen.accepted) : said);
  if (text === null) return <div role="status" className="ledger-said" />;
  return (
    <div role="status" className="ledger-said">
      <MessageBar intent={refusal !== null || open > 0 ? "error" : "success"} layout="singleline">
        <MessageBarBody>{text}</MessageBarBody>
      </MessageBar>
    </div>
  );
}

function Waiting({ screen }: { readonly screen: LedgerScreenProps }) {
  const words = workbenchWords(screen.language);
  if (screen.phase === "loading") return <Spinner className="ledger-waiting" label={words.ledger.open} />;
  return (
    <div className="ledger-waiting" role="alert">
      <p>
        {words.ledger.failed} {screen.refusal && sayShownRefusal(screen.language, screen.refusal)}
      </p>
      <Button onClick={() => void screen.ask.refresh()}>{words.shell.retry}</Button>
    </div>
  );
}

interface PanelProps {
  readonly screen: LedgerScreenProps;
  readonly tab: PanelTab;
  readonly onAct: (act: ItemAct) => void;
}

function Panel({ screen, tab, onAct }: PanelProps) {
  const words = workbenchWords(screen.language).ledger;
  return (
    <aside className="ledger-panel" aria-label={words.panel} data-area="panel">
      <header>
        <TabList selectedValue={tab} size="small" onTabSelect={(_, data) => screen.onPanel(data.value as PanelTab)}>
          <Tab value="cell">{words.history}</Tab>
          <Tab value="evidence">{words.evidence}</Tab>
          <Tab value="changes">{words.changes}</Tab>
          <Tab value="talk">{words.talk}</Tab>
        </TabList>
        <Button
          appearance="subtle"
          size="small"
          icon={<DismissRegular />}
          aria-label={words.closePanel}
          onClick={() => screen.onPanel(null)}
        />
      </header>
      <div className="ledger-panel-body" tabIndex={-1}>
        {tab === "cell" && <CellCard screen={screen} onAct={onAct} />}
        {tab === "evidence" && <EvidencePanel screen={screen} />}
        {tab === "changes" && <ChangesPanel screen={screen} />}
        {tab === "talk" && <TalkPanel screen={screen} />}
      </div>
    </aside>
  );
}

function Dialogs({
  screen,
  dialog,
  onSay,
  onClose,
}: {
  readonly screen: LedgerScreenProps;
  readonly dialog: Dialog;
  readonly onSay: (text: string) => void;
  readonly onClose: () => void;
}) {
  const words = workbenchWords(screen.language);
  if (dialog.kind === "import") return <ImportDialog screen={screen} onClose={onClose} />;
  if (dialog.kind === "act") return <ActFlow screen={screen} act={dialog.act} onClose={onClose} />;
  if (dialog.kind === "output") return <OutputDialog {...{ screen, onSay, onClose }} format={dialog.format} />;
  const isVoid = dialog.kind === "void";
  return (
    <ReasonDialog
      around={{ language: screen.language }}
      title={isVoid ? words.ledger.void : words.ledger.remove}
      text={isVoid ? words.ledger.voidAsk : words.ledger.removeAsk}
      confirm={words.card.confirm}
      least={isVoid ? 2 : 0}
      ask={(reason) => (isVoid ? screen.ask.voidLedger(reason) : screen.ask.remove())}
      onDone={onClose}
      onClose={onClose}
    />
  );
}

interface OutputProps {
  readonly screen: LedgerScreenProps;
  readonly format: OutputFormat;
  readonly onSay: (text: string) => void;
  readonly onClose: () => void;
}

/** Whatever leaves leaves for a reason, which is logged (A13). */
function OutputDialog({ screen, format, onSay, onClose }: OutputProps) {
  const words = workbenchWords(screen.language).ledger;
  return (
    <ReasonDialog
      around={{ language: screen.language }}
      title={words.outputs[format]}
      text={words.outputAsk}
      confirm={words.output}
      least={2}
      ask={(reason) => screen.ask.output(format, reason)}
      onDone={({ fileName }) => {
        onSay(words.exported(fileName));
        onClose();
      }}
      onClose={onClose}
    />
  );
}
