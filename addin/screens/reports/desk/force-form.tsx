import { Button, Field, Input, Textarea } from "@fluentui/react-components";
import { useState } from "react";
import type { Language } from "#core/wording/language.ts";
import { reportWords } from "#addin/wording/report/report-words.ts";

export interface Forced {
  readonly value: number;
  readonly reason: string;
}

export interface ForceFormProps {
  readonly language: Language;
  /** @returns whether the service took it. */
  readonly onForce: (forced: Forced) => Promise<boolean>;
}

/** Another number over a generated one, with the reason it owes (R3). */
export function ForceForm({ language, onForce }: ForceFormProps) {
  const words = reportWords[language].card;
  const [typed, setTyped] = useState("");
  const [reason, setReason] = useState("");
  const [isMissing, setMissing] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const value = Number(typed.trim());
  const isNumber = typed.trim() !== "" && Number.isFinite(value);
  const force = async () => {
    setMissing(!isNumber);
    if (!isNumber || isBusy) return;
    setBusy(true);
    const isTaken = await onForce({ value, reason: reason.trim() });
    setBusy(false);
    if (!isTaken) return;
    setTyped("");
    setReason("");
  };
  return (
    <details className="report-force">
      <summary>{words.force}</summary>
      <p className="report-hint">{words.forceAbout}</p>
      <Field label={words.number} size="small" validationMessage={isMissing && !isNumber ? words.noNumber : null}>
        <Input size="small" inputMode="decimal" value={typed} onChange={(_, data) => setTyped(data.value)} />
      </Field>
      <Field label={words.reason} size="small">
        <Textarea size="small" rows={2} maxLength={500} value={reason} onChange={(_, data) => setReason(data.value)} />
      </Field>
      <Button size="small" disabledFocusable={isBusy} onClick={() => void force()}>
        {words.force}
      </Button>
    </details>
  );
}
