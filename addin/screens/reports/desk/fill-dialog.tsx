import { Radio, RadioGroup, Spinner } from "@fluentui/react-components";
import { useState } from "react";
import type { Language } from "#core/wording/language.ts";
import { AskDialog } from "#addin/components/admin/ask-dialog.tsx";
import { reportWords } from "#addin/wording/report/report-words.ts";

export interface FillDialogProps {
  readonly language: Language;
  /** The table that is in front; null: none is. */
  readonly table: number | null;
  /** So many cells are empty. */
  readonly inTable: number;
  readonly inSet: number;
  /** @param table null: in all tables. Over when they are filled. */
  readonly onFill: (table: number | null) => Promise<void>;
  readonly onClose: () => void;
}

/** Most of what is filled by hand is 0: one question instead of hundreds of cells. */
export function FillDialog({ language, table, inTable, inSet, onFill, onClose }: FillDialogProps) {
  const words = reportWords[language].desk;
  const [chosen, setChosen] = useState(table === null ? "set" : "table");
  const [busy, setBusy] = useState(false);
  const fill = async () => {
    setBusy(true);
    try {
      await onFill(chosen === "set" ? null : table);
    } finally {
      setBusy(false);
    }
    onClose();
  };
  const isEmpty = (chosen === "set" ? inSet : inTable) === 0;
  return (
    <AskDialog
      around={{ language }}
      title={words.fill}
      confirm={words.fill}
      request={{ busy, refusal: null }}
      blocked={isEmpty}
      onConfirm={() => !isEmpty && !busy && void fill()}
      onClose={onClose}
    >
      <p>{words.fillAbout}</p>
      <RadioGroup value={chosen} onChange={(_, { value }) => setChosen(value)} aria-label={words.fill}>
        {table !== null && <Radio value="table" label={words.fillTable(table, inTable)} />}
        <Radio value="set" label={words.fillSet(inSet)} />
      </RadioGroup>
      {busy && <Spinner size="tiny" label={words.filling} role="status" />}
      {isEmpty && !busy && <p>{words.fillNothing}</p>}
    </AskDialog>
  );
}
