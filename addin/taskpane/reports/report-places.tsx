import type { ReactNode } from "react";
import { NothingOpen } from "#addin/components/ledgers/nothing-open.tsx";
import { ProblemList } from "#addin/components/ledgers/problem-list.tsx";
import { RosterExportScreen } from "#addin/screens/export/roster-export-screen.tsx";
import { ChangesPanel } from "#addin/screens/ledger/changes-panel.tsx";
import type { PanePlace } from "#addin/screens/pane-frame/pane-place.ts";
import { FindingsList } from "#addin/screens/reports/desk/findings-list.tsx";
import { ReportClient } from "#addin/service-client/report-client.ts";
import { saved } from "#addin/session/evidence-functions.ts";
import { reportWords } from "#addin/wording/report/report-words.ts";
import { reportPaneWords } from "#addin/wording/pane/report-pane-words.ts";
import { sayDeskRefusal } from "#addin/wording/pane/say-desk-refusal.ts";
import { parseReportRecord } from "#core/report/key/report-key.ts";
import { keysOfReportCell } from "#core/sheet/report/report-places.ts";
import { paneFunctions } from "../desk/pane-functions.ts";
import type { PlacesProps } from "../places/places-props.ts";
import { ReportCellPlace } from "./report-cell-place.tsx";
import { ReportComparePlace } from "./report-compare-place.tsx";
import { ReportNamesPlace } from "./report-names-place.tsx";
import type { ReportPlaceProps } from "./report-place-props.ts";

type Draws = (props: ReportPlaceProps) => ReactNode;

/** Places that show the workbook's book. */
const PLACES: Readonly<Partial<Record<PanePlace, Draws>>> = {
  cell: (props) => <ReportCellPlace {...props} />,
  findings: (props) => <Findings {...props} />,
  drill: (props) => <ReportNamesPlace {...props} />,
  compare: (props) => <ReportComparePlace {...props} />,
  export: (props) => <Export {...props} />,
};

/** The pane's places where the workbook holds an annual report. */
export function ReportPlaces(props: PlacesProps) {
  const { client, language, kept, state, work, place } = props;
  const session = kept?.session ?? null;
  const subject = state.identity?.subject ?? "";
  const ask = parseReportRecord(subject);
  if (!session || !ask) return <NothingOpen language={language} onOpen={() => props.go("open")} />;
  if (place === "changes") return <Changes {...props} session={session} />;
  const draw = PLACES[place];
  if (!draw) return <p className="pane-hint">{reportPaneWords[language].notHere}</p>;
  if (!state.report) return <p className="pane-hint">{reportPaneWords[language].offline}</p>;
  const onCell = (cell: string, together: readonly string[] = []) => {
    const keys = keysOfReportCell(cell);
    const also = together.flatMap((other) => keysOfReportCell(other) ?? []);
    if (keys) work.goToCell(keys, also);
  };
  return draw({ ...props, session, ask, onCell, view: state.report, reports: new ReportClient(client.transport) });
}

function Changes({ client, session, state, work, language }: PlacesProps & Pick<ReportPlaceProps, "session">) {
  const ask = paneFunctions({ client, session, work, ledgerId: state.identity?.subject ?? "" });
  const { changes, problems, stopped, sending, actRefusal } = state;
  return (
    <>
      {actRefusal && <p role="alert">{sayDeskRefusal(language, actRefusal)}</p>}
      <ChangesPanel
        screen={{
          language,
          none: reportWords[language].desk.none,
          changes,
          problems,
          stopped,
          sending,
          refusal: null,
          ask,
        }}
      />
    </>
  );
}

/** What is wrong in the sheets, then what the report's checks say; each selects its cells of one table, as far as the program can. */
function Findings({ language, state, session, reports, ask, view, work, go, onCell }: ReportPlaceProps) {
  return (
    <>
      {state.problems.length > 0 && (
        <ProblemList
          language={language}
          problems={state.problems}
          onGo={work.goTo}
          onRestore={(at) => void session.restoreFormula(at)}
        />
      )}
      <FindingsList
        language={language}
        view={view}
        explain={({ code, line }, text) => reports.explain(ask, { check: code, line, text })}
        onExplained={() => void session.refresh()}
        onNames={(cell) => {
          onCell(cell);
          go("drill");
        }}
        onCell={onCell}
      />
    </>
  );
}

function Export({ language, state, reports, ask, work }: ReportPlaceProps) {
  const name = `${state.book?.title ?? ask.setId}.xlsx`;
  return (
    <RosterExportScreen
      language={language}
      unsent={state.changes.length}
      words={reportPaneWords[language].export}
      onExport={async (reason) => await saved(await reports.bookFile(ask, reason), name, work.save)}
    />
  );
}
