import { MessageBar, MessageBarBody } from "@fluentui/react-components";
import { useState } from "react";
import type { Result } from "#core/kernel/result.ts";
import type {
  Arrive,
  AskTransfer,
  RegisterAnswer,
  RegisterArrival,
  TransferChoices,
} from "#core/protocol/transfers.ts";
import type { Language } from "#core/wording/language.ts";
import type { UnitChoice } from "#addin/components/units/unit-choice.ts";
import type { ShownRefusal } from "#addin/wording/say-shown-refusal.ts";
import { transferFormsWords } from "#addin/wording/transfer-forms-words.ts";
import { AskForm } from "./ask-form.tsx";
import { BackForm } from "./back-form.tsx";
import type { BranchChoice } from "./branch-select.tsx";
import { RegistrationForm } from "./registration-form.tsx";
import "../procedures.css";
import "./transfers.css";

export interface ArrivalScreenProps {
  readonly language: Language;
  readonly today: string;
  readonly unit: string;
  readonly units: readonly UnitChoice[];
  readonly branches: readonly BranchChoice[];
  readonly choices: TransferChoices;
  readonly ask: (asked: AskTransfer) => Promise<Result<unknown, ShownRefusal>>;
  readonly arrive: (asked: Arrive) => Promise<Result<unknown, ShownRefusal>>;
  readonly register: (asked: RegisterArrival) => Promise<Result<RegisterAnswer, ShownRefusal>>;
}

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
