import { Button, Field, Input, Select, SpinButton } from "@fluentui/react-components";
import { useState } from "react";
import { electionDue } from "#core/people/unit-changes/decide-unit-change.ts";
import type { Day } from "#core/kernel/instant.ts";
import type { FoundPerson } from "#core/protocol/records/records.ts";
import type { ReportElection } from "#core/protocol/records/unit-changes.ts";
import type { RosterRow } from "#core/sheet/roster/roster-view.ts";
import { AskDialog } from "#addin/components/admin/ask-dialog.tsx";
import { useRequest } from "#addin/components/admin/use-request.ts";
import { personIdOf } from "#addin/components/people/person-asked.ts";
import { PersonPicker } from "#addin/components/people/person-picker.tsx";
import { electionsWords } from "#addin/wording/procedures/elections-words.ts";
import { rosterWords } from "#addin/wording/records/roster-words.ts";
import type { ElectionsScreenProps } from "./elections-screen-props.ts";

export interface ElectionDialogProps extends ElectionsScreenProps {
  readonly unit: RosterRow;
  readonly onDone: (due: string) => void;
  readonly onClose: () => void;
}

interface Draft {
  readonly electedOn: string;
  readonly term: number;
  readonly way: string;
  readonly document: string;
  readonly secretary: FoundPerson | null;
  readonly deputies: readonly (FoundPerson | null)[];
  readonly reason: string;
}

const MOST_DEPUTIES = 10;

/** The result of one election, as its document has it (M19, M5). */
export function ElectionDialog(props: ElectionDialogProps) {
  const { language, unit } = props;
  const words = electionsWords[language];
  const [draft, setDraft] = useState<Draft>({
    ...{
      electedOn: "",
      term: Number(unit.facts["electionTerm"] ?? "") || 3,
      way: waysOf(props)[0]?.code ?? "",
      document: "",
    },
    ...{ secretary: null, deputies: [], reason: "" },
  });
  const request = useRequest();
  const asked = askedOf(unit, draft);
  const set = (part: Partial<Draft>) => setDraft({ ...draft, ...part });
  return (
    <AskDialog
      around={{ language }}
      title={words.title(unit.facts["name"] ?? "")}
      confirm={words.confirm}
      request={request}
      blocked={asked === null}
      width="640px"
      onConfirm={() =>
        asked &&
        void request.run(
          () => props.report(asked),
          ({ due }) => props.onDone(due),
        )
      }
      onClose={props.onClose}
    >
      <p>{words.explain}</p>
      <Term {...props} draft={draft} onDraft={set} />
      <Leaders {...props} draft={draft} onDraft={set} />
      <Field label={words.reason}>
        <Input value={draft.reason} maxLength={500} onChange={(_, { value }) => set({ reason: value })} />
      </Field>
    </AskDialog>
  );
}

function waysOf({ view }: ElectionsScreenProps) {
  return view.codes["election-way"] ?? [];
}

interface PartProps extends ElectionDialogProps {
  readonly draft: Draft;
  readonly onDraft: (part: Partial<Draft>) => void;
}

/** When, for how long, how, by which document; when the next one is due follows. */
function Term(props: PartProps) {
  const { language, today, draft, onDraft: set } = props;
  const words = electionsWords[language];
  return (
    <div className="procedure-fields">
      <Field label={words.electedOn} required>
        <Input type="date" max={today} value={draft.electedOn} onChange={(_, { value }) => set({ electedOn: value })} />
      </Field>
      <Field label={words.term} required>
        <SpinButton
          value={draft.term}
          min={1}
          max={10}
          onChange={(_, { value, displayValue }) => set({ term: value ?? (Number(displayValue) || draft.term) })}
        />
      </Field>
      <Field label={words.due}>
        <output className="procedure-output">{dueOf(draft) ?? words.dueUnknown}</output>
      </Field>
      <Field label={words.way} required>
        <Select value={draft.way} onChange={(_, { value }) => set({ way: value })}>
          {waysOf(props).map(({ code, label }) => (
            <option key={code} value={code}>
              {label[rosterWords(language).labels]}
            </option>
          ))}
        </Select>
      </Field>
      <Field className="procedure-wide" label={words.document} hint={words.documentHint} required>
        <Input value={draft.document} maxLength={60} onChange={(_, { value }) => set({ document: value })} />
      </Field>
    </div>
  );
}

/** People of the records: what is known of them is never typed twice (M5). */
function Leaders({ language, search, draft, onDraft }: PartProps) {
  const words = electionsWords[language];
  const { secretary, deputies } = draft;
  const replace = (at: number, person: FoundPerson | null) =>
    onDraft({ deputies: deputies.map((one, index) => (index === at ? person : one)) });
  return (
    <>
      <PersonPicker
        {...{ language, label: words.secretary, search, person: secretary }}
        required
        onPerson={(person) => onDraft({ secretary: person })}
      />
      {deputies.map((person, at) => (
        <div key={`deputy ${String(at)}`} className="procedure-deputy">
          <PersonPicker
            {...{ language, label: words.deputy(at + 1), search, person }}
            onPerson={(chosen) => replace(at, chosen)}
          />
          <Button
            size="small"
            aria-label={`${words.dropDeputy}：${words.deputy(at + 1)}`}
            onClick={() => onDraft({ deputies: deputies.filter((_, index) => index !== at) })}
          >
            {words.dropDeputy}
          </Button>
        </div>
      ))}
      {deputies.length < MOST_DEPUTIES && (
        <div>
          <Button size="small" onClick={() => onDraft({ deputies: [...deputies, null] })}>
            {words.addDeputy}
          </Button>
        </div>
      )}
    </>
  );
}

function dueOf({ electedOn, term }: Draft): string | null {
  return electedOn === "" || term < 1 ? null : electionDue(electedOn as Day, term);
}

/** null: something is missing yet. */
function askedOf({ record }: RosterRow, draft: Draft): ReportElection | null {
  const { electedOn, term, way, secretary, deputies } = draft;
  const document = draft.document.trim();
  if (electedOn === "" || document === "" || secretary === null) return null;
  const deputyIds = deputies.flatMap((person) => (person === null ? [] : [personIdOf(person)]));
  return {
    ...{ unitId: record.slice("unit:".length), electedOn: electedOn as Day, term, way, document },
    ...{ secretaryId: personIdOf(secretary), deputyIds, reason: draft.reason.trim() },
  };
}
