import { Checkbox, Field, Input, Radio, RadioGroup, Select } from "@fluentui/react-components";
import { useState } from "react";
import type { RosterCode, RosterView } from "#core/sheet/roster/roster-view.ts";
import type { Language } from "#core/wording/language.ts";
import { AskDialog } from "#addin/components/admin/ask-dialog.tsx";
import { recordsWords } from "#addin/wording/records/records-words.ts";
import { rosterWords } from "#addin/wording/records/roster-words.ts";

export interface BatchFill {
  readonly field: string;
  readonly value: string;
  readonly onlyEmpty: boolean;
  /** Keys of the rows it is for; null: all that the roster shows. */
  readonly rows: ReadonlySet<string> | null;
}

export interface BatchDialogProps {
  readonly language: Language;
  readonly view: RosterView;
  /** Keys of the rows that are selected in the sheet. */
  readonly selected: ReadonlySet<string>;
  /** @returns how many cells were filled in. */
  readonly onFill: (fill: BatchFill) => Promise<number>;
  readonly onClose: () => void;
}

/** One value for a column (M4), of the rows that are selected or of all that list and condition have chosen. */
export function BatchDialog({ language, view, selected, onFill, onClose }: BatchDialogProps) {
  const words = recordsWords[language].batch;
  const fields = view.fields.filter(({ edited, sensitive }) => edited === "free" && sensitive !== true);
  const [fill, setFill] = useState<BatchFill>({
    ...{ field: fields[0]?.key ?? "", value: "", onlyEmpty: false },
    // The cell that is active is always selected: only several rows are a choice.
    rows: selected.size > 1 ? selected : null,
  });
  const [busy, setBusy] = useState(false);
  const [nothing, setNothing] = useState(false);
  const { labels } = rosterWords(language);
  const confirm = async () => {
    setBusy(true);
    const filled = await onFill(fill);
    setBusy(false);
    if (filled > 0) onClose();
    else setNothing(true);
  };
  return (
    <AskDialog
      around={{ language }}
      title={words.title}
      confirm={words.confirm}
      request={{ busy, refusal: null }}
      blocked={fill.value.trim() === ""}
      onConfirm={() => fill.value.trim() !== "" && void confirm()}
      onClose={onClose}
    >
      <p>{words.about}</p>
      <Field label={words.rows}>
        <RadioGroup
          value={fill.rows === null ? "all" : "selected"}
          onChange={(_, { value }) => setFill({ ...fill, rows: value === "all" ? null : selected })}
        >
          <Radio value="selected" disabled={selected.size === 0} label={words.selected(selected.size)} />
          <Radio value="all" label={words.all(view.rows.length)} />
        </RadioGroup>
      </Field>
      <Field label={words.field}>
        <Select value={fill.field} onChange={(_, { value }) => setFill({ ...fill, field: value, value: "" })}>
          {fields.map(({ key, label }) => (
            <option key={key} value={key}>
              {label[labels]}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={words.value} {...(nothing ? { validationMessage: words.nothing } : {})}>
        <Value language={language} choices={choicesOf(view, fill.field, language)} fill={fill} onFill={setFill} />
      </Field>
      <Checkbox
        label={words.onlyEmpty}
        checked={fill.onlyEmpty}
        onChange={(_, { checked }) => setFill({ ...fill, onlyEmpty: checked === true })}
      />
    </AskDialog>
  );
}

interface ValueProps {
  readonly language: Language;
  readonly choices: readonly string[];
  readonly fill: BatchFill;
  readonly onFill: (fill: BatchFill) => void;
}

/** What a Field around it gives (its label's id) goes on to the input. */
function Value({ language: _language, choices, fill, onFill, ...given }: ValueProps) {
  if (choices.length === 0)
    return <Input {...given} value={fill.value} onChange={(_, { value }) => onFill({ ...fill, value })} />;
  return (
    <Select {...given} value={fill.value} onChange={(_, { value }) => onFill({ ...fill, value })}>
      <option value="" />
      {choices.map((choice) => (
        <option key={choice}>{choice}</option>
      ))}
    </Select>
  );
}

function choicesOf(view: RosterView, key: string, language: Language): readonly string[] {
  const words = rosterWords(language);
  const field = view.fields.find((candidate) => candidate.key === key);
  if (field?.type === "yes-no") return [words.yes, words.no];
  const codes: readonly RosterCode[] = field?.codes === undefined ? [] : (view.codes[field.codes] ?? []);
  return codes.filter(({ retired }) => retired !== true).map(({ label }) => label[words.labels]);
}
