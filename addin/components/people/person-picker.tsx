import { Button, Field, Input, Radio, RadioGroup } from "@fluentui/react-components";
import { useState } from "react";
import type { Result } from "#core/kernel/result.ts";
import type { FoundPerson, Search, SearchAnswer } from "#core/protocol/records/records.ts";
import type { Language } from "#core/wording/language.ts";
import { personPickerWords } from "#addin/wording/records/person-picker-words.ts";
import { sayShownRefusal, type ShownRefusal } from "#addin/wording/say-shown-refusal.ts";
import { useRequest } from "../admin/use-request.ts";
import { personAsked } from "./person-asked.ts";
import "./people.css";

export type SearchPeople = (asked: Search) => Promise<Result<SearchAnswer, ShownRefusal>>;

export interface PersonPickerProps {
  readonly language: Language;
  readonly label: string;
  readonly search: SearchPeople;
  readonly person: FoundPerson | null;
  readonly onPerson: (person: FoundPerson | null) => void;
  readonly required?: boolean;
}

/** One person of the officer's own, found by exact name, ID number or mobile; whoever is found alone is chosen at once. */
export function PersonPicker({ language, label, search, person, onPerson, required = false }: PersonPickerProps) {
  const words = personPickerWords[language];
  if (!person) return <PersonFinder {...{ language, label, search, onPerson, required }} />;
  return (
    <Field label={label} required={required}>
      <div className="person-chosen" role="group" aria-label={label}>
        <span>{describe(person)}</span>
        <Button size="small" onClick={() => onPerson(null)} aria-label={`${words.another}：${label}`}>
          {words.another}
        </Button>
      </div>
    </Field>
  );
}

/** What tells namesakes apart. */
export function describe({ name, idNumber, unitName }: FoundPerson): string {
  return [name, idNumber, unitName].filter((part) => part !== "").join("　");
}

function PersonFinder({ language, label, search, onPerson, required = false }: Omit<PersonPickerProps, "person">) {
  const words = personPickerWords[language];
  const [text, setText] = useState("");
  const [answer, setAnswer] = useState<SearchAnswer | null>(null);
  const request = useRequest();
  const found = (answered: SearchAnswer) => {
    setAnswer(answered);
    const [only, ...others] = answered.people;
    if (only && others.length === 0) onPerson(only);
  };
  const find = () => {
    if (text.trim() !== "") void request.run(() => search(personAsked(text)), found);
  };
  return (
    <div className="person-finder">
      <Field
        label={label}
        hint={words.hint}
        required={required}
        validationMessage={request.refusal ? sayShownRefusal(language, request.refusal) : notFound(language, answer)}
      >
        <Input
          value={text}
          maxLength={100}
          autoComplete="off"
          onChange={(_, { value }) => setText(value)}
          onKeyDown={({ key, nativeEvent }) => {
            if (key === "Enter" && !nativeEvent.isComposing) find();
          }}
          contentAfter={
            <Button size="small" appearance="subtle" disabledFocusable={request.busy} onClick={find}>
              {words.find}
            </Button>
          }
        />
      </Field>
      <div role="status">
        {answer && answer.people.length > 1 && (
          <Namesakes label={words.choose(answer.people.length)} people={answer.people} onPerson={onPerson} />
        )}
      </div>
    </div>
  );
}

function notFound(language: Language, answer: SearchAnswer | null): string | null {
  const words = personPickerWords[language];
  if (!answer || answer.people.length > 0) return null;
  return answer.elsewhere ? words.elsewhere(answer.elsewhere.unitName) : words.nobody;
}

interface NamesakesProps {
  readonly label: string;
  readonly people: readonly FoundPerson[];
  readonly onPerson: (person: FoundPerson) => void;
}

function Namesakes({ label, people, onPerson }: NamesakesProps) {
  const choose = (record: string) => {
    const chosen = people.find((one) => one.record === record);
    if (chosen) onPerson(chosen);
  };
  return (
    <Field label={label}>
      <RadioGroup onChange={(_, { value }) => choose(value)}>
        {people.map((one) => (
          <Radio key={one.record} value={one.record} label={describe(one)} />
        ))}
      </RadioGroup>
    </Field>
  );
}
