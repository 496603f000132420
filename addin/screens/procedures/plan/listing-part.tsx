import { Field, Input } from "@fluentui/react-components";
import { useState } from "react";
import type { PlanEntryView } from "#core/protocol/records/procedures.ts";
import { PermittedButton } from "#addin/components/admin/permitted-button.tsx";
import { useAsk } from "#addin/components/dialogs/use-ask.tsx";
import { planWords } from "#addin/wording/procedures/plan-words.ts";
import type { PlanPartProps } from "./plan-part-props.ts";

/** Each one is due or not, with the reason, until list and approved number agree; then the list is closed (M8). */
export function ListingPart({ language, plan, acting, ticked, onTick }: PlanPartProps) {
  const words = planWords[language];
  const own = words.listing;
  const [reason, setReason] = useState("");
  const { ask, question } = useAsk(language);
  const chosen = plan.entries.filter(({ personId }) => ticked.has(personId));
  const count = (check: PlanEntryView["check"]) => plan.entries.filter((entry) => entry.check === check).length;
  const [due, open, approved] = [count("due"), count("open"), plan.approved ?? 0];
  const idle = !acting.request.busy;
  const check = (isDue: boolean) =>
    acting.act({
      act: {
        ...{ kind: "check", people: chosen.map(({ personId }) => personId) },
        ...{ due: isDue, reason: isDue ? "" : reason },
      },
      done: isDue ? own.dueDone : own.notDueDone,
      names: chosen.map(({ name }) => name),
      then: () => {
        onTick(new Set());
        setReason("");
      },
    });
  const close = async () => {
    if (await ask({ title: own.close, text: own.closeAsk, confirm: own.close }))
      acting.act({ act: { kind: "close-list" }, done: () => words.saved });
  };
  return (
    <>
      {question}
      <p>{own.approvedBy(plan.approvedBy ?? "", approved)}</p>
      <p role="status">
        <strong>{own.count(due, open, approved)}</strong>
      </p>
      <div className="procedure-bar">
        <PermittedButton
          allowed={chosen.length > 0 && idle}
          whyNot={words.tickFirst}
          label={own.due(chosen.length)}
          onClick={() => check(true)}
        />
        <Field label={own.reason}>
          <Input value={reason} maxLength={500} onChange={(_, { value }) => setReason(value)} />
        </Field>
        <PermittedButton
          allowed={chosen.length > 0 && reason.trim() !== "" && idle}
          whyNot={chosen.length === 0 ? words.tickFirst : own.reasonFirst}
          label={own.notDue(chosen.length)}
          onClick={() => check(false)}
        />
        <PermittedButton
          appearance="primary"
          allowed={due === approved && open === 0 && idle}
          whyNot={own.closeFirst}
          label={own.close}
          onClick={() => void close()}
        />
      </div>
    </>
  );
}
