import { Button } from "@fluentui/react-components";
import { useEffect, useRef, useState } from "react";
import type { GatePlace, GateView, SubmissionView } from "#core/protocol/report/reports.ts";
import type { ReportView } from "#core/sheet/report/report-view.ts";
import { PersonPanel } from "#addin/account/person-panel.tsx";
import { LoadArea } from "#addin/components/admin/load-area.tsx";
import { GatePanel } from "#addin/screens/reports/gate/gate-panel.tsx";
import { MaterialsBar } from "#addin/screens/reports/materials/materials-bar.tsx";
import { pointPlace, PointsList } from "#addin/screens/reports/materials/points-list.tsx";
import { ChangesSince } from "#addin/screens/reports/submission/changes-since.tsx";
import { NotDueHere } from "#addin/screens/reports/submission/not-due-here.tsx";
import { DueDays } from "#addin/screens/reports/submission/due-days.tsx";
import { SubmissionActs } from "#addin/screens/reports/submission/submission-acts.tsx";
import { SubmissionHistory } from "#addin/screens/reports/submission/submission-history.tsx";
import type { Answer } from "#addin/service-client/client-refusal.ts";
import type { ReceivedFile } from "#addin/service-client/transport.ts";
import { saveFile } from "#addin/session/book/save-file.ts";
import { today } from "#addin/session/today.ts";
import { useLoad } from "#addin/session/use-load.ts";
import { reportSubmissionWords } from "#addin/wording/report/report-submission-words.ts";
import { reportWords } from "#addin/wording/report/report-words.ts";
import { isSameStand } from "./is-same-stand.ts";
import { JudgePart } from "./judge-part.tsx";
import { PrintButton } from "./print-button.tsx";
import { useSubmit } from "./use-submit.ts";
import type { ReportPageProps } from "../report-page-props.ts";

export interface SubmissionPageProps extends ReportPageProps {
  /** As the desk beneath has it; null: not counted yet. */
  readonly view: ReportView | null;
}

/** 上报: whether the report can be handed over, what is missing, where it stands, and the materials that go with it (R7, R8). */
export function SubmissionPage(props: SubmissionPageProps) {
  const { client, language, ask } = props;
  const key = JSON.stringify(ask);
  const view = useLoad(key, () => client.reports.view(ask));
  const gate = useLoad(key, () => client.reports.gate(ask));
  const submission = useLoad(key, () => client.reports.submission(ask));
  const around = { language };
  const loaded = view.data.state === "ready" ? view.data.value : null;
  const isDeskTold = useRef(false);
  const [turn, setTurn] = useState(0);
  // Whoever handed it over or gave it back did so elsewhere: the desk is open or locked as this page is.
  useEffect(() => {
    if (loaded && props.view && !isDeskTold.current && !isSameStand(loaded, props.view)) props.onChanged();
    isDeskTold.current = false;
  }, [loaded]);
  // Done here, it is told to the desk at once, and only once.
  const changed = () => {
    isDeskTold.current = true;
    setTurn((last) => last + 1);
    view.reload();
    gate.reload();
    submission.reload();
    props.onChanged();
  };
  return (
    <div className="admin-screen">
      <LoadArea around={around} data={view.data} onRetry={view.reload}>
        {(shown) => (
          <LoadArea around={around} data={gate.data} onRetry={gate.reload}>
            {(gated) => (
              <LoadArea around={around} data={submission.data} onRetry={submission.reload}>
                {(handed) => (
                  <Whole
                    {...props}
                    view={shown}
                    gate={gated}
                    submission={handed}
                    turn={turn}
                    onGate={gate.reload}
                    onChanged={changed}
                  />
                )}
              </LoadArea>
            )}
          </LoadArea>
        )}
      </LoadArea>
    </div>
  );
}

interface WholeProps extends ReportPageProps {
  readonly view: ReportView;
  readonly gate: GateView;
  readonly submission: SubmissionView;
  readonly onGate: () => void;
  /** Grows with each change made here: what the materials say is read anew, and answers begun stay. */
  readonly turn: number;
}

function Whole(props: WholeProps) {
  const { client, language, ask, view, gate, submission, onCell } = props;
  const [record, setRecord] = useState<string | null>(null);
  const [point, setPoint] = useState<WantedPoint | null>(null);
  const stand = `${view.state} ${view.submission ?? ""} ${submission.history.length}`;
  const submit = useSubmit({ reports: client.reports, ask, stand });
  const onDone = (said: string) => {
    props.onTell(said);
    props.onChanged();
  };
  if (view.countsAbove) return <CountsAbove language={language} view={view} />;
  return (
    <>
      <SubmissionActs
        language={language}
        view={view}
        gate={gate}
        submission={submission}
        today={today(Date.now())}
        submit={submit}
        withdraw={(reason) => client.reports.withdraw(ask, { reason, number: view.submission })}
        printed={(on) => client.reports.printed(ask, on)}
        onDone={onDone}
        further={<PrintButton language={language} view={view} />}
      />
      {!view.rehearsal && <DueDays language={language} deadlines={view.deadlines} state={view.state} />}
      {view.may.judge && <JudgePart {...props} onOpen={() => props.onPage("desk")} onDone={onDone} />}
      <div className={record === null ? undefined : "report-two"}>
        <GatePanel
          language={language}
          gate={gate}
          state={view.state}
          canGo={canGo}
          onPlace={(place) => go(place, props, { onRecord: setRecord, onPoint: (key) => setPoint({ key }) })}
        />
        {record !== null && (
          <aside>
            <Button size="small" onClick={() => setRecord(null)}>
              {reportWords[language].desk.closePanel}
            </Button>
            <PersonPanel client={client} language={language} record={record} onChanged={props.onChanged} />
          </aside>
        )}
      </div>
      {submission.history.length > 0 && (
        <>
          <SubmissionHistory language={language} history={submission.history} onCell={onCell} />
          <ChangesSince language={language} changes={submission.changes} onCell={onCell} />
        </>
      )}
      <Materials {...props} point={point} />
    </>
  );
}

/** A branch has no report to hand in: nothing here is asked of it. */
function CountsAbove({ language, view }: Pick<WholeProps, "language" | "view">) {
  return (
    <>
      <NotDueHere language={language} view={view} />
      <div className="report-bar">
        <PrintButton language={language} view={view} />
      </div>
    </>
  );
}

/** Letters and units' own records are worked on in other places. */
function canGo({ kind, key }: GatePlace): boolean {
  return kind === "record" ? key.startsWith("person:") : kind !== "letter";
}

/** A new one for each click: the same point may be asked for again. */
interface WantedPoint {
  readonly key: string;
}

interface Ways {
  readonly onRecord: (record: string) => void;
  readonly onPoint: (key: string) => void;
}

function go({ kind, key }: GatePlace, props: ReportPageProps, { onRecord, onPoint }: Ways): void {
  const { ask } = props;
  if (kind === "cell") props.onCell(key);
  else if (kind === "finding") {
    const [code = "", line = ""] = key.split(" ");
    props.onFinding(code, line);
  } else if (kind === "record") onRecord(key);
  else if (kind === "unit") props.onReport({ ...ask, unitId: key });
  else if (kind === "point") onPoint(key);
}

function Materials(props: WholeProps & { readonly point: WantedPoint | null }) {
  const { client, language, ask, view, point, turn } = props;
  const materials = useLoad(JSON.stringify(ask), () => client.reports.materials(ask), turn);
  const isThere = materials.data.state === "ready";
  // They come later than the conditions that lead here.
  useEffect(() => {
    if (isThere && point) document.getElementById(pointPlace(point.key))?.querySelector("textarea")?.focus();
  }, [isThere, point]);
  return (
    <LoadArea around={{ language }} data={materials.data} onRetry={materials.reload}>
      {({ points, lists }) => (
        <>
          <h2 className="admin-subhead">{reportSubmissionWords[language].materials.both}</h2>
          <MaterialsBar
            language={language}
            lists={lists}
            save={async (kind, reason) => saved(await client.reports.materialFile(ask, kind, reason))}
          />
          <PointsList
            language={language}
            points={points}
            mayAnswer={view.may.edit}
            answer={({ point, revision }, text) => client.reports.answer(ask, { point, text, revision })}
            onAnswered={() => {
              materials.reload();
              props.onGate();
            }}
          />
        </>
      )}
    </LoadArea>
  );
}

function saved(answer: Answer<ReceivedFile>): Answer<ReceivedFile> {
  if (answer.ok) saveFile(answer.value.fileName, answer.value.content);
  return answer;
}
