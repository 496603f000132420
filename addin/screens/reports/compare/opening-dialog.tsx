import { Button, Field, Input, Spinner, Textarea } from "@fluentui/react-components";
import { useState } from "react";
import { LEAST_REASON } from "#core/ledger/item-rules/check-reason.ts";
import type { Language } from "#core/wording/language.ts";
import { AskDialog } from "#addin/components/admin/ask-dialog.tsx";
import { adminWords } from "#addin/wording/accounts/admin-words.ts";
import { FileField } from "#addin/components/file-field.tsx";
import { openingWords } from "#addin/wording/report/opening-words.ts";
import { OpeningFound } from "./opening-found.tsx";
import { useOpening, type OpeningUse } from "./use-opening.ts";

export interface OpeningDialogProps extends OpeningUse {
  readonly language: Language;
  /** The latest that there can be. */
  readonly last: number;
  readonly onClose: () => void;
}

/** First it is shown what the workbook would load, then the figures are loaded with a reason (R14). */
export function OpeningDialog(props: OpeningDialogProps) {
  const { language } = props;
  const words = openingWords[language];
  const { year, found, isReady, busy, refusal, ...opening } = useOpening(props);
  const [reason, setReason] = useState("");
  const [touched, setTouched] = useState(false);
  const tooShort = reason.trim().length < LEAST_REASON;
  const load = () => {
    setTouched(true);
    if (!tooShort) opening.onLoad(reason.trim());
  };
  return (
    <AskDialog
      around={{ language }}
      title={words.act}
      confirm={words.load(isReady && found ? found.cells : 0)}
      request={{ busy, refusal }}
      blocked={!isReady || tooShort}
      onConfirm={load}
      onClose={props.onClose}
      width="680px"
    >
      <p>{words.about}</p>
      <YearAndFile {...{ language, year, busy, ...opening }} last={props.last} />
      {busy && <Spinner size="small" label={words.reading} />}
      {found && <OpeningFound language={language} found={found} />}
      <Field
        label={adminWords[language].reason}
        required
        hint={touched && tooShort ? null : adminWords[language].reasonLeast(LEAST_REASON)}
        validationMessage={touched && tooShort ? adminWords[language].reasonLeast(LEAST_REASON) : null}
      >
        <Textarea value={reason} rows={2} maxLength={500} onChange={(_, { value }) => setReason(value)} />
      </Field>
    </AskDialog>
  );
}

interface YearAndFileProps extends Pick<OpeningDialogProps, "language" | "year" | "last"> {
  readonly busy: boolean;
  readonly onBlank: () => void;
  readonly onYear: (year: string) => void;
  readonly onFile: (file: File) => void;
}

function YearAndFile({ language, year, last, busy, onBlank, onYear, onFile }: YearAndFileProps) {
  const words = openingWords[language];
  return (
    <>
      <Field label={words.year}>
        <Input
          type="number"
          value={String(year)}
          min={last - 20}
          max={last}
          readOnly={busy}
          onChange={(_, { value }) => onYear(value)}
        />
      </Field>
      <div>
        <Button size="small" disabled={busy} onClick={onBlank}>
          {words.blank}
        </Button>
      </div>
      <FileField label={words.file} accept=".xlsx" busy={busy} onFile={onFile} />
    </>
  );
}
