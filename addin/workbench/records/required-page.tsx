import { useState } from "react";
import { LoadArea } from "#addin/components/admin/load-area.tsx";
import { RequiredList } from "#addin/screens/records/required-list.tsx";
import { UnitOnChoice } from "#addin/screens/records/unit-on-choice.tsx";
import { useLoad } from "#addin/session/use-load.ts";
import { rosterWords } from "#addin/wording/records/roster-words.ts";
import type { RecordsPageProps } from "./records-page-props.ts";

/** Required fields of a unit and everything below it (M2). */
export function RequiredPage({ client, language, choices, onRoster }: RecordsPageProps) {
  const [query, setQuery] = useState({ unit: choices[0]?.id ?? "", on: null as string | null });
  const required = useLoad(JSON.stringify(query), () => client.records.required(query));
  const { labels } = rosterWords(language);
  return (
    <>
      <UnitOnChoice language={language} units={choices} {...query} onChoose={setQuery} />
      <LoadArea around={{ language }} data={required.data} onRetry={required.reload}>
        {(page) => (
          <RequiredList
            language={language}
            page={page}
            labelOf={(field) => page.labels[field]?.[labels] ?? field}
            onRoster={(unitId) => onRoster({ list: "members", unitId, on: query.on, filter: "" })}
          />
        )}
      </LoadArea>
    </>
  );
}
