import { Button, MessageBar, MessageBarBody, ProgressBar, Tab, TabList } from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons/svg/dismiss";
import type { ReactNode } from "react";
import { styleOf } from "#core/sheet/cell-state.ts";
import type { CellState } from "#core/sheet/cell.ts";
import type { LegendEntry } from "#core/sheet/sheet-book.ts";
import type { Language } from "#core/wording/language.ts";
import { recordsWords } from "#addin/wording/records/records-words.ts";
import { sayShownRefusal, type ShownRefusal } from "#addin/wording/say-shown-refusal.ts";
import "./records.css";

export type RosterTab = "changes" | "added" | "person";

export interface RosterScreenProps {
  readonly language: Language;
  readonly phase: "loading" | "ready" | "failed";
  /** How far the sheet is drawn; null: that is not known yet. */
  readonly drawing: { readonly done: number; readonly total: number } | null;
  /** null: not drawn yet. */
  readonly title: string | null;
  readonly count: number;
  readonly refusal: ShownRefusal | null;
  readonly legend: readonly LegendEntry[];
  /** What stands on the tabs besides their names. */
  readonly counts: Readonly<Record<RosterTab, number>>;
  readonly accepted: number;
  readonly notAccepted: number;
  readonly tab: RosterTab | null;
  readonly onTab: (tab: RosterTab | null) => void;
  /** The element that the workbench put the grid into. */
  readonly grid: ReactNode;
  readonly panels: Readonly<Record<RosterTab, ReactNode>>;
  readonly further: ReactNode;
  readonly onBack: () => void;
  readonly onRefresh: () => void;
  readonly onFit: () => void;
}

/** A roster in the middle, what was changed in it and whom it shows beside it. */
export function RosterScreen(props: RosterScreenProps) {
  const words = recordsWords[props.language];
  return (
    <section className="roster" aria-label={props.title ?? words.title}>
      <div className="roster-bar">
        <Button size="small" onClick={props.onBack}>
          {words.back}
        </Button>
        <h1>{props.title ?? words.title}</h1>
        <span>{props.phase === "ready" ? words.rows(props.count) : ""}</span>
        <span className="roster-space" />
        <Button size="small" onClick={props.onRefresh}>
          {words.refresh}
        </Button>
        <Button size="small" onClick={props.onFit}>
          {words.fit}
        </Button>
        {props.further}
        <Button size="small" appearance="primary" onClick={() => props.onTab("changes")}>
          {`${words.send}${props.counts.changes > 0 ? ` (${props.counts.changes})` : ""}`}
        </Button>
      </div>
      <Legend {...props} />
      <Said {...props} />
      <div className="roster-body">
        <div className="roster-grid" data-area="sheet" id="sheet">
          {props.grid}
          {props.phase !== "ready" && <Waiting {...props} />}
        </div>
        {props.tab !== null && <Panel {...props} tab={props.tab} />}
      </div>
    </section>
  );
}

function Legend({ language, legend }: RosterScreenProps) {
  if (legend.length === 0) return null;
  return (
    <ul className="roster-legend" aria-label={recordsWords[language].legend}>
      {legend.map(({ state, symbol, label }) => {
        const { fill, font } = styleOf(state as CellState);
        const colours = {
          ...(fill === null ? {} : { background: `#${fill}` }),
          ...(font === null ? {} : { color: `#${font}` }),
        };
        return (
          <li key={state}>
            <span aria-hidden="true" style={colours}>
              {symbol}
            </span>
            {label}
          </li>
        );
      })}
    </ul>
  );
}

/** What happened last, read out; refusals of single cells stand in the list of changes and in the cells. */
function Said(props: RosterScreenProps) {
  const { language, refusal, phase, accepted, notAccepted } = props;
  const words = recordsWords[language];
  const refused = phase === "ready" && refusal ? sayShownRefusal(language, refusal) : null;
  const open = notAccepted > 0 ? words.notAccepted(notAccepted) : null;
  const text = refused ?? open ?? (accepted > 0 ? words.accepted(accepted) : null);
  return (
    <div role="status" className="roster-said">
      {text !== null && (
        <MessageBar intent={refused !== null || open !== null ? "error" : "success"} layout="singleline">
          <MessageBarBody>{text}</MessageBarBody>
        </MessageBar>
      )}
    </div>
  );
}

function Waiting({ language, phase, drawing, refusal, onBack, onRefresh }: RosterScreenProps) {
  const words = recordsWords[language];
  if (phase === "loading") {
    return (
      <div className="roster-waiting">
        {drawing === null ? (
          <ProgressBar aria-label={words.loading} />
        ) : (
          <ProgressBar aria-label={words.loading} value={drawing.done} max={drawing.total} />
        )}
        <span role="status">{words.loading}</span>
        <Button onClick={onBack}>{words.cancel}</Button>
      </div>
    );
  }
  return (
    <div className="roster-waiting" role="alert">
      <p>
        {words.failed} {refusal && sayShownRefusal(language, refusal)}
      </p>
      <Button onClick={onRefresh}>{words.retry}</Button>
    </div>
  );
}

const TABS: readonly RosterTab[] = ["person", "changes", "added"];

function Panel(props: RosterScreenProps & { readonly tab: RosterTab }) {
  const { language, tab, counts, panels, onTab } = props;
  const words = recordsWords[language];
  return (
    <aside className="roster-panel" aria-label={words.panel} data-area="panel">
      <header>
        <TabList selectedValue={tab} size="small" onTabSelect={(_, data) => onTab(data.value as RosterTab)}>
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
      <div className="roster-panel-body" tabIndex={-1}>
        {panels[tab]}
      </div>
    </aside>
  );
}
