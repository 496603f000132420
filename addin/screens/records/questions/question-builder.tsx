import { Button, Field, Input, Select } from "@fluentui/react-components";
import { useState } from "react";
import type { FieldDefinition, FieldGroup } from "#core/people/field/field.ts";
import type { RecordFields } from "#core/protocol/records/records.ts";
import type { Language } from "#core/wording/language.ts";
import { questionsWords } from "#addin/wording/records/questions-words.ts";
import { labelOf, quoted } from "./question-draft.ts";

export interface QuestionBuilderProps {
  readonly language: Language;
  readonly known: RecordFields;
  readonly condition: string;
  /** What a yearly field is asked for, when nobody says otherwise. */
  readonly year: string;
  readonly onCondition: (condition: string) => void;
}

interface Part {
  readonly field: string;
  readonly by: string;
  readonly value: string;
  readonly join: "and" | "or";
  /** Of a field that is kept by year. */
  readonly year: string;
}

/** Fields, comparisons and values to pick, so that nobody has to know how a condition is written. */
export function QuestionBuilder({ language, known, condition, year, onCondition }: QuestionBuilderProps) {
  const words = questionsWords[language];
  const [part, setPart] = useState<Part>({ field: known.fields[0]?.key ?? "", by: "=", value: "", join: "and", year });
  const field = known.fields.find(({ key }) => key === part.field);
  const needsValue = !isBare(part.by);
  const insert = () => {
    if (!field || (needsValue && part.value.trim() === "")) return;
    const text = textOf(language, field, part);
    onCondition(condition.trim() === "" ? text : `${condition.trimEnd()} ${words.texts[part.join]} ${text}`);
    setPart({ ...part, value: "" });
  };
  return (
    <fieldset className="question-builder">
      <legend>{words.help}</legend>
      <Field label={words.joins.and + " / " + words.joins.or}>
        <Select
          value={part.join}
          onChange={(_, { value }) => setPart({ ...part, join: value === "or" ? "or" : "and" })}
        >
          <option value="and">{words.joins.and}</option>
          <option value="or">{words.joins.or}</option>
        </Select>
      </Field>
      <Field label={words.field}>
        <Select value={part.field} onChange={(_, { value }) => setPart({ ...part, field: value, by: "=", value: "" })}>
          <FieldOptions language={language} fields={known.fields} />
        </Select>
      </Field>
      {field?.yearly === true && <Year {...{ language, part }} onPart={setPart} />}
      <Field label={words.by}>
        <Select value={part.by} onChange={(_, { value }) => setPart({ ...part, by: value })}>
          {comparisons(language, field).map(([by, label]) => (
            <option key={by} value={by}>
              {label}
            </option>
          ))}
        </Select>
      </Field>
      {needsValue && (
        <Field label={words.value}>
          <Value
            choices={choicesOf(language, known, field)}
            part={part}
            placeholder={words.chooseValue}
            onPart={setPart}
          />
        </Field>
      )}
      <Button disabledFocusable={needsValue && part.value.trim() === ""} onClick={insert}>
        {words.insert}
      </Button>
    </fieldset>
  );
}

interface YearProps {
  readonly language: Language;
  readonly part: Part;
  readonly onPart: (part: Part) => void;
}

/** Of a field that is kept by year. */
function Year({ language, part, onPart }: YearProps) {
  return (
    <Field label={questionsWords[language].year}>
      <Input
        className="question-year"
        value={part.year}
        maxLength={4}
        inputMode="numeric"
        onChange={(_, { value }) => onPart({ ...part, year: value })}
      />
    </Field>
  );
}

interface ValueProps {
  readonly choices: readonly string[];
  readonly part: Part;
  readonly placeholder: string;
  readonly onPart: (part: Part) => void;
}

/** What a Field around it gives (its label's id) goes on to the input. */
function Value({ choices, part, placeholder, onPart, ...given }: ValueProps) {
  if (choices.length === 0)
    return <Input {...given} value={part.value} onChange={(_, { value }) => onPart({ ...part, value })} />;
  return (
    <Select {...given} value={part.value} onChange={(_, { value }) => onPart({ ...part, value })}>
      <option value="">{placeholder}</option>
      {choices.map((choice) => (
        <option key={choice}>{choice}</option>
      ))}
    </Select>
  );
}

export interface FieldOptionsProps {
  readonly language: Language;
  readonly fields: readonly FieldDefinition[];
}

/** Fields under the headings of their groups. */
export function FieldOptions({ language, fields }: FieldOptionsProps) {
  const { groups } = questionsWords[language];
  return (Object.keys(groups) as FieldGroup[]).flatMap((group) => {
    const own = fields.filter((field) => field.group === group);
    if (own.length === 0) return [];
    return [
      <optgroup key={group} label={groups[group]}>
        {own.map((field) => (
          <option key={field.key} value={field.key}>
            {labelOf(field, language)}
          </option>
        ))}
      </optgroup>,
    ];
  });
}

const ORDERED: readonly FieldDefinition["type"][] = ["day", "month", "whole", "money"];

function comparisons(language: Language, field: FieldDefinition | undefined): readonly (readonly [string, string])[] {
  const { compare, texts } = questionsWords[language];
  const order = ["<", "<=", ">", ">="].map((sign) => [sign, sign] as const);
  return [
    ["=", compare.is],
    ["!=", compare.isNot],
    ...(field && ORDERED.includes(field.type) ? order : []),
    ...(field?.type === "text" ? [["contains", texts.contains] as const] : []),
    ["filled", compare.filled],
    ["empty", compare.empty],
  ];
}

function isBare(by: string): boolean {
  return by === "filled" || by === "empty";
}

function choicesOf(language: Language, { codes }: RecordFields, field: FieldDefinition | undefined): readonly string[] {
  const { texts } = questionsWords[language];
  if (field?.type === "yes-no") return [texts.yes, texts.no];
  const list = field?.codes === undefined ? [] : (codes[field.codes] ?? []);
  return list.map(({ label }) => label[language === "en" ? "en" : "zh"]);
}

function textOf(language: Language, field: FieldDefinition, { by, value, year }: Part): string {
  const { texts } = questionsWords[language];
  const name = field.yearly === true ? `${labelOf(field, language)}.${year.trim()}` : labelOf(field, language);
  if (by === "filled" || by === "empty") return `${name} ${texts[by]}`;
  return `${name} ${by === "contains" ? texts.contains : by} ${quoted(value.trim())}`;
}
