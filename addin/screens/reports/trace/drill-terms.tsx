import { Button } from "@fluentui/react-components";
import type { DrillView } from "#core/protocol/report/report-tracing.ts";
import type { Language } from "#core/wording/language.ts";
import { reportTraceWords } from "#addin/wording/report/report-trace-words.ts";
import { sayCellTitle } from "#addin/wording/report/say-cell-title.ts";

export interface DrillTermsProps {
  readonly language: Language;
  readonly drill: DrillView;
  readonly onCell: (cell: string) => void;
  readonly onUnit: (unitId: string) => void;
}

/** What a number is made of: the cells of its formula with their signs, the units below (R5). */
export function DrillTerms({ language, drill, onCell, onUnit }: DrillTermsProps) {
  const words = reportTraceWords[language];
  return (
    <>
      {drill.terms.length > 0 && (
        <section aria-label={words.terms}>
          <h3>{words.terms}</h3>
          <ul className="trace-parts">
            {drill.terms.map(({ cell, title, sign, value, lastYear = false }, at) => (
              <li key={at}>
                <span aria-hidden="true">{sign === 1 ? "+" : "−"}</span>
                {lastYear ? (
                  <span>{words.lastYear(`${cell}　${sayCellTitle(language, title)}`)}</span>
                ) : (
                  <Button
                    size="small"
                    appearance="transparent"
                    aria-label={`${sign === 1 ? "+" : "−"} ${cell} ${sayCellTitle(language, title)}`}
                    onClick={() => onCell(cell)}
                  >
                    {`${cell}　${sayCellTitle(language, title)}`}
                  </Button>
                )}
                <strong>{value}</strong>
              </li>
            ))}
          </ul>
        </section>
      )}
      {drill.units.length > 0 && (
        <section aria-label={words.units}>
          <h3>{words.units}</h3>
          <ul className="trace-parts">
            {drill.units.map(({ unitId, name, value }) => (
              <li key={unitId} data-empty={value === 0}>
                <Button size="small" appearance="transparent" onClick={() => onUnit(unitId)}>
                  {name}
                </Button>
                <strong>{value}</strong>
              </li>
            ))}
            {drill.beside.map(({ kind, value }) => (
              <li key={kind}>
                <span>{words.beside[kind]}</span>
                <strong>{value}</strong>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
