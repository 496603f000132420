import { styleOf } from "#core/sheet/cell-state.ts";
import type { CellState } from "#core/sheet/cell.ts";
import type { CellKeys } from "#core/sheet/sheet-host.ts";
import type { Language } from "#core/wording/language.ts";
import { paneWords } from "#addin/wording/pane/pane-words.ts";
import { stateLabels } from "#addin/wording/state-labels.ts";

/** A cell that a figure is made of. */
export interface DrillRow {
  readonly name: string;
  readonly column: string;
  readonly shown: string;
  readonly state: CellState;
  /** null: no record stands behind its row, so it cannot be found for sure. */
  readonly cell: CellKeys | null;
}

export type Drilled =
  | { readonly kind: "choose" | "outside" | "nothing" | "offline" }
  | {
      readonly kind: "cells";
      readonly name: string;
      readonly shown: string;
      readonly formula: string;
      readonly rows: readonly DrillRow[];
    };

export interface DrillDownScreenProps {
  readonly language: Language;
  readonly drilled: Drilled;
  readonly onCell: (cell: CellKeys) => void;
}

/** From a computed figure to the cells that it is made of; each selects its cell, from where one drills further. */
export function DrillDownScreen({ language, drilled, onCell }: DrillDownScreenProps) {
  const words = paneWords(language).drill;
  if (drilled.kind !== "cells") return <p className="pane-hint">{words[drilled.kind]}</p>;
  return (
    <>
      <h2>{words.of(drilled.name)}</h2>
      <dl className="ledger-facts pane-card">
        <dt>{words.value}</dt>
        <dd className="ledger-value">{drilled.shown === "" ? words.empty : drilled.shown}</dd>
        <dt>{words.formula}</dt>
        <dd className="ledger-formula">={drilled.formula}</dd>
      </dl>
      <p className="pane-hint">{words.count(drilled.rows.length)}</p>
      <ul className="pane-rows">
        {drilled.rows.map((row, index) => (
          <li key={index}>
            <button type="button" disabled={row.cell === null} onClick={() => row.cell && onCell(row.cell)}>
              <span>{row.name === "" ? row.column : row.name}</span>
              <strong>{row.shown === "" ? words.empty : row.shown}</strong>
              <small>
                {[row.name === "" ? "" : row.column, styleOf(row.state).symbol, stateLabels(language)[row.state]]
                  .filter((part) => part !== "")
                  .join(" ")}
              </small>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
