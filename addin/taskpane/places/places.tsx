import { Suspense, useEffect, useState, type ReactNode } from "react";
import { Waiting } from "#addin/components/waiting.tsx";
import { LegendStrip } from "#addin/screens/ledger/legend-strip.tsx";
import { FurtherPlaces } from "#addin/screens/pane-home/further-places.tsx";
import { PaneHome } from "#addin/screens/pane-home/pane-home.tsx";
import { FURTHER_PLACES, type PanePlace } from "#addin/screens/pane-frame/pane-place.ts";
import { paneWords } from "#addin/wording/pane/pane-words.ts";
import type { Duty, Notice } from "#core/protocol/ledgers.ts";
import { isReportRecord } from "#core/report/key/report-key.ts";
import { ArrivalGuard } from "./arrival-guard.tsx";
import { LedgerPlaces } from "./ledger-places.tsx";
import {
  ComparePlace,
  ConnectionPlace,
  DrillDownScreen,
  ExportPlace,
  fetchLaterPlaces,
  FindingsScreen,
  HelpScreen,
  NoticesPlace,
  OpenPlace,
  PersonalPlace,
} from "./later-places.tsx";
import { ReportPlaces } from "./later-reports.tsx";
import type { PlacesProps } from "./places-props.ts";

/** What a place is drawn with besides the props of all. */
interface ToLedger {
  /** A ledger that a duty or a notice led to; null: the list itself. */
  readonly wanted: string | null;
  readonly onWantedDone: () => void;
  readonly onLedger: (id: string | null) => void;
}

type Draws = (props: PlacesProps & ToLedger) => ReactNode;

const PLACES: Readonly<Record<PanePlace, Draws>> = {
  home: (props) => <HomePlace {...props} />,
  open: (props) => <OpenPlace {...props} />,
  changes: (props) => <LedgerPlaces {...props} place="changes" />,
  cell: (props) => <LedgerPlaces {...props} place="cell" />,
  evidence: (props) => <LedgerPlaces {...props} place="evidence" />,
  talk: (props) => <LedgerPlaces {...props} place="talk" />,
  findings: (props) => <FindingsPlace {...props} />,
  drill: ({ language, looked, work }) => (
    <DrillDownScreen language={language} drilled={looked.drilled} onCell={work.goToCell} />
  ),
  compare: (props) => <ComparePlace {...props} />,
  export: (props) => <ExportPlace {...props} />,
  personal: (props) => <PersonalPlace {...props} />,
  notices: (props) => (
    <NoticesPlace {...props} onNotice={(notice) => goToNotice(notice, props)} onRead={props.lists.reload} />
  ),
  connection: (props) => <ConnectionPlace {...props} />,
  help: (props) => <HelpScreen language={props.language} desk={props.desk.kind} legend={legendOf(props)} />,
};

/** Places that show what stands in the workbook. */
const OF_BOOK: ReadonlySet<PanePlace> = new Set<PanePlace>([
  ...(["changes", "cell", "evidence", "talk", "findings", "drill", "compare", "export"] as const),
]);

/** The place that is shown, with what it needs of session, service and desk. */
export function Places(props: PlacesProps) {
  useEffect(() => void fetchLaterPlaces(), []);
  const [wanted, setWanted] = useState<string | null>(null);
  const onLedger = (id: string | null) => {
    setWanted(id);
    props.go("open");
  };
  const isOfReport = props.state.identity?.kind === "report" && OF_BOOK.has(props.place);
  const drawn = isOfReport ? (
    <ReportPlaces {...props} />
  ) : (
    PLACES[props.place]({ ...props, wanted, onWantedDone: () => setWanted(null), onLedger })
  );
  return (
    <ArrivalGuard language={props.language}>
      <Suspense fallback={<Waiting language={props.language} size="small" />}>{drawn}</Suspense>
    </ArrivalGuard>
  );
}

function FindingsPlace({ language, state, gaps, work, kept }: PlacesProps) {
  const session = kept?.session ?? null;
  return (
    <FindingsScreen
      language={language}
      problems={state.problems}
      stopped={state.stopped}
      gaps={gaps}
      onGo={work.goTo}
      onCell={work.goToCell}
      onRestore={(at) => void session?.restoreFormula(at)}
      onRefresh={() => void session?.refresh()}
    />
  );
}

function legendOf({ language, state }: PlacesProps) {
  const entries = state.book?.legend ?? [];
  return entries.length === 0 ? null : <LegendStrip label={paneWords(language).help.legend} entries={entries} />;
}

function HomePlace(props: PlacesProps & ToLedger) {
  const { client, language, me, lists, state, go, onLedger } = props;
  const switchPost = async (postId: string) => {
    const answer = await client.actFor(postId);
    if (answer.ok) props.onMe(answer.value);
  };
  const read = (id: string) => void client.readNotices([id]).then(lists.reload);
  return (
    <PaneHome
      language={language}
      me={me}
      isBookOpen={state.identity !== null}
      notices={lists.notices}
      onNotice={(notice) => {
        read(notice.id);
        goToNotice(notice, props);
      }}
      duties={lists.duties}
      onDuty={(duty) => goToDuty(duty, props)}
      onPost={(postId) => void switchPost(postId)}
      onOpen={() => onLedger(null)}
      onLanguage={props.onLanguage}
      onSignOut={props.onSignOut}
      places={<FurtherPlaces language={language} places={FURTHER_PLACES} onPlace={go} />}
    />
  );
}

const RELATION_OF_DUTY: Readonly<Partial<Record<Duty["kind"], "peer" | "lead">>> = { rate: "peer", rule: "lead" };

/** Ledgers and annual reports come into this workbook; of procedures the notice itself says what there is to know. */
function goToNotice({ record }: Notice, { go, onLedger }: PlacesProps & ToLedger): void {
  if (record.startsWith("ledger:")) onLedger(record.slice("ledger:".length));
  else if (isReportRecord(record)) onLedger(record);
  else go("notices");
}

/** Approving accounts is the workbench's: the list of ledgers says what else there is. */
function goToDuty(duty: Duty, { lists, go, onLedger }: PlacesProps & ToLedger): void {
  if (duty.kind === "password-expiring") go("personal");
  else if (duty.ledgerId !== null) onLedger(duty.ledgerId);
  else if (duty.record !== undefined && isReportRecord(duty.record)) onLedger(duty.record);
  else if (duty.kind === "transfer") go("notices");
  else {
    lists.onWish({ ...lists.wish, relation: RELATION_OF_DUTY[duty.kind] ?? "own" });
    onLedger(null);
  }
}
