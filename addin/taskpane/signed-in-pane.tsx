import { useEffect, useMemo, useRef, useState } from "react";
import { useLists } from "#addin/account/use-lists.ts";
import { BookStrip } from "#addin/screens/pane-frame/book-strip.tsx";
import { PaneFrame } from "#addin/screens/pane-frame/pane-frame.tsx";
import { PaneMessages } from "#addin/screens/pane-frame/pane-messages.tsx";
import type { PanePlace } from "#addin/screens/pane-frame/pane-place.ts";
import type { DeskSession } from "#addin/session/desk/desk-session.ts";
import { DESK_STARTING, type DeskSessionState } from "#addin/session/desk/desk-session-state.ts";
import { paneWords } from "#addin/wording/pane/pane-words.ts";
import { sayStateText } from "#addin/wording/say-state-text.ts";
import { sayDeskRefusal } from "#addin/wording/pane/say-desk-refusal.ts";
import type { Language } from "#core/wording/language.ts";
import type { Selection } from "#core/sheet/sheet-host.ts";
import { ledgerGaps } from "#core/sheet/ledger/ledger-gaps.ts";
import { deskWork } from "./desk/desk-work.ts";
import { lookAt } from "./desk/look-at.ts";
import { Places } from "./places/places.tsx";
import type { SignedInPaneProps } from "./pane-props.ts";
import { runCommand } from "./desk/run-command.ts";
import { useLookedAt } from "./desk/use-looked-at.ts";
import { useMessages } from "./said/use-messages.ts";
import { useSignOut } from "./use-sign-out.tsx";

/** Places that show the selected cell. */
const LOOKING: ReadonlySet<PanePlace> = new Set<PanePlace>(["cell", "evidence", "talk", "drill"]);

/** Rosters and reports are too large to be read at each step: their selection tells its own keys. */
function looksByReading({ identity }: DeskSessionState): boolean {
  return identity?.kind !== "roster" && identity?.kind !== "report";
}

/** The pane of one account in one post, over the workbook's session. */
export function SignedInPane(props: SignedInPaneProps) {
  const { desk, kept, language, me } = props;
  const state = kept?.state ?? DESK_STARTING;
  const session = kept?.session ?? null;
  const [place, go] = useState<PanePlace>("home");
  const lists = useLists(props);
  usePresence(props);
  const lastSentAt = useLastSent(state, lists.reload);
  const refresh = () => void session?.refresh();
  const { messages, say } = useMessages({
    ...{ language, state, place, online: props.online, passwordDaysLeft: me.passwordDaysLeft },
    acts: {
      refresh,
      checkAgain: () => {
        lists.reload();
        void kept?.outbox?.flush();
      },
      changePassword: () => go("personal"),
    },
  });
  const work = useMemo(
    () => deskWork(desk, state.book, (refusal) => say(sayDeskRefusal(language, refusal))),
    [desk, state.book, language],
  );
  const looked = useLookedAt({ desk, state, wanted: LOOKING.has(place) && looksByReading(state) });
  useCommands(props, { place, go, say });
  const { signOut, question } = useSignOut(props);
  const gaps = useMemo(() => (state.view ? ledgerGaps(state.view) : null), [state.view]);
  return (
    <PaneFrame
      language={language}
      place={place}
      onPlace={go}
      online={props.online}
      counts={countsOf(state, kept?.waiting.entries.filter(({ status }) => status === "waiting").length ?? 0)}
      head={
        <>
          <OpenBookStrip {...props} state={state} place={place} onRefresh={refresh} say={say} go={go} />
          <PaneMessages messages={messages} />
        </>
      }
    >
      <Places
        {...props}
        state={state}
        place={place}
        go={go}
        lists={lists}
        work={work}
        looked={looked}
        gaps={gaps}
        lastSentAt={lastSentAt}
        onSignOut={signOut}
      />
      {question}
    </PaneFrame>
  );
}

interface OpenBookStripProps extends SignedInPaneProps, Going {
  readonly state: DeskSessionState;
  readonly onRefresh: () => void;
}

function OpenBookStrip({ language, state, kept, place, onRefresh, say, go }: OpenBookStripProps) {
  const session = kept?.session ?? null;
  return (
    <BookStrip
      language={language}
      {...bookNames(state, place === "home" ? language : null)}
      unsent={unsentOf(state)}
      waiting={state.changes.length - unsentOf(state)}
      showsChanges={place === "changes"}
      sending={state.sending}
      drawing={state.drawing}
      mayUndo={state.mayUndo}
      onRefresh={onRefresh}
      onUndo={() => void session?.undoRefresh().then((done) => done && say(paneWords(language).book.undone))}
      onCancel={() => session?.cancelDrawing()}
      onSend={() => go("changes")}
    />
  );
}

/** The workbook's session learns who may send; nobody once the pane is left. */
function usePresence({ me, onPresent }: SignedInPaneProps): void {
  useEffect(() => {
    onPresent(me);
    return () => onPresent(null);
  }, [me]);
}

/** Duties, notices and the list of ledgers may have changed with what was sent. */
function useLastSent({ accepted, view }: DeskSessionState, onSent: () => void): number | null {
  const [at, setAt] = useState<number | null>(null);
  useEffect(() => {
    if (accepted === 0) return;
    setAt(Date.now());
    onSent();
  }, [accepted, view]);
  return at;
}

interface Going {
  readonly place: PanePlace;
  readonly go: (place: PanePlace) => void;
  readonly say: (text: string) => void;
}

/** A command that came before the workbook was looked through waits for that. */
function useCommands(props: SignedInPaneProps, { place, go, say }: Going): void {
  const { command, kept, desk, language } = props;
  const session = kept?.session ?? null;
  const isStarting = (kept?.state ?? DESK_STARTING).phase === "starting";
  const running = useRef(false);
  useEffect(() => {
    if (command === null || session === null || isStarting || running.current) return;
    running.current = true;
    props.onCommandTaken();
    const look = async () => {
      const now = await desk.sheet.selection();
      const { book, view } = session.state;
      if (!now || !looksByReading(session.state)) return now;
      const drawn = book && view ? { book, view } : null;
      return lookAt({ place: now, reading: await desk.sheet.read(), drawn }).selected?.place ?? null;
    };
    const unforce = async () => {
      const now = await desk.sheet.selection();
      return now !== null && session.state.identity?.kind === "report" && (await unforceSelected(session, now));
    };
    void runCommand(command, { session, place, words: paneWords(language), look, unforce, go, say }).finally(() => {
      running.current = false;
    });
  }, [command, session, isStarting]);
}

async function unforceSelected(session: DeskSession, selection: Selection): Promise<boolean> {
  const { paneReports } = await import(/* webpackChunkName: "pane-report" */ "./reports/pane-reports.ts");
  return await paneReports.unforce(session, selection);
}

/** @param stagesIn where there is room for them, how to say the stages; null: nothing of them */
function bookNames(
  { view, book, identity }: DeskSessionState,
  stagesIn: Language | null,
): {
  readonly name: string | null;
  readonly about: readonly string[];
} {
  const year = String(identity?.year ?? "");
  if (!view) return { name: book?.title ?? identity?.unit ?? null, about: year === "" ? [] : [year] };
  const parts = [year, view.unitName, ...(stagesIn ? sayStateText(stagesIn, view.stateText) : [])];
  return { name: view.name.text, about: parts.filter((part) => part !== "") };
}

function unsentOf({ changes }: DeskSessionState): number {
  return changes.filter(({ waiting }) => waiting !== true).length;
}

function countsOf(state: DeskSessionState, waiting: number) {
  return { changes: state.changes.length, findings: state.problems.length, waiting };
}
