import { Button, Field, Input, Select } from "@fluentui/react-components";
import { useState } from "react";
import type { RosterAsk } from "#core/sheet/roster/roster-view.ts";
import type { Language } from "#core/wording/language.ts";
import type { UnitChoice } from "#addin/components/units/unit-choice.ts";
import { UnitSelect } from "#addin/components/units/unit-select.tsx";
import { recordsWords } from "#addin/wording/records/records-words.ts";
import { rosterWords } from "#addin/wording/records/roster-words.ts";
import "./records-choice.css";
import "./records.css";

export interface RecordsChoiceProps {
  readonly language: Language;
  readonly units: readonly UnitChoice[];
  /** Keys of the lists that can be opened. */
  readonly lists: readonly string[];
  readonly asked: RosterAsk | null;
  readonly onAsk: (ask: RosterAsk) => void;
}

/** Whose records, which list of them, as of which day, under which condition (M4, M16a, M22). */
export function RecordsChoice({ language, units, lists, asked, onAsk }: RecordsChoiceProps) {
  const words = recordsWords[language];
  const names = rosterWords(language).lists;
  const first: RosterAsk = { list: lists[0] ?? "", unitId: units[0]?.id ?? "", on: null, filter: "" };
  const [ask, setAsk] = useState<RosterAsk>(asked ?? first);
  return (
    <form
      className="records-choice"
      onSubmit={(event) => {
        event.preventDefault();
        onAsk({ ...ask, filter: ask.filter.trim() });
      }}
    >
      <UnitSelect label={words.unit} units={units} unit={ask.unitId} onUnit={(unitId) => setAsk({ ...ask, unitId })} />
      <Field label={words.list}>
        <Select value={ask.list} onChange={(_, { value }) => setAsk({ ...ask, list: value })}>
          {lists.map((key) => (
            <option key={key} value={key}>
              {names[key] ?? key}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={words.on} hint={words.onHint}>
        <Input
          type="date"
          value={ask.on ?? ""}
          onChange={(_, { value }) => setAsk({ ...ask, on: value === "" ? null : value })}
        />
      </Field>
      <Field className="records-filter" label={words.filter} hint={words.filterHint}>
        <Input value={ask.filter} maxLength={300} onChange={(_, { value }) => setAsk({ ...ask, filter: value })} />
      </Field>
      <Button appearance="primary" type="submit">
        {words.open}
      </Button>
    </form>
  );
}
