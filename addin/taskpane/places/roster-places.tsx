import { useEffect, useState } from "react";
import { ChangesPanel } from "#addin/screens/ledger/changes-panel.tsx";
import type { LedgerPanelProps } from "#addin/screens/ledger/ledger-screen-props.ts";
import { NewPeoplePanel } from "#addin/screens/records/new-people-panel.tsx";
import { addPerson, sayAdded } from "#addin/session/roster/add-person.ts";
import { PersonPanel } from "#addin/account/person-panel.tsx";
import { recordsWords } from "#addin/wording/records/records-words.ts";
import { rosterWords } from "#addin/wording/records/roster-words.ts";
import type { RosterView } from "#core/sheet/roster/roster-view.ts";
import type { PlacesProps } from "./places-props.ts";

export interface RosterPlacesProps extends PlacesProps {
  readonly place: "changes" | "cell" | "evidence" | "talk";
  readonly screen: LedgerPanelProps;
}

/** The pane's places where the workbook holds a roster: what was changed, who is new, whose row it is. */
export function RosterPlaces(props: RosterPlacesProps) {
  const { place, language, screen, state } = props;
  if (place === "cell") return <SelectedPerson {...props} />;
  if (place !== "changes") return <p className="pane-hint">{recordsWords[language].notInRosters}</p>;
  return (
    <>
      <ChangesPanel screen={screen} />
      {state.roster && state.newRows.length > 0 && (
        <section aria-label={recordsWords[language].tabs.added}>
          <h3>{recordsWords[language].tabs.added}</h3>
          <NewPeople {...props} roster={state.roster} />
        </section>
      )}
    </>
  );
}

function NewPeople({ client, language, state, work, roster }: RosterPlacesProps & { readonly roster: RosterView }) {
  const { labels } = rosterWords(language);
  const labelOf = (field: string) => roster.fields.find(({ key }) => key === field)?.label[labels] ?? field;
  return (
    <NewPeoplePanel
      language={language}
      rows={state.newRows}
      labelOf={labelOf}
      onAdd={async (row) => sayAdded(await addPerson(client.records, row, roster), language, labelOf)}
      onGo={work.goTo}
    />
  );
}

/** Reading ten thousand rows at every step through the sheet would be too much: the selection itself tells its row's key. */
function SelectedPerson({ client, desk, language }: RosterPlacesProps) {
  const [record, setRecord] = useState<string | null>(null);
  useEffect(
    () => desk.sheet.onSelection(({ rowKey }) => setRecord(rowKey?.startsWith("person:") === true ? rowKey : null)),
    [desk],
  );
  return <PersonPanel client={client} language={language} record={record} />;
}
