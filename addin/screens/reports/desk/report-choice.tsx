import { Input, Select } from "@fluentui/react-components";
import { useEffect, useState } from "react";
import { parseDay } from "#core/kernel/instant.ts";
import type { ReportSetInfo } from "#core/protocol/report/reports.ts";
import type { ReportAsk } from "#core/sheet/report/report-view.ts";
import type { Language } from "#core/wording/language.ts";
import type { UnitChoice } from "#addin/components/units/unit-choice.ts";
import { reportWords } from "#addin/wording/report/report-words.ts";
import "../reports.css";

export interface ReportChoiceProps {
  readonly language: Language;
  readonly sets: readonly ReportSetInfo[];
  readonly units: readonly UnitChoice[];
  readonly ask: ReportAsk;
  readonly onAsk: (ask: ReportAsk) => void;
}

/** Form, unit, reporting date, in one line above the sheets. */
export function ReportChoice({ language, sets, units, ask, onAsk }: ReportChoiceProps) {
  const words = reportWords[language];
  return (
    <>
      <Select
        size="small"
        aria-label={words.set}
        value={ask.setId}
        onChange={(_, { value }) => onAsk({ ...ask, setId: value })}
      >
        {sets.map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </Select>
      <Select
        size="small"
        className="reports-unit"
        aria-label={words.unit}
        value={ask.unitId}
        onChange={(_, { value }) => onAsk({ ...ask, unitId: value })}
      >
        {units.map(({ id, name, depth }) => (
          <option key={id} value={id}>
            {`${"　".repeat(depth)}${name}`}
          </option>
        ))}
      </Select>
      <DayInput label={words.on} on={ask.on} onDay={(on) => onAsk({ ...ask, on })} />
    </>
  );
}

interface DayInputProps {
  readonly label: string;
  readonly on: string;
  readonly onDay: (on: string) => void;
}

/** Counts again when the field is left, not at each digit of a year. */
function DayInput({ label, on, onDay }: DayInputProps) {
  const [typed, setTyped] = useState(on);
  useEffect(() => setTyped(on), [on]);
  const done = () => {
    if (typed === on) return;
    // Shown until the report is another one: what is asked before leaving may be answered with no.
    setTyped(on);
    if (parseDay(typed) !== undefined) onDay(typed);
  };
  return (
    <Input
      type="date"
      size="small"
      aria-label={label}
      value={typed}
      onChange={(_, { value }) => setTyped(value)}
      onBlur={done}
      onKeyDown={({ key }) => key === "Enter" && done()}
    />
  );
}
