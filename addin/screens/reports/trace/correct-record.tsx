import { Button, Field, Input, Select } from "@fluentui/react-components";
import { useState } from "react";
import type { Result } from "#core/kernel/result.ts";
import type { FieldDefinition } from "#core/people/field/field.ts";
import type { WhatIfView } from "#core/protocol/report/report-tracing.ts";
import { rosterColumns, type RosterColumn } from "#core/sheet/roster/roster-columns.ts";
import type { RosterRow, RosterView } from "#core/sheet/roster/roster-view.ts";
import type { Language } from "#core/wording/language.ts";
import { RefusalBar } from "#addin/components/admin/refusal-bar.tsx";
import { useRequest } from "#addin/components/admin/use-request.ts";
import { reportTraceWords } from "#addin/wording/report/report-trace-words.ts";
import { rosterWords } from "#addin/wording/records/roster-words.ts";
import type { ShownRefusal } from "#addin/wording/say-shown-refusal.ts";
import { newEntryOf } from "./new-entry-of.ts";
import { WhatIf } from "./what-if.tsx";

/** A record as a roster has it, or as its card does. */
export interface Correctable extends Pick<RosterView, "fields" | "codes"> {
  readonly row: RosterRow;
  readonly mayWork: boolean;
}

export interface Correction {
  readonly field: string;
  /** As it would be typed into a roster. */
  readonly value: string;
  readonly reason: string;
}

export interface CorrectRecordProps {
  readonly language: Language;
  readonly record: Correctable;
  /** Fields that the number looked at come first. */
  readonly looked: readonly string[];
  readonly whatIf: (correction: Correction) => Promise<Result<WhatIfView, ShownRefusal>>;
  readonly save: (correction: Correction) => Promise<Result<unknown, ShownRefusal>>;
  readonly onSaved: () => void;
  readonly onCell: (cell: string) => void;
}

/** One field of the record behind a number; what would move is shown before it is saved (R5, R12). */
export function CorrectRecord(props: CorrectRecordProps) {
  const { language, record } = props;
  const words = reportTraceWords[language].correct;
  const columns = correctableColumns(props);
  const [field, setField] = useState(columns[0]?.field.key ?? "");
  const columnOf = (key: string) => columns.find((each) => each.field.key === key);
  const [value, setValue] = useState(() => shownNow(columnOf(field), record));
  const [reason, setReason] = useState("");
  const [seen, setSeen] = useState<WhatIfView | null>(null);
  const request = useRequest();
  const column = columnOf(field);
  if (!record.mayWork || !column) return <p className="report-hint">{words.locked}</p>;
  const present = shownNow(column, record);
  const isChanged = value.trim() !== present.trim();
  const correction = { field, value: value.trim(), reason: reason.trim() };
  const change = (next: string) => {
    setValue(next);
    setSeen(null);
  };
  const choose = (next: string) => {
    setField(next);
    change(shownNow(columnOf(next), record));
  };
  return (
    <section className="trace-correct" aria-label={words.title}>
      <h3>{words.title}</h3>
      <Field label={words.field} size="small" hint={words.now(present === "" ? words.empty : present)}>
        <FieldChoice columns={columns} field={field} onField={choose} />
      </Field>
      <ValueField label={words.value} column={column} value={value} onValue={change} />
      <NewEntry language={language} record={record} field={column.field} typed={value} />
      <Field label={words.reason} size="small">
        <Input size="small" maxLength={500} value={reason} onChange={(_, data) => setReason(data.value)} />
      </Field>
      <RefusalBar around={{ language }} refusal={request.refusal} />
      {seen && <WhatIf language={language} moved={seen} onCell={props.onCell} />}
      <div className="report-acts">
        <Button
          size="small"
          disabledFocusable={request.busy || !isChanged}
          onClick={() => isChanged && void request.run(() => props.whatIf(correction), setSeen)}
        >
          {words.look}
        </Button>
        <Button
          size="small"
          appearance="primary"
          disabledFocusable={request.busy || seen === null}
          onClick={() => seen !== null && void request.run(() => props.save(correction), props.onSaved)}
        >
          {words.save}
        </Button>
      </div>
    </section>
  );
}

/** Numbers that are only shown masked are corrected on the person's card. */
function correctableColumns({ language, record, looked }: CorrectRecordProps): readonly RosterColumn[] {
  const free = rosterColumns(record, rosterWords(language)).filter(
    ({ field }) => field.edited === "free" && field.sensitive !== true,
  );
  const rank = ({ field }: RosterColumn): number => {
    const at = looked.indexOf(field.key);
    return at < 0 ? looked.length : at;
  };
  return free.toSorted((a, b) => rank(a) - rank(b));
}

interface NewEntryProps extends Pick<CorrectRecordProps, "language" | "record"> {
  readonly field: FieldDefinition;
  readonly typed: string;
}

function NewEntry({ language, record, field, typed }: NewEntryProps) {
  const words = reportTraceWords[language].correct;
  const begins = newEntryOf(field, { typed, fields: record.fields, facts: record.row.facts });
  if (begins === null) return null;
  return (
    <p className="report-hint" role="status">
      {begins.before === "ends" ? words.begins(begins.from) : words.beginsBeside(begins.from)}
    </p>
  );
}

/** As it would be typed. */
function shownNow(column: RosterColumn | undefined, { row }: Correctable): string {
  const text = row.facts[column?.field.key ?? ""] ?? "";
  return column === undefined || text === "" ? "" : String(column.show(text) ?? "");
}

interface FieldChoiceProps {
  readonly columns: readonly RosterColumn[];
  readonly field: string;
  readonly onField: (field: string) => void;
}

function FieldChoice({ columns, field, onField, ...given }: FieldChoiceProps) {
  return (
    <Select {...given} size="small" value={field} onChange={(_, data) => onField(data.value)}>
      {columns.map(({ field: each, label }) => (
        <option key={each.key} value={each.key}>
          {label}
        </option>
      ))}
    </Select>
  );
}

interface ValueFieldProps {
  readonly label: string;
  readonly column: RosterColumn;
  readonly value: string;
  readonly onValue: (value: string) => void;
}

function ValueField({ label, column, value, onValue }: ValueFieldProps) {
  const { constraint } = column.constraint;
  return (
    <Field label={label} size="small">
      {constraint?.type === "list" ? (
        <Select size="small" value={value} onChange={(_, data) => onValue(data.value)}>
          <option value="" />
          {/* A retired code is no choice any more, and yet what stands there. */}
          {value !== "" && !constraint.choices.includes(value) && <option value={value}>{value}</option>}
          {constraint.choices.map((choice) => (
            <option key={choice} value={choice}>
              {choice}
            </option>
          ))}
        </Select>
      ) : (
        <Input
          size="small"
          type={column.field.type === "day" ? "date" : "text"}
          value={value}
          maxLength={500}
          onChange={(_, data) => onValue(data.value)}
        />
      )}
    </Field>
  );
}
