import { Button, MessageBar, MessageBarBody, ProgressBar, Tab, TabList } from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons/svg/dismiss";
import type { ReactNode } from "react";
import { styleOf } from "#core/sheet/cell-state.ts";
import { sampleOf } from "#core/sheet/report/report-legend.ts";
import type { CellState } from "#core/sheet/cell.ts";
import type { LegendEntry } from "#core/sheet/sheet-book.ts";
import type { ReportView } from "#core/sheet/report/report-view.ts";
import type { Language } from "#core/wording/language.ts";
import type { ReportTab } from "#addin/wording/report/report-wording.ts";
import { reportWords } from "#addin/wording/report/report-words.ts";
import { sayShownRefusal, type ShownRefusal } from "#addin/wording/say-shown-refusal.ts";
import { ReportTables } from "./report-tables.tsx";
import "../reports.css";

export interface ReportScreenProps {
  readonly language: Language;
  readonly phase: "loading" | "ready" | "failed";
  /** null: not counted yet. */
  readonly view: ReportView | null;
  readonly refusal: ShownRefusal | null;
  readonly legend: readonly LegendEntry[];
  /** Number of the table that is in front. */
  readonly table: number | null;
  readonly onTable: (no: number) => void;
  readonly counts: Readonly<Record<ReportTab, number>>;
  /** Saved just now; 0 again once something was typed since. */
  readonly accepted: number;
  readonly notAccepted: number;
  readonly tab: ReportTab | null;
  readonly onTab: (tab: ReportTab | null) => void;
  /** The element that the workbench put the grid into. */
  readonly grid: ReactNode;
  readonly panels: Readonly<Record<ReportTab, ReactNode>>;
  readonly onRefresh: () => void;
  readonly onFit: () => void;
  readonly onFill: () => void;
  readonly onImport: () => void;
  readonly onOutput: () => void;
  readonly onPrint: () => void;
}

/** Tables at the left, the sheet in the middle, what is known of a cell at the right. */
export function ReportScreen(props: ReportScreenProps) {
  const { language, view, legend, counts } = props;
  const words = reportWords[language].desk;
  return (
    <>
      <div className="report-desk-bar">
        <Legend legend={legend} label={words.legend} />
        <span className="reports-space" />
        {view?.may.edit === true && (
          <Button size="small" onClick={props.onFill}>
            {words.fill}
          </Button>
        )}
        {view?.may.edit === true && (
          <Button size="small" onClick={props.onImport}>
            {words.import}
          </Button>
        )}
        <Button size="small" onClick={props.onRefresh}>
          {words.refresh}
        </Button>
        <Button size="small" onClick={props.onFit}>
          {words.fit}
        </Button>
        <Button size="small" disabled={view === null} onClick={props.onPrint}>
          {words.print}
        </Button>
        <Button size="small" disabled={view === null} onClick={props.onOutput}>
          {words.output}
        </Button>
        {(view?.may.edit !== false || counts.changes > 0) && (
          <Button size="small" appearance="primary" onClick={() => props.onTab("changes")}>
            {words.send(counts.changes)}
          </Button>
        )}
      </div>
      <Said {...props} />
      <div className="report-desk">
        <ReportTables language={language} view={view} table={props.table} onTable={props.onTable} />
        <div className="report-grid" data-area="sheet" id="sheet">
          {props.grid}
          {props.phase !== "ready" && <Waiting {...props} />}
        </div>
        {props.tab !== null && <Panel {...props} tab={props.tab} />}
      </div>
    </>
  );
}

function Legend({ legend, label }: Pick<ReportScreenProps, "legend"> & { readonly label: string }) {
  return (
    <details className="report-legend-box">
      <summary>{label}</summary>
      <ul className="report-legend" aria-label={label}>
        {legend.map(({ state, symbol, label: meaning }) => {
          const sample = sampleOf(state as CellState);
          const { fill, font, line } = styleOf(sample.state, sample.ground);
          const colours = {
            ...(fill === null ? {} : { background: `#${fill}` }),
            ...(font === null ? {} : { color: `#${font}` }),
            ...(line === null ? {} : { border: `2px solid #${line}` }),
          };
          return (
            <li key={state}>
              <span aria-hidden="true" style={colours}>
                {symbol}
              </span>
              {meaning}
            </li>
          );
        })}
      </ul>
    </details>
  );
}

/** What happened last, read out; refusals of single cells stand in the list of changes and in the cells. */
function Said(props: ReportScreenProps) {
  const said = props.view === null ? null : lastSaid(props);
  return (
    <div role="status" className="report-said">
      {said && (
        <MessageBar intent={said.intent} layout="singleline">
          <MessageBarBody>{said.text}</MessageBarBody>
        </MessageBar>
      )}
    </div>
  );
}

interface LastSaid {
  readonly intent: "error" | "success" | "info";
  readonly text: string;
}

function lastSaid(props: ReportScreenProps): LastSaid | null {
  const { language, refusal, phase, accepted, notAccepted } = props;
  const words = reportWords[language].desk;
  if (phase === "ready" && refusal) return { intent: "error", text: sayShownRefusal(language, refusal) };
  if (notAccepted > 0) return { intent: "error", text: words.notAccepted(notAccepted) };
  const text = standing(props);
  if (text !== null) return { intent: "info", text };
  return accepted > 0 ? { intent: "success", text: words.accepted(accepted) } : null;
}

function standing({ language, view }: ReportScreenProps): string | null {
  const words = reportWords[language].desk;
  if (view === null || view.may.edit) return null;
  return view.state === "submitted" || view.state === "accepted" ? words.frozen : words.readOnly;
}

/** First the numbers come, then the sheets. */
function Waiting({ language, phase, refusal, view, onRefresh }: ReportScreenProps) {
  const words = reportWords[language].desk;
  if (phase === "loading") {
    const text = view ? words.drawing(view.tables.length) : words.counting;
    return (
      <div className="report-waiting">
        <ProgressBar aria-label={text} {...(view ? { value: 0.7 } : {})} />
        <span role="status">{text}</span>
      </div>
    );
  }
  return (
    <div className="report-waiting" role="alert">
      <p>
        {words.failed} {refusal && sayShownRefusal(language, refusal)}
      </p>
      <Button onClick={onRefresh}>{words.retry}</Button>
    </div>
  );
}

const TABS: readonly ReportTab[] = ["cell", "findings", "names", "changes"];

function Panel(props: ReportScreenProps & { readonly tab: ReportTab }) {
  const { language, tab, counts, panels, onTab } = props;
  const words = reportWords[language].desk;
  return (
    <aside className="report-panel" aria-label={words.panel} data-area="panel">
      <header>
        <TabList selectedValue={tab} size="small" onTabSelect={(_, data) => onTab(data.value as ReportTab)}>
          {TABS.map((key) => (
            <Tab key={key} value={key}>
              {`${words.tabs[key]}${counts[key] > 0 ? ` ${counts[key]}` : ""}`}
            </Tab>
          ))}
        </TabList>
        <Button
          appearance="subtle"
          size="small"
          icon={<DismissRegular />}
          aria-label={words.closePanel}
          onClick={() => onTab(null)}
        />
      </header>
      <div className="report-panel-body" tabIndex={-1}>
        {panels[tab]}
      </div>
    </aside>
  );
}
