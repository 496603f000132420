import { MessageBar, MessageBarBody } from "@fluentui/react-components";
import { useState } from "react";
import { transferFormsWords } from "#addin/wording/transfer-forms-words.ts";
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
  const [said, setSaid] = useState<string | null>(null);
  return (
    <>
      <div role="status">
        {said !== null && (
          <MessageBar intent="success">
            <MessageBarBody>{said}</MessageBarBody>
          </MessageBar>
        )}
      </div>
      <AskForm {...props} onAsked={(name) => setSaid(words.asked(name))} />
      <BackForm {...props} onArrived={(name) => setSaid(words.arrived(name))} />
      <RegistrationForm {...props} onArrived={(name) => setSaid(words.arrived(name))} />
    </>
  );
}
