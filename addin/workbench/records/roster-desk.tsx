import { useEffect, useState } from "react";
import type { RosterAsk } from "#core/sheet/roster/roster-view.ts";
import { rosterSubject } from "#core/sheet/roster/roster-subject.ts";
import type { CellPlace } from "#core/sheet/reading.ts";
import type { OpenGrid } from "#addin/hosts/grid/open-grid.ts";
import { PersonPanel } from "#addin/account/person-panel.tsx";
import { useAsk } from "#addin/components/dialogs/use-ask.tsx";
import { NewPeoplePanel } from "#addin/screens/records/new-people-panel.tsx";
import { RosterScreen, type RosterTab } from "#addin/screens/records/roster-screen.tsx";
import { ChangesPanel } from "#addin/screens/ledger/changes-panel.tsx";
import { addPerson, sayAdded } from "#addin/session/roster/add-person.ts";
import type { DirectSession } from "#addin/session/desk/direct-session.ts";
import { unsentOf } from "#addin/session/desk/unsent-of.ts";
import { useDirectSession } from "#addin/session/desk/use-direct-session.ts";
import { recordsWords } from "#addin/wording/records/records-words.ts";
import { rosterWords } from "#addin/wording/records/roster-words.ts";
import { workbenchWords } from "#addin/wording/workbench-words.ts";
import { useGrid } from "../use-grid.ts";
import { useKeys } from "../use-keys.ts";
import { useOwnRows, type OwnRows } from "./use-own-rows.ts";
import type { RecordsPageProps } from "./records-page-props.ts";
import { RosterActs } from "./roster-acts.tsx";

export interface RosterDeskProps extends RecordsPageProps {
  readonly ask: RosterAsk;
  readonly onBack: () => void;
}

/** One roster at work: the grid, its session with the service, and the screen around both. */
export function RosterDesk(props: RosterDeskProps) {
  const { client, language, ask } = props;
  const { place, grid } = useGrid(language, { onRefused: () => props.onTell(workbenchWords(language).ledger.locked) });
  const { session, state } = useDirectSession({ client, subject: rosterSubject(ask), grid, language });
  const [tab, setTab] = useState<RosterTab | null>("person");
  const record = useSelectedRecord(grid);
  const own = useOwnRows(state.newRows);
  const unsent = unsentOf({ changes: state.changes, newRows: own.left }).length;
  useEffect(() => props.onUnsent(unsent), [unsent]);
  const toChanges = () => void grid?.host.commitTyping().then(() => setTab("changes"));
  useKeys({
    onSave: toChanges,
    onEscape: () => setTab(null),
    onNextArea: (area) => area === "sheet" && grid?.host.focus(),
  });
  const { leave, mayRefresh, asking } = useLeaving(props, { unsent, own });
  const refresh = async (): Promise<void> => {
    if (await mayRefresh()) await session?.refresh();
  };
  const notAccepted = state.changes.filter(({ outcome }) => outcome !== undefined).length;
  return (
    <>
      <RosterScreen
        language={language}
        phase={state.phase}
        drawing={state.drawing}
        title={state.book?.title ?? null}
        count={state.roster?.rows.length ?? 0}
        refusal={state.refusal}
        legend={state.book?.legend ?? []}
        counts={{ changes: state.changes.length, added: state.newRows.length, person: 0 }}
        accepted={state.accepted}
        notAccepted={notAccepted}
        tab={tab}
        onTab={(next) => (next === "changes" ? toChanges() : setTab(next))}
        grid={<div ref={place} className="ledger-grid-place" />}
        panels={{
          changes: <Changes {...props} state={state} session={session} grid={grid} />,
          added: <Added {...props} state={state} grid={grid} onMade={own.onMade} />,
          person: <PersonPanel {...props} record={record} />,
        }}
        further={state.roster && <RosterActs {...props} {...{ grid, session }} roster={state.roster} unsent={unsent} />}
        onBack={() => void leave()}
        onRefresh={() => void refresh()}
        onFit={() => grid?.fitToWindow()}
      />
      {asking}
    </>
  );
}

interface Unsent {
  readonly unsent: number;
  readonly own: OwnRows;
}

/** Nobody leaves unsent changes behind, or draws over people whom he wrote below the roster, without having said so. */
function useLeaving({ language, onUnsent, onBack }: RosterDeskProps, { unsent, own }: Unsent) {
  const { ask, question } = useAsk(language);
  const mayRefresh = async (): Promise<boolean> => {
    const { refresh, added } = recordsWords[language];
    const { length } = own.left;
    return length === 0 || (await ask({ title: refresh, text: added.gone(length), confirm: refresh }));
  };
  const leave = async () => {
    const { leaveWithChanges: text, leave: confirm } = workbenchWords(language).ledger;
    if (unsent > 0 && !(await ask({ title: recordsWords[language].back, text, confirm }))) return;
    onUnsent(0);
    onBack();
  };
  return { leave, mayRefresh, asking: question };
}

type State = ReturnType<typeof useDirectSession>["state"];

interface PartProps extends RosterDeskProps {
  readonly state: State;
  readonly grid: OpenGrid | null;
}

function Changes({ language, state, session, grid }: PartProps & { readonly session: DirectSession | null }) {
  if (!session || !grid) return null;
  const goTo = (at: CellPlace) => select(grid, at);
  const ask = {
    send: async (keys: ReadonlySet<string>) => {
      await session.send(keys);
    },
    takeBack: (key: string) => void session.takeBack(key),
    keepMine: (key: string) => void session.keepMine(key),
    restoreFormula: (at: CellPlace) => void session.restoreFormula(at),
    setReason: (key: string, reason: string) => session.setReason({ key }, reason),
    goTo,
  };
  const { changes, problems, stopped, sending, refusal } = state;
  return <ChangesPanel screen={{ language, changes, problems, stopped, sending, refusal, ask }} />;
}

function Added({ client, language, state, grid, onMade }: PartProps & Pick<OwnRows, "onMade">) {
  const { roster } = state;
  if (!roster) return null;
  const { labels } = rosterWords(language);
  const labelOf = (field: string) => roster.fields.find(({ key }) => key === field)?.label[labels] ?? field;
  return (
    <NewPeoplePanel
      language={language}
      rows={state.newRows}
      labelOf={labelOf}
      onAdd={async (row) => {
        const problems = sayAdded(await addPerson(client.records, row, roster), language, labelOf);
        if (problems.length === 0) onMade(row);
        return problems;
      }}
      onGo={(at) => grid && select(grid, at)}
    />
  );
}

function select(grid: OpenGrid, place: CellPlace): void {
  void grid.host.select(place).then(() => grid.host.focus());
}

/** The person of the row that is selected, "person:ID". */
function useSelectedRecord(grid: OpenGrid | null): string | null {
  const [record, setRecord] = useState<string | null>(null);
  useEffect(
    () => grid?.host.onSelection(({ rowKey }) => setRecord(rowKey?.startsWith("person:") === true ? rowKey : null)),
    [grid],
  );
  return record;
}
