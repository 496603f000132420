import { Button } from "@fluentui/react-components";
import { useState } from "react";
import { ProblemList, type ProblemListProps } from "#addin/components/ledgers/problem-list.tsx";
import { paneWords } from "#addin/wording/pane/pane-words.ts";
import type { LedgerGap } from "#core/sheet/ledger/ledger-gaps.ts";
import type { CellKeys } from "#core/sheet/sheet-host.ts";
import type { Language } from "#core/wording/language.ts";

export interface FindingsScreenProps extends ProblemListProps {
  /** Nothing can be sent before the sheet is put in order. */
  readonly stopped: boolean;
  /** null: the service was not asked yet. */
  readonly gaps: readonly LedgerGap[] | null;
  readonly onCell: (cell: CellKeys) => void;
  readonly onRefresh: () => void;
}

/** What is wrong in the sheet and what the ledger still lacks; each finding selects its cell. */
export function FindingsScreen(props: FindingsScreenProps) {
  const words = paneWords(props.language).findings;
  const { problems, gaps } = props;
  return (
    <>
      <section aria-label={words.sheet}>
        <h2>{words.sheet}</h2>
        {problems.length === 0 ? <p className="pane-hint">{words.sheetNone}</p> : <ProblemList {...props} />}
        {props.stopped && (
          <div className="pane-card">
            <p className="pane-hint">{words.repair}</p>
            <Button size="small" appearance="primary" onClick={props.onRefresh}>
              {words.refresh}
            </Button>
          </div>
        )}
      </section>
      <section aria-label={words.gaps}>
        <h2>{words.gaps}</h2>
        {gaps === null && <p className="pane-hint">{words.gapsOffline}</p>}
        {gaps?.length === 0 && <p className="pane-hint">{words.gapsNone}</p>}
        {codesOf(gaps ?? []).map((code) => (
          <GapGroup
            key={code}
            language={props.language}
            code={code}
            gaps={(gaps ?? []).filter((gap) => gap.code === code)}
            onCell={props.onCell}
          />
        ))}
      </section>
    </>
  );
}

function codesOf(gaps: readonly LedgerGap[]): readonly LedgerGap["code"][] {
  return [...new Set(gaps.map(({ code }) => code))];
}

interface GapGroupProps {
  readonly language: Language;
  readonly code: LedgerGap["code"];
  readonly gaps: readonly LedgerGap[];
  readonly onCell: (cell: CellKeys) => void;
}

const SHOWN = 20;

function GapGroup({ language, code, gaps, onCell }: GapGroupProps) {
  const words = paneWords(language).findings;
  const [all, setAll] = useState(false);
  return (
    <section aria-label={words.codes[code]}>
      <h3>
        {words.codes[code]}
        <span>{words.summary(gaps.length)}</span>
      </h3>
      <ul className="pane-rows">
        {gaps.slice(0, all ? gaps.length : SHOWN).map((gap) => (
          <li key={`${gap.cell.row} ${gap.cell.column}`}>
            <button type="button" onClick={() => onCell(gap.cell)}>
              <span>{`${gap.number} ${gap.name}`.trim()}</span>
            </button>
          </li>
        ))}
      </ul>
      {!all && gaps.length > SHOWN && (
        <Button size="small" appearance="subtle" onClick={() => setAll(true)}>
          {words.all(gaps.length)}
        </Button>
      )}
    </section>
  );
}
