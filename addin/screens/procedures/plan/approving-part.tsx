import { Field, Input } from "@fluentui/react-components";
import { useState } from "react";
import { PermittedButton } from "#addin/components/admin/permitted-button.tsx";
import { planWords } from "#addin/wording/procedures/plan-words.ts";
import type { PlanPartProps } from "./plan-part-props.ts";

/** The superior's number, or the way back (M7). */
export function ApprovingPart({ language, plan, acting }: Pick<PlanPartProps, "language" | "plan" | "acting">) {
  const words = planWords[language];
  const own = words.approving;
  const [number, setNumber] = useState(String(plan.reported ?? ""));
  const isHis = plan.mine.includes("approve");
  const isNumber = /^\d{1,5}$/.test(number.trim());
  return (
    <>
      <p>{own.confirmedBy(plan.confirmedBy ?? "")}</p>
      <div className="procedure-bar">
        {isHis && (
          <Field label={own.number}>
            <Input
              className="plan-number"
              inputMode="numeric"
              value={number}
              maxLength={5}
              onChange={(_, { value }) => setNumber(value)}
            />
          </Field>
        )}
        <PermittedButton
          appearance="primary"
          allowed={isHis && isNumber && !acting.request.busy}
          whyNot={isHis ? words.entering.numberFirst : own.notSuperior}
          label={own.approve}
          onClick={() => acting.act({ act: { kind: "approve", number: Number(number) }, done: () => words.saved })}
        />
        <PermittedButton
          allowed={!acting.request.busy}
          whyNot=""
          label={own.reopen}
          onClick={() => acting.act({ act: { kind: "reopen" }, done: () => words.saved })}
        />
      </div>
    </>
  );
}
