import { Button, Field, Input, MessageBar, MessageBarBody } from "@fluentui/react-components";
import { useState } from "react";
import type { Result } from "#core/kernel/result.ts";
import type { FoundPerson, SearchAnswer } from "#core/protocol/records/records.ts";
import type { Language } from "#core/wording/language.ts";
import { PlainTable } from "#addin/components/admin/plain-table.tsx";
import { RefusalBar } from "#addin/components/admin/refusal-bar.tsx";
import { useRequest } from "#addin/components/admin/use-request.ts";
import { recordPagesWords } from "#addin/wording/records/record-pages-words.ts";
import type { ShownRefusal } from "#addin/wording/say-shown-refusal.ts";
import "./records.css";

export interface SearchAsked {
  readonly name: string;
  readonly idNumber: string;
  readonly mobile: string;
}

export interface SearchScreenProps {
  readonly language: Language;
  readonly search: (asked: SearchAsked) => Promise<Result<SearchAnswer, ShownRefusal>>;
  readonly onCard: (person: FoundPerson) => void;
}

/** Exact ID number, name or mobile; what is elsewhere is told as M3 says. */
export function SearchScreen({ language, search, onCard }: SearchScreenProps) {
  const words = recordPagesWords[language].search;
  const [asked, setAsked] = useState<SearchAsked>({ name: "", idNumber: "", mobile: "" });
  const [answer, setAnswer] = useState<SearchAnswer | null>(null);
  const request = useRequest();
  const isEmpty = [asked.name, asked.idNumber, asked.mobile].every((text) => text.trim() === "");
  return (
    <section aria-label={words.title}>
      <p>{words.about}</p>
      <form
        className="records-choice"
        onSubmit={(event) => {
          event.preventDefault();
          if (!isEmpty) void request.run(() => search(asked), setAnswer);
        }}
      >
        {(["name", "idNumber", "mobile"] as const).map((key) => (
          <Field key={key} label={words[key]}>
            <Input
              value={asked[key]}
              maxLength={100}
              autoComplete="off"
              onChange={(_, { value }) => setAsked({ ...asked, [key]: value })}
            />
          </Field>
        ))}
        <Button appearance="primary" type="submit" disabledFocusable={isEmpty || request.busy}>
          {words.find}
        </Button>
      </form>
      <RefusalBar around={{ language }} refusal={request.refusal} />
      <div role="status">{answer && <Found language={language} answer={answer} onCard={onCard} />}</div>
    </section>
  );
}

function Found({ language, answer, onCard }: Pick<SearchScreenProps, "language" | "onCard"> & FoundAnswer) {
  const words = recordPagesWords[language].search;
  const { people, elsewhere } = answer;
  return (
    <>
      {elsewhere && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>
            {elsewhere.left ? words.left(elsewhere.unitName) : words.elsewhere(elsewhere.unitName)}
          </MessageBarBody>
        </MessageBar>
      )}
      {people.length === 0 && !elsewhere && <p>{words.nobody}</p>}
      {people.length > 0 && <PeopleTable language={language} caption={words.title} people={people} onCard={onCard} />}
    </>
  );
}

interface FoundAnswer {
  readonly answer: SearchAnswer;
}

export interface PeopleTableProps {
  readonly language: Language;
  readonly caption: string;
  readonly people: readonly FoundPerson[];
  readonly onCard: (person: FoundPerson) => void;
}

/** People by what tells them apart; numbers are masked. */
export function PeopleTable({ language, caption, people, onCard }: PeopleTableProps) {
  const all = recordPagesWords[language];
  const words = all.search;
  return (
    <PlainTable
      caption={caption}
      rows={people}
      keyOf={({ record }) => record}
      empty={words.nobody}
      columns={[
        { key: "name", title: words.name, width: "120px", cell: ({ name }) => name },
        { key: "id", title: words.idNumber, width: "190px", cell: ({ idNumber }) => idNumber },
        { key: "born", title: words.born, width: "110px", cell: ({ birthDate }) => birthDate },
        { key: "unit", title: all.unit, cell: ({ unitName }) => unitName },
        { key: "stage", title: words.stage, width: "110px", cell: ({ stage }) => (stage ? all.stages[stage] : "") },
        {
          key: "card",
          title: "",
          width: "100px",
          cell: (person) => (
            <Button size="small" onClick={() => onCard(person)} aria-label={`${words.card}：${person.name}`}>
              {words.card}
            </Button>
          ),
        },
      ]}
    />
  );
}
