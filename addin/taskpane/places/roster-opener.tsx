import { LoadArea } from "#addin/components/admin/load-area.tsx";
import { RecordsChoice } from "#addin/screens/records/records-choice.tsx";
import type { ServiceClient } from "#addin/service-client/service-client.ts";
import { unitChoices } from "#addin/session/roster/unit-choices.ts";
import { useLoad } from "#addin/session/use-load.ts";
import { recordsWords } from "#addin/wording/records/records-words.ts";
import { OPENED_LISTS } from "#core/protocol/records/opened-lists.ts";
import { rosterSubject } from "#core/sheet/roster/roster-subject.ts";
import type { Language } from "#core/wording/language.ts";

export interface RosterOpenerProps {
  readonly client: ServiceClient;
  readonly language: Language;
  readonly onOpen: (subject: string) => void;
}

/** The way from a list of members' records into this workbook; nothing for accounts that keep none. */
export function RosterOpener({ client, language, onOpen }: RosterOpenerProps) {
  const words = recordsWords[language];
  const units = useLoad("units", () => client.records.units(null));
  return (
    <section aria-label={words.title} className="pane-card">
      <h2>{words.title}</h2>
      <LoadArea around={{ language }} data={units.data} onRetry={units.reload}>
        {({ units: listed }) =>
          listed.length === 0 ? (
            <p className="pane-hint">{words.noUnits}</p>
          ) : (
            <RecordsChoice
              language={language}
              units={unitChoices(listed)}
              lists={OPENED_LISTS}
              asked={null}
              onAsk={(ask) => onOpen(rosterSubject(ask))}
            />
          )
        }
      </LoadArea>
    </section>
  );
}
