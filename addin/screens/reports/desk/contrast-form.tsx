import { Button, Input } from "@fluentui/react-components";
import { useState } from "react";
import { parseCellAddress } from "#core/report/formula/cell-name.ts";
import type { Language } from "#core/wording/language.ts";
import { reportWords } from "#addin/wording/report/report-words.ts";

export interface ContrastFormProps {
  readonly language: Language;
  readonly onContrast: (other: string) => void;
}

/** The other cell, typed: with its table, "3!A1". */
export function ContrastForm({ language, onContrast }: ContrastFormProps) {
  const words = reportWords[language].card;
  const [typed, setTyped] = useState("");
  const other = typed.trim().replace("！", "!").toUpperCase();
  const isCell = typeof parseCellAddress(other)?.table === "number";
  return (
    <form
      className="report-acts"
      onSubmit={(event) => {
        event.preventDefault();
        if (isCell) onContrast(other);
      }}
    >
      <Input
        size="small"
        aria-label={words.other}
        placeholder={words.otherHint}
        value={typed}
        maxLength={20}
        onChange={(_, { value }) => setTyped(value)}
      />
      <Button size="small" type="submit" disabledFocusable={!isCell}>
        {words.contrast}
      </Button>
    </form>
  );
}
