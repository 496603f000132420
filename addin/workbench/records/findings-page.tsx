import { useState } from "react";
import { LoadArea } from "#addin/components/admin/load-area.tsx";
import { FindingsList } from "#addin/screens/records/findings-list.tsx";
import { UnitOnChoice } from "#addin/screens/records/unit-on-choice.tsx";
import { useLoad } from "#addin/session/use-load.ts";
import type { RecordsPageProps } from "./records-page-props.ts";

/** 信息校核 of a unit and everything below it. */
export function FindingsPage({ client, language, choices, onRoster }: RecordsPageProps) {
  const [query, setQuery] = useState({ unit: choices[0]?.id ?? "", on: null as string | null });
  const findings = useLoad(JSON.stringify(query), () => client.records.findings(query));
  return (
    <>
      <UnitOnChoice language={language} units={choices} {...query} onChoose={setQuery} />
      <LoadArea around={{ language }} data={findings.data} onRetry={findings.reload}>
        {(page) => (
          <FindingsList
            language={language}
            page={page}
            unitName={(id) => choices.find((unit) => unit.id === id)?.name ?? ""}
            explain={({ record, check }, text) => client.records.explain({ record, check, text })}
            onExplained={findings.reload}
            onRoster={(unitId) => onRoster({ list: "findings", unitId, on: query.on, filter: "" })}
          />
        )}
      </LoadArea>
    </>
  );
}
