import { Field, Input } from "@fluentui/react-components";
import { useState } from "react";
import type { PlanCandidate } from "#core/protocol/records/procedure-lists.ts";
import { LoadArea } from "#addin/components/admin/load-area.tsx";
import type { Loadable } from "#addin/components/admin/loadable.ts";
import { PermittedButton } from "#addin/components/admin/permitted-button.tsx";
import { FoundTable } from "#addin/components/procedures/found-table.tsx";
import { planWords } from "#addin/wording/procedures/plan-words.ts";
import { recordPagesWords } from "#addin/wording/records/record-pages-words.ts";
import type { PlanPartProps } from "./plan-part-props.ts";

/** Number reported, who leaves the plan again, and the leader's confirmation (M7). */
export function EnteringPart({ language, plan, acting, ticked, onTick }: PlanPartProps) {
  const words = planWords[language];
  const own = words.entering;
  const [number, setNumber] = useState(plan.reported === null ? "" : String(plan.reported));
  const chosen = plan.entries.filter(({ personId }) => ticked.has(personId));
  const isNumber = /^\d{1,5}$/.test(number.trim());
  const agrees = plan.reported === plan.entries.length;
  const mayConfirm = plan.mine.includes("confirm");
  const removed = {
    act: { kind: "remove", people: chosen.map(({ personId }) => personId) },
    done: own.removed,
    names: chosen.map(({ name }) => name),
    then: () => onTick(new Set()),
  } as const;
  return (
    <div className="procedure-bar">
      <Field label={own.number}>
        <Input
          className="plan-number"
          inputMode="numeric"
          value={number}
          maxLength={5}
          onChange={(_, { value }) => setNumber(value)}
        />
      </Field>
      <PermittedButton
        allowed={isNumber && !acting.request.busy}
        whyNot={own.numberFirst}
        label={own.report}
        onClick={() => acting.act({ act: { kind: "report", number: Number(number) }, done: () => words.saved })}
      />
      <PermittedButton
        allowed={chosen.length > 0 && !acting.request.busy}
        whyNot={words.tickFirst}
        label={own.remove(chosen.length)}
        onClick={() => acting.act(removed)}
      />
      <PermittedButton
        appearance="primary"
        allowed={mayConfirm && agrees && !acting.request.busy}
        whyNot={mayConfirm ? words.differs(plan.entries.length, plan.reported ?? 0) : own.notLeader}
        label={own.confirm}
        onClick={() => acting.act({ act: { kind: "confirm" }, done: () => words.saved })}
      />
    </div>
  );
}

export interface CandidatesPartProps extends Pick<PlanPartProps, "language" | "acting"> {
  readonly candidates: Loadable<readonly PlanCandidate[]>;
  readonly onRetry: () => void;
}

/** Who may be entered: candidates and activists that no plan of the year holds. */
export function CandidatesPart({ language, acting, candidates, onRetry }: CandidatesPartProps) {
  const words = planWords[language];
  return (
    <section aria-label={words.entering.candidates}>
      <h3>{words.entering.candidates}</h3>
      <p className="procedure-hint">{words.entering.candidatesAbout}</p>
      <LoadArea around={{ language }} data={candidates} onRetry={onRetry}>
        {(people) => <Candidates language={language} acting={acting} people={people} />}
      </LoadArea>
    </section>
  );
}

function Candidates(props: Pick<PlanPartProps, "language" | "acting"> & { readonly people: readonly PlanCandidate[] }) {
  const { language, acting, people } = props;
  const words = planWords[language];
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const chosen = people.filter(({ personId }) => ticked.has(personId));
  const add = () =>
    acting.act({
      act: { kind: "add", people: chosen.map(({ personId }) => personId) },
      done: words.entering.added,
      names: chosen.map(({ name }) => name),
      then: () => setTicked(new Set()),
    });
  const { entries } = words;
  return (
    <FoundTable<PlanCandidate>
      caption={words.entering.candidates}
      find={words.find}
      more={words.more}
      all={entries.all}
      rows={people}
      keyOf={({ personId }) => personId}
      nameOf={({ name }) => name}
      ticked={ticked}
      onTick={setTicked}
      empty={words.entering.noCandidates}
      beside={
        <PermittedButton
          appearance="primary"
          allowed={chosen.length > 0 && !acting.request.busy}
          whyNot={words.tickFirst}
          label={words.entering.add(chosen.length)}
          onClick={add}
        />
      }
      columns={[
        { key: "name", title: entries.name, width: "110px", cell: ({ name }) => name },
        { key: "unit", title: entries.unit, cell: ({ unitName }) => unitName },
        {
          ...{ key: "stage", title: entries.stage, width: "130px" },
          cell: ({ stage }) => recordPagesWords[language].stages[stage],
        },
        { key: "activist", title: entries.activistOn, width: "120px", cell: ({ activistOn }) => activistOn },
        { key: "candidate", title: entries.candidateOn, width: "120px", cell: ({ candidateOn }) => candidateOn },
        { key: "training", title: entries.training, width: "120px", cell: ({ trainingOn }) => trainingOn },
      ]}
    />
  );
}
