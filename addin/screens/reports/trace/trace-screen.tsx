import { Badge, Button } from "@fluentui/react-components";
import type { ReactNode } from "react";
import type { Language } from "#core/wording/language.ts";
import { reportTraceWords } from "#addin/wording/report/report-trace-words.ts";
import "../reports.css";

export interface TraceScreenProps {
  readonly language: Language;
  readonly title: string;
  /** What stands beside the title: value, counts. */
  readonly facts: readonly string[];
  readonly frozen: boolean;
  readonly onBack: () => void;
  /** The list as a sheet. */
  readonly list: ReactNode;
  /** What the number is made of, and the record that is chosen. */
  readonly panel: ReactNode;
}

/** The records behind a number, over the desk they came from. */
export function TraceScreen({ language, title, facts, frozen, onBack, list, panel }: TraceScreenProps) {
  const words = reportTraceWords[language];
  return (
    <section className="trace" aria-label={title}>
      <header className="trace-bar">
        <Button size="small" onClick={onBack}>
          {words.back}
        </Button>
        <h2>{title}</h2>
        {facts.map((fact) => (
          <strong key={fact}>{fact}</strong>
        ))}
        {frozen && <Badge appearance="outline">{words.frozen}</Badge>}
      </header>
      <div className="trace-body">
        <div className="trace-list">{list}</div>
        <aside className="trace-panel" aria-label={words.record} data-area="panel">
          {panel}
        </aside>
      </div>
    </section>
  );
}
