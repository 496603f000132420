import { Button } from "@fluentui/react-components";
import type { ReactNode } from "react";
import type { ReportCellCard } from "#core/protocol/report/report-tracing.ts";
import type { ReportCellView } from "#core/sheet/report/report-view.ts";
import type { Language } from "#core/wording/language.ts";
import type { Loadable } from "#addin/components/admin/loadable.ts";
import { LoadArea } from "#addin/components/admin/load-area.tsx";
import { sayInstant } from "#addin/wording/accounts/admin-times.ts";
import { openingWords } from "#addin/wording/report/opening-words.ts";
import { reportWords } from "#addin/wording/report/report-words.ts";
import { sayCellTitle } from "#addin/wording/report/say-cell-title.ts";
import { ContrastForm } from "./contrast-form.tsx";
import { ForceForm, type Forced } from "./force-form.tsx";
import { FindingItem } from "./finding-item.tsx";

export interface CellPanelProps {
  readonly language: Language;
  /** "2!C4"; null: none is selected. */
  readonly address: string | null;
  readonly cell: ReportCellView | null;
  readonly mayEdit: boolean;
  readonly card: Loadable<ReportCellCard>;
  readonly onRetry: () => void;
  /** @returns whether the service took it. */
  readonly onForce: (forced: Forced) => Promise<boolean>;
  readonly onRestore: () => void;
  readonly onTrace: () => void;
  readonly onContrast: (other: string) => void;
  readonly onCell: (cell: string) => void;
  /** To where last year's figures are loaded; null: they are there, or nothing is to be loaded here. */
  readonly onOpening: (() => void) | null;
}

/** Everything about one number: how it comes about, what it was, who changed it and why (R3, R5b, W9). */
export function CellPanel(props: CellPanelProps) {
  const { language, address, cell, mayEdit } = props;
  const words = reportWords[language].card;
  if (address === null || cell === null) return <p className="report-hint">{words.choose}</p>;
  return (
    <article className="report-cell" aria-label={address}>
      <h2>
        {address} <span>{cell.override ? words.forced : words.kinds[cell.kind]}</span>
      </h2>
      <LoadArea around={{ language }} data={props.card} onRetry={props.onRetry}>
        {(card) => (
          <>
            <Facts language={language} cell={cell} card={card} onOpening={props.onOpening} />
            <Override language={language} cell={cell} />
            <Acts {...props} address={address} cell={cell} />
            {mayEdit && cell.kind === "generated" && <ForceForm key={address} {...props} />}
            <Lines title={words.rule} lines={card.rule[language === "en" ? "en" : "zh"]} />
            <Lines title={words.remarks} lines={cell.remarks ?? []} />
            <Findings language={language} card={card} onCell={props.onCell} />
            <History language={language} card={card} />
          </>
        )}
      </LoadArea>
    </article>
  );
}

interface FactsProps extends Pick<CellPanelProps, "onOpening"> {
  readonly language: Language;
  readonly cell: ReportCellView;
  readonly card: ReportCellCard;
}

function Facts({ language, cell, card, onOpening }: FactsProps) {
  const words = reportWords[language].card;
  return (
    <>
      <p className="report-cell-place">
        {[card.table, card.row, card.column]
          .filter((text) => text !== "")
          .map((text) => sayCellTitle(language, text))
          .join(" · ")}
      </p>
      <dl className="report-facts">
        <dt>{words.value}</dt>
        <dd className="report-value">{cell.value ?? words.empty}</dd>
        <dt>{words.lastYear}</dt>
        <dd>
          {card.lastYear ?? "—"}
          {card.lastYear === null && onOpening && (
            <Button size="small" appearance="subtle" className="report-link" onClick={onOpening}>
              {openingWords[language].act}
            </Button>
          )}
        </dd>
      </dl>
    </>
  );
}

function Override({ language, cell }: Pick<FactsProps, "language" | "cell">) {
  const words = reportWords[language].card;
  const { override } = cell;
  if (!override) return null;
  return (
    <Part title={words.forced}>
      <dl className="report-facts">
        <dt>{words.generatedNow}</dt>
        <dd>{override.generated}</dd>
        {override.then !== override.generated && (
          <>
            <dt>{words.generatedThen}</dt>
            <dd>{override.then}</dd>
          </>
        )}
      </dl>
      <p>{override.reason}</p>
      <p className="report-hint">{words.by(override.who, sayInstant(override.at))}</p>
      {override.stale && <p role="alert">{words.stale}</p>}
    </Part>
  );
}

function Acts(props: CellPanelProps & { readonly address: string; readonly cell: ReportCellView }) {
  const { language, cell, mayEdit } = props;
  const words = reportWords[language].card;
  return (
    <>
      <div className="report-acts">
        {cell.kind !== "manual" && (
          <Button size="small" onClick={props.onTrace}>
            {words.trace}
          </Button>
        )}
        {mayEdit && cell.override && (
          <Button size="small" onClick={props.onRestore}>
            {words.restore}
          </Button>
        )}
      </div>
      {cell.kind !== "manual" && <ContrastForm key={props.address} {...props} />}
    </>
  );
}

function Findings({ language, card, onCell }: Pick<FactsProps, "language" | "card"> & Pick<CellPanelProps, "onCell">) {
  const words = reportWords[language].card;
  if (card.findings.length === 0) return null;
  return (
    <Part title={words.findings}>
      <ul className="report-findings">
        {card.findings.map((finding) => (
          <li key={`${finding.code} ${finding.line}`} data-severity={finding.severity}>
            <FindingItem language={language} finding={finding} onCell={onCell} />
          </li>
        ))}
      </ul>
    </Part>
  );
}

function History({ language, card }: Pick<FactsProps, "language" | "card">) {
  const words = reportWords[language].card;
  return (
    <Part title={words.history}>
      {card.history.length === 0 && <p className="report-hint">{words.noHistory}</p>}
      <ol className="report-history">
        {card.history.map(({ value, reason, who, at }) => (
          <li key={`${at} ${value}`}>
            <strong>{value ?? words.takenBack}</strong> {reason}
            <span>{words.by(who, sayInstant(at))}</span>
          </li>
        ))}
      </ol>
    </Part>
  );
}

function Lines({ title, lines }: { readonly title: string; readonly lines: readonly string[] }) {
  if (lines.length === 0) return null;
  return (
    <Part title={title}>
      <ul className="report-lines">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </Part>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      {children}
    </section>
  );
}
