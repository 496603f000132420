import { Button } from "@fluentui/react-components";
import { useState } from "react";
import type { DrillRow, DrillView } from "#core/protocol/report/report-tracing.ts";
import type { Language } from "#core/wording/language.ts";
import { reportPaneWords } from "#addin/wording/pane/report-pane-words.ts";
import { reportTraceWords } from "#addin/wording/report/report-trace-words.ts";

export interface NamesListProps {
  readonly language: Language;
  readonly rows: readonly (DrillRow & { readonly why?: { readonly zh: string; readonly en: string } })[];
  readonly looked: DrillView["looked"];
  /** "person:ID" */
  readonly chosen: string | null;
  readonly onChoose: (record: string | null) => void;
}

/** A look is enough for the first ones. */
const AT_ONCE = 50;

/** Records behind a number where there is no room for a sheet: each with what the condition looked at, and opened by a click. */
export function NamesList({ language, rows, looked, chosen, onChoose }: NamesListProps) {
  const [all, setAll] = useState(false);
  const shown = all ? rows : rows.slice(0, AT_ONCE);
  if (rows.length === 0) return <p className="pane-hint">{reportTraceWords[language].nobody}</p>;
  const label = language === "en" ? "en" : "zh";
  return (
    <>
      <ul className="pane-rows">
        {shown.map((row, at) => (
          <li key={`${row.record} ${row.from} ${at}`}>
            <button
              type="button"
              aria-pressed={row.record === chosen}
              onClick={() => onChoose(row.record.startsWith("person:") && row.record !== chosen ? row.record : null)}
            >
              <span>{row.sign === -1 ? `− ${row.name}` : row.name}</span>
              <small>{[row.unitName, row.idNumber, row.age, row.sex, row.ethnic].filter(isThere).join("　")}</small>
              <small>
                {looked
                  .map((field) => `${field.label[label]} ${row.facts[field.key] ?? ""}`.trim())
                  .filter(isThere)
                  .join("，")}
              </small>
              {row.why && <small>{row.why[label]}</small>}
            </button>
          </li>
        ))}
      </ul>
      {!all && rows.length > AT_ONCE && (
        <Button className="report-names-all" size="small" onClick={() => setAll(true)}>
          {reportPaneWords[language].all(rows.length)}
        </Button>
      )}
    </>
  );
}

function isThere(text: string): boolean {
  return text !== "";
}
