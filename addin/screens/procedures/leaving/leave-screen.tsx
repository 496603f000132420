import { useState } from "react";
import type { Result } from "#core/kernel/result.ts";
import type { Day } from "#core/kernel/instant.ts";
import type { Leave, PeopleAnswer } from "#core/protocol/records/procedures.ts";
import type { FoundPerson } from "#core/protocol/records/records.ts";
import type { Stage } from "#core/people/person/stage.ts";
import type { RosterCode } from "#core/sheet/roster/roster-view.ts";
import type { Language } from "#core/wording/language.ts";
import { useAsk } from "#addin/components/dialogs/use-ask.tsx";
import { personIdOf } from "#addin/components/people/person-asked.ts";
import { PersonPicker, type SearchPeople } from "#addin/components/people/person-picker.tsx";
import { ActBar, whyNotAct } from "#addin/components/procedures/act-bar.tsx";
import { FoundTable } from "#addin/components/procedures/found-table.tsx";
import { usePeopleAct } from "#addin/components/procedures/use-people-act.ts";
import { leavingWords } from "#addin/wording/procedures/leaving-words.ts";
import { recordPagesWords } from "#addin/wording/records/record-pages-words.ts";
import type { ShownRefusal } from "#addin/wording/say-shown-refusal.ts";
import { LeaveFields, missingLeaveFields, NO_LEAVE, type LeaveDraft } from "./leave-fields.tsx";
import "../procedures.css";
import "./leaving.css";

/** Somebody who may leave. */
export interface LeavingPerson {
  readonly personId: string;
  readonly name: string;
  readonly idNumber: string;
  readonly unitName: string;
  readonly stage: Stage | null;
}

export interface LeaveScreenProps {
  readonly language: Language;
  readonly people: readonly LeavingPerson[];
  readonly kinds: readonly RosterCode[];
  readonly grounds: readonly RosterCode[];
  readonly groundedKinds: readonly string[];
  readonly search: SearchPeople;
  readonly leave: (asked: Leave) => Promise<Result<PeopleAnswer, ShownRefusal>>;
  readonly onDone: () => void;
}

/** Leaving by kind, date and authority, for one person or for many (M1b). */
export function LeaveScreen(props: LeaveScreenProps) {
  const { language, kinds, grounds, groundedKinds } = props;
  const words = leavingWords[language];
  const [draft, setDraft] = useState<LeaveDraft>(NO_LEAVE);
  const [found, setFound] = useState<readonly FoundPerson[]>([]);
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const { run, ...acted } = usePeopleAct();
  const { ask, question } = useAsk(language);
  const people = withFound(props.people, found);
  const chosen = people.filter(({ personId }) => ticked.has(personId));
  const missing = missingLeaveFields(draft, language);
  const kind = kinds.find(({ code }) => code === draft.kind)?.label[language === "zh-CN" ? "zh" : "en"] ?? "";
  const act = async () => {
    const names = chosen.map(({ name }) => name).join("、");
    const confirm = words.leave.act(chosen.length);
    if (!(await ask({ title: kind, text: words.leave.ask(names, kind), confirm }))) return;
    await run(
      chosen,
      (ids) => props.leave({ ...draft, on: draft.on as Day, people: [...ids] }),
      (refused) => {
        setTicked(refused);
        setFound(found.filter((person) => refused.has(personIdOf(person))));
        props.onDone();
      },
    );
  };
  return (
    <section aria-label={words.parts.leave}>
      {question}
      <LeaveFields {...{ language, draft, kinds, grounds, groundedKinds }} onDraft={setDraft} />
      <ActBar
        {...acted}
        language={language}
        label={words.leave.act(chosen.length)}
        whyNot={whyNotAct(chosen.length, missing, words)}
        done={words.leave.done}
        onAct={() => void act()}
      />
      <div className="leaving-finder">
        <PersonPicker
          key={found.length}
          language={language}
          label={words.leave.person}
          search={props.search}
          person={null}
          onPerson={(person) => {
            if (!person) return;
            setFound([person, ...found]);
            setTicked(new Set([...ticked, personIdOf(person)]));
          }}
        />
      </div>
      <PeopleTable language={language} people={people} ticked={ticked} onTick={setTicked} />
    </section>
  );
}

type PeopleTableProps = Pick<LeaveScreenProps, "language" | "people"> & {
  readonly ticked: ReadonlySet<string>;
  readonly onTick: (ticked: ReadonlySet<string>) => void;
};

function PeopleTable({ language, people, ticked, onTick }: PeopleTableProps) {
  const words = leavingWords[language];
  const { stages } = recordPagesWords[language];
  const { columns } = words;
  return (
    <FoundTable<LeavingPerson>
      caption={words.parts.leave}
      find={words.find}
      more={words.more}
      all={words.all}
      rows={people}
      keyOf={({ personId }) => personId}
      nameOf={({ name }) => name}
      ticked={ticked}
      onTick={onTick}
      empty={words.leave.nobody}
      columns={[
        { key: "name", title: columns.name, width: "120px", cell: ({ name }) => name },
        { key: "id", title: columns.idNumber, width: "190px", cell: ({ idNumber }) => idNumber },
        { key: "unit", title: columns.unit, cell: ({ unitName }) => unitName },
        {
          ...{ key: "stage", title: columns.stage, width: "150px" },
          cell: ({ stage }) => (stage ? stages[stage] : ""),
        },
      ]}
    />
  );
}

/** Whoever was looked for stands first. */
function withFound(people: readonly LeavingPerson[], found: readonly FoundPerson[]): readonly LeavingPerson[] {
  const first = found.map((person): LeavingPerson => {
    const { name, idNumber, unitName, stage } = person;
    return { personId: personIdOf(person), name, idNumber, unitName, stage };
  });
  const ids = new Set(first.map(({ personId }) => personId));
  return [...first, ...people.filter(({ personId }) => !ids.has(personId))];
}
