import { Button, Input } from "@fluentui/react-components";
import type { Language } from "#core/wording/language.ts";
import { labelled } from "#addin/wording/labelled.ts";
import { reportSubmissionWords } from "#addin/wording/report/report-submission-words.ts";
import type { Remark } from "./remark.ts";
import "../report-submission.css";

export interface ReturnRemarksProps {
  readonly language: Language;
  readonly remarks: readonly Remark[];
  readonly onRemarks: (remarks: readonly Remark[]) => void;
}

/** Remarks on cells: collected in the desk, or typed here. */
export function ReturnRemarks({ language, remarks, onRemarks }: ReturnRemarksProps) {
  const words = reportSubmissionWords[language].judge;
  const change = (index: number, part: Partial<Remark>) =>
    onRemarks(remarks.map((remark, at) => (at === index ? { ...remark, ...part } : remark)));
  return (
    <div className="report-part" role="group" aria-label={words.remarks}>
      <span>{words.remarks}</span>
      {remarks.map(({ cell, text }, index) => (
        <div key={index} className="report-remark-row">
          <Input
            aria-label={labelled(language, words.remarkOn(String(index + 1)), words.cellHint)}
            placeholder={words.cellHint}
            value={cell}
            maxLength={20}
            onChange={(_, { value }) => change(index, { cell: value.trim() })}
          />
          <Input
            aria-label={words.remarkOn(cell)}
            value={text}
            maxLength={500}
            onChange={(_, { value }) => change(index, { text: value })}
          />
          <Button
            size="small"
            appearance="subtle"
            aria-label={words.dropRemark(cell)}
            onClick={() => onRemarks(remarks.filter((_, at) => at !== index))}
          >
            ×
          </Button>
        </div>
      ))}
      {remarks.length === 0 && <span className="admin-muted">{words.noRemarks}</span>}
      <div>
        <Button size="small" onClick={() => onRemarks([...remarks, { cell: "", text: "" }])}>
          {words.addRemark}
        </Button>
      </div>
    </div>
  );
}
