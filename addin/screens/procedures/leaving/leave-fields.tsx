import { Field, Input, Textarea } from "@fluentui/react-components";
import type { RosterCode } from "#core/sheet/roster/roster-view.ts";
import type { Language } from "#core/wording/language.ts";
import { ChoiceSelect } from "#addin/components/procedures/choice-select.tsx";
import { leavingWords } from "#addin/wording/procedures/leaving-words.ts";

export interface LeaveDraft {
  readonly kind: string;
  readonly on: string;
  readonly authority: string;
  /** "" where none is named. */
  readonly ground: string;
  readonly note: string;
  readonly reason: string;
}

export const NO_LEAVE: LeaveDraft = { kind: "", on: "", authority: "", ground: "", note: "", reason: "" };

export interface LeaveFieldsProps {
  readonly language: Language;
  readonly draft: LeaveDraft;
  readonly kinds: readonly RosterCode[];
  readonly grounds: readonly RosterCode[];
  /** Kinds of leaving that have a ground. */
  readonly groundedKinds: readonly string[];
  readonly onDraft: (draft: LeaveDraft) => void;
}

/** Kind, date, authority and note of a leaving (M1b). */
export function LeaveFields({ language, draft, kinds, grounds, groundedKinds, onDraft }: LeaveFieldsProps) {
  const words = leavingWords[language];
  const label = language === "zh-CN" ? "zh" : "en";
  const named = (codes: readonly RosterCode[]) =>
    codes.map(({ code, label: names }) => ({ value: code, label: names[label] }));
  return (
    <div className="procedure-fields">
      <ChoiceSelect
        label={words.leave.kind}
        none={words.choose}
        required
        choices={named(kinds)}
        value={draft.kind}
        onValue={(kind) => onDraft({ ...draft, kind, ground: groundedKinds.includes(kind) ? draft.ground : "" })}
      />
      {groundedKinds.includes(draft.kind) && (
        <ChoiceSelect
          label={words.leave.ground}
          none={words.choose}
          choices={named(grounds)}
          value={draft.ground}
          onValue={(ground) => onDraft({ ...draft, ground })}
        />
      )}
      <Field label={words.on} required>
        <Input type="date" value={draft.on} onChange={(_, { value }) => onDraft({ ...draft, on: value })} />
      </Field>
      <Field label={words.leave.authority} required>
        <Input
          value={draft.authority}
          maxLength={100}
          onChange={(_, { value }) => onDraft({ ...draft, authority: value })}
        />
      </Field>
      <Field label={words.reason} hint={words.reasonHint} required>
        <Input value={draft.reason} maxLength={500} onChange={(_, { value }) => onDraft({ ...draft, reason: value })} />
      </Field>
      <Field className="procedure-wide" label={words.leave.note}>
        <Textarea
          value={draft.note}
          rows={2}
          maxLength={2_000}
          onChange={(_, { value }) => onDraft({ ...draft, note: value })}
        />
      </Field>
    </div>
  );
}

/** Labels of what has to be filled in first. */
export function missingLeaveFields(draft: LeaveDraft, language: Language): readonly string[] {
  const words = leavingWords[language];
  return [
    ...(draft.kind === "" ? [words.leave.kind] : []),
    ...(draft.on === "" ? [words.on] : []),
    ...(draft.authority.trim() === "" ? [words.leave.authority] : []),
    ...(draft.reason.trim().length < 2 ? [words.reason] : []),
  ];
}
