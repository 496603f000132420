import { useState, type ReactNode } from "react";
import { GatePanel } from "#addin/screens/reports/gate/gate-panel.tsx";
import { MaterialsBar } from "#addin/screens/reports/materials/materials-bar.tsx";
import { PointsList } from "#addin/screens/reports/materials/points-list.tsx";
import { ForcedValues } from "#addin/screens/reports/overview/forced-values.tsx";
import { JudgeBar } from "#addin/screens/reports/overview/judge-bar.tsx";
import { OverviewTable, StatesChart } from "#addin/screens/reports/overview/overview-table.tsx";
import type { Remark } from "#addin/screens/reports/overview/remark.ts";
import { RollupList } from "#addin/screens/reports/overview/rollup-list.tsx";
import { UnitFindings } from "#addin/screens/reports/overview/unit-findings.tsx";
import { ChangesSince } from "#addin/screens/reports/submission/changes-since.tsx";
import { SubmissionActs } from "#addin/screens/reports/submission/submission-acts.tsx";
import { SubmissionHistory } from "#addin/screens/reports/submission/submission-history.tsx";
import type { GateView, SubmissionView } from "#core/protocol/report/reports.ts";
import type { Language } from "#core/wording/language.ts";
import "#addin/components/admin/admin.css";
import { answering, noting, refusing } from "./record-calls.ts";
import { FINDINGS, HEAD, MATERIALS, ROLLUP, ROWS, SUBMISSION, TABLES } from "./submission-data.ts";

const TODAY = "2027-01-20";

export interface SubmissionSceneProps {
  readonly language: Language;
  readonly gate: GateView;
  readonly submission?: SubmissionView;
  readonly head?: typeof HEAD;
  readonly today?: string;
}

/** 上报 as the unit sees it. */
export function SubmissionScene({
  language,
  gate,
  submission = SUBMISSION,
  head = HEAD,
  today = TODAY,
}: SubmissionSceneProps) {
  const onCell = noting("cell");
  return (
    <div className="admin-screen">
      <h1>上报</h1>
      <SubmissionActs
        {...{ language, gate, submission, view: head, today }}
        submit={answering("submit", null)}
        withdraw={answering("withdraw", null)}
        printed={answering("printed", null)}
        onDone={noting("done")}
        further={null}
      />
      <GatePanel
        {...{ language, gate }}
        state={head.state}
        canGo={({ kind }) => kind !== "letter"}
        onPlace={noting("place")}
      />
      <SubmissionHistory {...{ language, onCell }} history={submission.history} />
      <ChangesSince {...{ language, onCell }} changes={submission.changes} />
      <MaterialsBar
        language={language}
        lists={MATERIALS.lists}
        save={refusing("save", { code: "service-unreachable" })}
      />
      <PointsList
        language={language}
        points={MATERIALS.points}
        mayAnswer
        answer={answering("answer", null)}
        onAnswered={noting("answered")}
      />
    </div>
  );
}

/** 下级 as the superior sees it. */
export function BelowScene({ language }: { readonly language: Language }): ReactNode {
  const [chosen, setChosen] = useState<string | null>("g1");
  const [remarks, setRemarks] = useState<readonly Remark[]>([{ cell: "2!C1", text: "请核对女党员数" }]);
  const may = { edit: false, submit: false, withdraw: false, judge: true };
  return (
    <div className="admin-screen">
      <h1>下级</h1>
      <StatesChart language={language} rows={ROWS} />
      <OverviewTable language={language} rows={ROWS} chosen={chosen} onChoose={({ unitId }) => setChosen(unitId)} />
      <section className="admin-card report-part" aria-label="机关党总支">
        <JudgeBar
          {...{ language, remarks }}
          view={{ state: "submitted", may, unitName: "机关党总支" }}
          onRemarks={setRemarks}
          ask={{
            giveBack: answering("giveBack", null),
            accept: answering("accept", null),
            unlock: answering("unlock", null),
          }}
          onOpen={noting("open")}
          onDone={noting("done")}
        />
        <UnitFindings
          language={language}
          view={{ findings: FINDINGS, unitName: "机关党总支", may, state: "draft" }}
          exempt={answering("exempt", null)}
          unexempt={answering("unexempt", null)}
          onChanged={noting("changed")}
        />
        <ForcedValues language={language} tables={TABLES} onCell={noting("cell")} />
      </section>
      <RollupList language={language} rollup={ROLLUP} onCell={noting("cell")} />
    </div>
  );
}
