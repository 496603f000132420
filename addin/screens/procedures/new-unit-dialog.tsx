import { Field, Input, Select } from "@fluentui/react-components";
import { useState } from "react";
import { parseDay } from "#core/kernel/instant.ts";
import type { MakeUnit } from "#core/protocol/accounts.ts";
import { AskDialog } from "#addin/components/admin/ask-dialog.tsx";
import { useRequest } from "#addin/components/admin/use-request.ts";
import { adminWords } from "#addin/wording/accounts/admin-words.ts";
import { unitsWords } from "#addin/wording/procedures/units-words.ts";
import { kindsBelow, type PlacedUnit } from "./unit-places.ts";
import type { UnitsScreenProps } from "./units-screen-props.ts";

export interface NewUnitDialogProps extends UnitsScreenProps {
  readonly parent: PlacedUnit;
  readonly onDone: (said: string) => void;
  readonly onClose: () => void;
}

/** A unit with the day it was founded (M17): the tree has it from then on. */
export function NewUnitDialog({ language, today, parent, make, onDone, onClose }: NewUnitDialogProps) {
  const words = unitsWords[language];
  const kinds = kindsBelow(parent);
  const kind = kinds.find((each) => each === "branch") ?? kinds[0] ?? "branch";
  const [draft, setDraft] = useState<Draft>({ kind, name: "", shortName: "", code: "", foundedOn: today });
  const request = useRequest();
  const asked = askedOf(parent.id, draft);
  const confirm = () => {
    if (asked)
      void request.run(
        () => make(asked),
        () => onDone(words.new.done(asked.name)),
      );
  };
  const text = (field: "name" | "shortName" | "code", label: string, hint?: string) => (
    <Field label={label} required {...(hint === undefined ? {} : { hint })}>
      <Input value={draft[field]} maxLength={100} onChange={(_, { value }) => setDraft({ ...draft, [field]: value })} />
    </Field>
  );
  return (
    <AskDialog
      around={{ language }}
      title={words.new.title(parent.name)}
      confirm={words.new.confirm}
      request={request}
      blocked={asked === null}
      onConfirm={confirm}
      onClose={onClose}
    >
      <Field label={words.new.kind} required>
        <Select
          value={draft.kind}
          onChange={(_, { value }) => setDraft({ ...draft, kind: kinds.find((each) => each === value) ?? draft.kind })}
        >
          {kinds.map((each) => (
            <option key={each} value={each}>
              {adminWords[language].units[each]}
            </option>
          ))}
        </Select>
      </Field>
      {text("name", words.name)}
      {text("shortName", words.shortName)}
      {text("code", words.new.code, words.new.codeHint)}
      <Field label={words.new.foundedOn} hint={words.new.foundedHint} required>
        <Input
          type="date"
          max={today}
          value={draft.foundedOn}
          onChange={(_, { value }) => setDraft({ ...draft, foundedOn: value })}
        />
      </Field>
    </AskDialog>
  );
}

type Draft = Pick<MakeUnit, "kind" | "name" | "shortName" | "code"> & { readonly foundedOn: string };

/** null: something is missing yet, or cannot be a code. */
function askedOf(parentId: string, { kind, foundedOn, ...draft }: Draft): MakeUnit | null {
  const [name, shortName, code] = [draft.name.trim(), draft.shortName.trim(), draft.code.trim()];
  const fits = name.length >= 2 && shortName.length >= 2 && shortName.length <= 40 && /^[a-z0-9-]{1,40}$/.test(code);
  const founded = parseDay(foundedOn);
  return fits && founded ? { parentId, kind, name, shortName, code, foundedOn: founded } : null;
}
