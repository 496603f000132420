import { Field, Input, Textarea } from "@fluentui/react-components";
import { useState } from "react";
import type { ChangeUnit } from "#core/protocol/records/unit-changes.ts";
import { AskDialog } from "#addin/components/admin/ask-dialog.tsx";
import { useRequest } from "#addin/components/admin/use-request.ts";
import type { UnitChoice } from "#addin/components/units/unit-choice.ts";
import { UnitSelect } from "#addin/components/units/unit-select.tsx";
import { unitsWords, type UnitChangeKind } from "#addin/wording/procedures/units-words.ts";
import { sayContents } from "./unit-panel.tsx";
import { mergersOf, movesOf, type PlacedUnit } from "./unit-places.ts";
import type { UnitsScreenProps } from "./units-screen-props.ts";

export interface UnitChangeDialogProps extends UnitsScreenProps {
  readonly unit: PlacedUnit;
  readonly kind: UnitChangeKind;
  readonly onDone: (said: string) => void;
  readonly onClose: () => void;
}

interface Draft {
  readonly on: string;
  readonly reason: string;
  /** New superior, or the unit it goes into. */
  readonly other: string;
  readonly name: string;
  readonly shortName: string;
}

/** One change with its day and reason; a merger says first what follows. */
export function UnitChangeDialog(props: UnitChangeDialogProps) {
  const { language, unit, kind, today } = props;
  const words = unitsWords[language];
  const others = kind === "move" ? movesOf(props.units, unit) : kind === "merge" ? mergersOf(props.units, unit) : [];
  const [draft, setDraft] = useState<Draft>({
    ...{ on: today, reason: "", other: others[0]?.id ?? "" },
    ...{ name: unit.name, shortName: unit.shortName },
  });
  const request = useRequest();
  const asked = askedOf(unit, kind, draft);
  const confirm = () => {
    if (asked)
      void request.run(
        () => props.change(asked),
        (changed) => props.onDone(words.done[kind](unit.name, changed)),
      );
  };
  return (
    <AskDialog
      around={{ language }}
      title={words.titles[kind](unit.name)}
      confirm={words.acts[kind]}
      request={request}
      blocked={asked === null}
      onConfirm={confirm}
      onClose={props.onClose}
    >
      <p>{words.means[kind]}</p>
      {kind === "merge" && <Following {...props} />}
      <Subject language={language} kind={kind} others={others} draft={draft} onDraft={setDraft} />
      <Field label={words.on} hint={words.onHint} required>
        <Input
          type="date"
          max={today}
          value={draft.on}
          onChange={(_, { value }) => setDraft({ ...draft, on: value })}
        />
      </Field>
      <Field label={words.reason} required>
        <Textarea
          value={draft.reason}
          maxLength={500}
          onChange={(_, { value }) => setDraft({ ...draft, reason: value })}
        />
      </Field>
    </AskDialog>
  );
}

function Following({ language, card }: UnitChangeDialogProps) {
  const { posts: _, accounts: __, plans: ___, ...contents } = card.state === "ready" ? card.value.contents : {};
  const what = sayContents(language, contents);
  if (what.length === 0) return null;
  return <p>{unitsWords[language].follow(what.join(language === "en" ? "; " : "，"))}</p>;
}

interface SubjectProps {
  readonly language: UnitChangeDialogProps["language"];
  readonly kind: UnitChangeKind;
  readonly others: readonly UnitChoice[];
  readonly draft: Draft;
  readonly onDraft: (draft: Draft) => void;
}

function Subject({ language, kind, others, draft, onDraft }: SubjectProps) {
  const words = unitsWords[language];
  if (kind === "rename")
    return (
      <>
        <Field label={words.newName} required>
          <Input value={draft.name} maxLength={100} onChange={(_, { value }) => onDraft({ ...draft, name: value })} />
        </Field>
        <Field label={words.shortName} required>
          <Input
            value={draft.shortName}
            maxLength={40}
            onChange={(_, { value }) => onDraft({ ...draft, shortName: value })}
          />
        </Field>
      </>
    );
  if (kind !== "move" && kind !== "merge") return null;
  if (others.length === 0) return <p role="alert">{words.nowhere}</p>;
  return (
    <UnitSelect
      label={kind === "move" ? words.newParent : words.into}
      units={others}
      unit={draft.other}
      onUnit={(other) => onDraft({ ...draft, other })}
    />
  );
}

/** null: something is missing yet. */
function askedOf({ id }: PlacedUnit, kind: UnitChangeKind, draft: Draft): ChangeUnit | null {
  const change = changeOf(kind, draft);
  const reason = draft.reason.trim();
  if (!change || reason.length < 2 || draft.on === "") return null;
  return { unitId: id, on: draft.on as ChangeUnit["on"], reason, change };
}

function changeOf(kind: UnitChangeKind, { other, ...draft }: Draft): ChangeUnit["change"] | null {
  const name = draft.name.trim();
  const shortName = draft.shortName.trim();
  switch (kind) {
    case "move":
      return other === "" ? null : { kind, parentId: other };
    case "merge":
      return other === "" ? null : { kind, intoId: other };
    case "rename":
      return name.length < 2 || shortName.length < 2 ? null : { kind, name, shortName };
    case "revoke":
    case "delete":
      return { kind };
  }
}
