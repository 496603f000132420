import { Field, Input } from "@fluentui/react-components";
import { useState } from "react";
import type { Day } from "#core/kernel/instant.ts";
import type { Result } from "#core/kernel/result.ts";
import type { PlanListAsked } from "#core/protocol/records/procedures.ts";
import { PermittedButton } from "#addin/components/admin/permitted-button.tsx";
import { ReasonDialog } from "#addin/components/admin/reason-dialog.tsx";
import { planWords } from "#addin/wording/procedures/plan-words.ts";
import type { ShownRefusal } from "#addin/wording/say-shown-refusal.ts";
import type { PlanPartProps } from "./plan-part-props.ts";

export interface PaperPartProps extends Pick<PlanPartProps, "language" | "plan" | "acting"> {
  /** @returns the name of the file that was saved. */
  readonly exportList: (asked: PlanListAsked) => Promise<Result<string, ShownRefusal>>;
  readonly onTell: (text: string) => void;
}

/** The closed list goes out, and its sealed paper copy is tracked to done (M8). */
export function PaperPart({ language, plan, acting, exportList, onTell }: PaperPartProps) {
  const words = planWords[language];
  const own = words.paper;
  const [exporting, setExporting] = useState(false);
  const { unitId, year } = plan;
  return (
    <div className="procedure-bar">
      <PermittedButton appearance="primary" allowed whyNot="" label={own.export} onClick={() => setExporting(true)} />
      {plan.step !== "done" && <Track language={language} plan={plan} acting={acting} />}
      {exporting && (
        <ReasonDialog
          around={{ language }}
          title={own.export}
          text={own.exportAbout}
          confirm={own.export}
          least={2}
          ask={(reason) => exportList({ unitId, year, reason })}
          onDone={(name) => {
            setExporting(false);
            onTell(own.exported(name));
          }}
          onClose={() => setExporting(false)}
        />
      )}
    </div>
  );
}

/** First the unit that sends the paper, then the superior who takes it. */
function Track({ language, plan, acting }: Pick<PlanPartProps, "language" | "plan" | "acting">) {
  const words = planWords[language];
  const own = words.paper;
  const [on, setOn] = useState("");
  const kind = plan.step === "listed" ? "sealed" : "received";
  const isHis = plan.mine.includes(kind);
  const track = () => acting.act({ act: { kind, on: on as Day }, done: () => words.saved, then: () => setOn("") });
  return (
    <>
      <Field label={kind === "sealed" ? own.sealedOn : own.receivedOn}>
        <Input type="date" value={on} onChange={(_, { value }) => setOn(value)} />
      </Field>
      <PermittedButton
        allowed={isHis && on !== "" && !acting.request.busy}
        whyNot={isHis ? own.dayFirst : kind === "received" ? own.notSuperior : words.readOnly}
        label={own[kind]}
        onClick={track}
      />
    </>
  );
}
