import { Button } from "@fluentui/react-components";
import { useEffect, useState, type ReactNode } from "react";
import type { HistoryEntry } from "#core/protocol/ledgers.ts";
import { styleOf } from "#core/sheet/cell-state.ts";
import type { Cell, CellState } from "#core/sheet/cell.ts";
import type { CellPlace } from "#core/sheet/reading.ts";
import { sayInstant } from "#addin/wording/accounts/admin-times.ts";
import { labelled } from "#addin/wording/labelled.ts";
import { stateLabels } from "#addin/wording/state-labels.ts";
import { workbenchWords } from "#addin/wording/workbench-words.ts";
import { actsOf, type ItemAct } from "./item-action.ts";
import type { LedgerPanelProps, SelectedCell } from "./ledger-screen-props.ts";
import "./ledger.css";

export interface CellCardProps {
  readonly screen: LedgerPanelProps;
  readonly onAct: (act: ItemAct) => void;
  /** Ways on from this cell that only some faces have. */
  readonly further?: ReactNode;
}

/** One cell: what stands there, where it comes from, what happened to it, what may be done about it (W9). */
export function CellCard({ screen, onAct, further }: CellCardProps) {
  const words = workbenchWords(screen.language).card;
  const { selected } = screen;
  if (!selected) return <p className="ledger-hint">{words.nothing}</p>;
  return (
    <div className="ledger-card">
      <h3>
        {selected.rowName === "" ? selected.place.address : selected.rowName}
        <span>{selected.columnName}</span>
      </h3>
      <Facts screen={screen} selected={selected} />
      <TakingBack screen={screen} selected={selected} />
      {further}
      <Actions screen={screen} selected={selected} onAct={onAct} />
      <History screen={screen} selected={selected} />
    </div>
  );
}

interface PartProps {
  readonly screen: LedgerPanelProps;
  readonly selected: SelectedCell;
}

function Facts({ screen, selected }: PartProps) {
  const words = workbenchWords(screen.language).card;
  const { cell } = selected;
  const state = shownState(screen, selected);
  return (
    <dl className="ledger-facts">
      <dt>{words.value}</dt>
      <dd className="ledger-value">{selected.shown === "" ? words.empty : selected.shown}</dd>
      <dt>{words.state}</dt>
      <dd>
        {styleOf(state).symbol} {stateLabels(screen.language)[state]}
      </dd>
      <dt>{words.source}</dt>
      <dd>{words.sources[sourceOf(cell, state)]}</dd>
      {cell.formula !== undefined && (
        <>
          <dt>{words.formula}</dt>
          <dd className="ledger-formula">={cell.formula}</dd>
        </>
      )}
      {cell.note !== undefined && cell.note !== "" && (
        <>
          <dt>{words.note}</dt>
          <dd className="ledger-note">{cell.note}</dd>
        </>
      )}
    </dl>
  );
}

/** The own change of this cell, or a formula that was overtyped (W4). */
function TakingBack({ screen, selected: { place } }: PartProps) {
  const words = workbenchWords(screen.language).changes;
  const change = screen.changes.find((candidate) => isSamePlace(candidate.place, place));
  const overtyped = screen.problems.some(
    (problem) => problem.code === "formula-overtyped" && isSamePlace(problem.place, place),
  );
  if (!change && !overtyped) return null;
  return (
    <div className="ledger-actions ledger-taking-back">
      {change && (
        <Button size="small" onClick={() => screen.ask.takeBack(change.key)}>
          {words.takeBack}
        </Button>
      )}
      {overtyped && (
        <Button size="small" onClick={() => screen.ask.restoreFormula(place)}>
          {words.restore}
        </Button>
      )}
    </div>
  );
}

function isSamePlace(a: CellPlace, b: CellPlace): boolean {
  return a.address === b.address && a.sheet === b.sheet;
}

/** As the sheet shows it: what the officer changed, or what became of his change, above what was drawn. */
function shownState(screen: LedgerPanelProps, { place, cell }: SelectedCell): CellState {
  const change = screen.changes.find((candidate) => isSamePlace(candidate.place, place));
  if (!change) return cell.state;
  const result = change.outcome?.result;
  return result === "refused" || result === "conflict" ? result : "changed";
}

/** A score that is closed to this officer comes from the service all the same. */
const SCORED: readonly CellState[] = ["challenged", "ruled", "locked"];
const TYPED: readonly CellState[] = ["changed", "refused", "conflict"];

function sourceOf(cell: Cell, state: CellState): "typed" | "formula" | "service" | "template" {
  if (TYPED.includes(state)) return "typed";
  if (cell.formula !== undefined) return "formula";
  return cell.binding || SCORED.includes(cell.state) ? "service" : "template";
}

function Actions({ screen, selected, onAct }: PartProps & Pick<CellCardProps, "onAct">) {
  const words = workbenchWords(screen.language);
  const { item } = selected;
  const acts = item && screen.view ? actsOf(item, screen.view.viewer) : [];
  if (acts.length === 0) return null;
  return (
    <section aria-label={words.card.actions}>
      <h4>{words.card.actions}</h4>
      <div className="ledger-actions">
        {acts.map((act) => (
          <Button key={act.kind + act.word} size="small" onClick={() => onAct(act)}>
            {act.kind === "handling" ? (words.handling[act.word] ?? act.word) : words.card[act.kind]}
          </Button>
        ))}
      </div>
    </section>
  );
}

function History({ screen, selected }: PartProps) {
  const words = workbenchWords(screen.language).card;
  const [entries, setEntries] = useState<readonly HistoryEntry[] | null>(null);
  const { record, field } = selected;
  const change = screen.view?.issue.change;
  const { history } = screen.ask;
  useEffect(() => {
    setEntries(null);
    if (record === null || field === null) return;
    let wanted = true;
    void history(record, field).then((answer) => {
      if (wanted) setEntries(answer.ok ? answer.value : []);
    });
    return () => {
      wanted = false;
    };
    // The functions are new at each render; what is asked for is not.
  }, [record, field, change]);
  if (record === null) return null;
  const actionOf = ({ action }: HistoryEntry): string => words.historyActions[action] ?? action;
  return (
    <section aria-label={words.history}>
      <h4>{words.history}</h4>
      {entries?.length === 0 && <p className="ledger-hint">{words.noHistory}</p>}
      <ol className="ledger-history">
        {entries?.map((entry) => (
          <li key={`${entry.revision} ${entry.action} ${entry.at}`}>
            <strong>
              {entry.value === null ? actionOf(entry) : labelled(screen.language, actionOf(entry), entry.value)}
            </strong>
            <span>{words.by(entry.who, sayInstant(entry.at))}</span>
            {entry.reason !== "" && <q>{entry.reason}</q>}
          </li>
        ))}
      </ol>
    </section>
  );
}
