import { Field, Input } from "@fluentui/react-components";
import { useState } from "react";
import type { Day } from "#core/kernel/instant.ts";
import type { Result } from "#core/kernel/result.ts";
import type { Leavings, LeftPerson } from "#core/protocol/records/procedure-lists.ts";
import type { PeopleAnswer, Restore } from "#core/protocol/records/procedures.ts";
import type { Language } from "#core/wording/language.ts";
import { ActBar, whyNotAct } from "#addin/components/procedures/act-bar.tsx";
import { ChoiceSelect, type Choice } from "#addin/components/procedures/choice-select.tsx";
import { FoundTable } from "#addin/components/procedures/found-table.tsx";
import { usePeopleAct } from "#addin/components/procedures/use-people-act.ts";
import { leavingWords } from "#addin/wording/procedures/leaving-words.ts";
import type { ShownRefusal } from "#addin/wording/say-shown-refusal.ts";
import "../procedures.css";

export interface RestoreScreenProps {
  readonly language: Language;
  readonly leavings: Leavings;
  /** Where people can belong. */
  readonly branches: readonly Choice[];
  readonly restore: (asked: Restore) => Promise<Result<PeopleAnswer, ShownRefusal>>;
  readonly onDone: () => void;
}

interface RestoreDraft {
  readonly kind: string;
  readonly on: string;
  readonly branchId: string;
  readonly reason: string;
}

const NOTHING: RestoreDraft = { kind: "", on: "", branchId: "", reason: "" };

/** Who left comes back, by kind and into a branch; the leaving stays in the record (M1b). */
export function RestoreScreen({ language, leavings, branches, restore, onDone }: RestoreScreenProps) {
  const words = leavingWords[language];
  const [draft, setDraft] = useState<RestoreDraft>(NOTHING);
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const { run, ...acted } = usePeopleAct();
  const chosen = leavings.left.filter(({ personId }) => ticked.has(personId));
  const missing = missingOf(draft, language);
  const act = () =>
    void run(
      chosen,
      (ids) => restore({ ...draft, on: draft.on as Day, people: [...ids] }),
      (refused) => {
        setTicked(refused);
        onDone();
      },
    );
  const label = language === "zh-CN" ? "zh" : "en";
  return (
    <section aria-label={words.parts.restore}>
      <div className="procedure-fields">
        <ChoiceSelect
          label={words.restore.kind}
          none={words.choose}
          required
          choices={leavings.restoreKinds.map((kind) => ({ value: kind.code, label: kind.label[label] }))}
          value={draft.kind}
          onValue={(kind) => setDraft({ ...draft, kind })}
        />
        <Field label={words.on} required>
          <Input type="date" value={draft.on} onChange={(_, { value }) => setDraft({ ...draft, on: value })} />
        </Field>
        <ChoiceSelect
          label={words.restore.branch}
          none={words.choose}
          required
          choices={branches}
          value={draft.branchId}
          onValue={(branchId) => setDraft({ ...draft, branchId })}
        />
        <Field label={words.reason} hint={words.reasonHint} required>
          <Input
            value={draft.reason}
            maxLength={500}
            onChange={(_, { value }) => setDraft({ ...draft, reason: value })}
          />
        </Field>
      </div>
      <ActBar
        {...acted}
        language={language}
        label={words.restore.act(chosen.length)}
        whyNot={whyNotAct(chosen.length, missing, words)}
        done={words.restore.done}
        onAct={act}
      />
      <LeftTable language={language} left={leavings.left} ticked={ticked} onTick={setTicked} />
    </section>
  );
}

function missingOf(draft: RestoreDraft, language: Language): readonly string[] {
  const words = leavingWords[language];
  return [
    ...(draft.kind === "" ? [words.restore.kind] : []),
    ...(draft.on === "" ? [words.on] : []),
    ...(draft.branchId === "" ? [words.restore.branch] : []),
    ...(draft.reason.trim().length < 2 ? [words.reason] : []),
  ];
}

interface LeftTableProps {
  readonly language: Language;
  readonly left: readonly LeftPerson[];
  readonly ticked: ReadonlySet<string>;
  readonly onTick: (ticked: ReadonlySet<string>) => void;
}

function LeftTable({ language, left, ticked, onTick }: LeftTableProps) {
  const words = leavingWords[language];
  const { columns } = words;
  return (
    <FoundTable<LeftPerson>
      caption={words.parts.restore}
      find={words.find}
      more={words.more}
      all={words.all}
      rows={left}
      keyOf={({ personId }) => personId}
      nameOf={({ name }) => name}
      ticked={ticked}
      onTick={onTick}
      empty={words.restore.nobody}
      columns={[
        { key: "name", title: columns.name, width: "110px", cell: ({ name }) => name },
        { key: "id", title: columns.idNumber, width: "180px", cell: ({ idNumber }) => idNumber },
        { key: "unit", title: columns.unit, cell: ({ unitName }) => unitName },
        { key: "on", title: columns.leftOn, width: "110px", cell: ({ leftOn }) => leftOn },
        {
          ...{ key: "kind", title: columns.kind, width: "180px" },
          cell: ({ kind }) => kind?.[language === "zh-CN" ? "zh" : "en"] ?? "",
        },
        { key: "authority", title: columns.authority, width: "180px", cell: ({ authority }) => authority },
      ]}
    />
  );
}
