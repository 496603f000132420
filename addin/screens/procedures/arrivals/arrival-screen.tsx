import { MessageBar, MessageBarBody } from "@fluentui/react-components";
import { useState } from "react";
import { transferFormsWords } from "#addin/wording/procedures/transfer-forms-words.ts";
import type { ArrivalScreenProps } from "./arrival-props.ts";
import { AskForm } from "./ask-form.tsx";
import { BackForm } from "./back-form.tsx";
import { RegistrationForm } from "./registration-form.tsx";
import "../procedures.css";
import "../transfers/transfers.css";

/** Three ways in beside a letter of this service: asked for, back from outside, for the first time (M12, M13). */
export function ArrivalScreen(props: ArrivalScreenProps) {
  const { language } = props;
  const words = transferFormsWords[language].arrival;
  const [done, setDone] = useState<{ readonly act: "asked" | "arrived"; readonly name: string } | null>(null);
  return (
    <>
      <div role="status">
        {done !== null && (
          <MessageBar intent="success">
            <MessageBarBody>{words[done.act](done.name)}</MessageBarBody>
          </MessageBar>
        )}
      </div>
      <AskForm {...props} onAsked={(name) => setDone({ act: "asked", name })} />
      <BackForm {...props} onArrived={(name) => setDone({ act: "arrived", name })} />
      <RegistrationForm {...props} onArrived={(name) => setDone({ act: "arrived", name })} />
    </>
  );
}
