import { useState } from "react";
import type { FoundPerson } from "#core/protocol/records/records.ts";
import { PersonPanel } from "#addin/account/person-panel.tsx";
import { LoadArea } from "#addin/components/admin/load-area.tsx";
import { DuplicatesList } from "#addin/screens/records/duplicates-list.tsx";
import { SearchScreen, type SearchAsked } from "#addin/screens/records/search-screen.tsx";
import { useLoad } from "#addin/session/use-load.ts";
import { recordPagesWords } from "#addin/wording/records/record-pages-words.ts";
import type { RecordsPageProps } from "./records-page-props.ts";

/** Finding people, and finding people twice (M3). */
export function SearchPage({ client, language, choices }: RecordsPageProps) {
  const words = recordPagesWords[language].search;
  const unit = choices[0]?.id ?? "";
  const [card, setCard] = useState<FoundPerson | null>(null);
  const duplicates = useLoad(unit, () => client.records.duplicates(unit));
  return (
    <div className="records-search">
      <div>
        <SearchScreen language={language} search={(asked) => client.records.search(filled(asked))} onCard={setCard} />
        <h2>{words.duplicates}</h2>
        <LoadArea around={{ language }} data={duplicates.data} onRetry={duplicates.reload}>
          {(groups) => (
            <DuplicatesList
              language={language}
              groups={groups}
              onCard={setCard}
              merge={({ into, from }, reason) => client.records.merge(idOf(into), { from: idOf(from), reason })}
              onMerged={duplicates.reload}
            />
          )}
        </LoadArea>
      </div>
      {card && (
        <aside aria-label={words.card}>
          <PersonPanel client={client} language={language} record={card.record} />
        </aside>
      )}
    </div>
  );
}

function idOf({ record }: FoundPerson): string {
  return record.slice("person:".length);
}

/** Only what was typed is asked for. */
function filled(asked: SearchAsked): Partial<SearchAsked> {
  const entries = Object.entries(asked).map(([key, text]: [string, string]) => [key, text.trim()] as const);
  return Object.fromEntries(entries.filter(([, text]) => text !== ""));
}
