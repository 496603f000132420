import { Input, Select } from "@fluentui/react-components";
import type { AdmissionDue, AdmissionsDue } from "#core/protocol/records/procedure-lists.ts";
import type { Language } from "#core/wording/language.ts";
import { TickedTable } from "#addin/components/procedures/ticked-table.tsx";
import { admissionWords } from "#addin/wording/procedures/admission-words.ts";
import { proposedFor, type AdmissionDraft } from "./admission-draft.ts";
import "./admission.css";

export interface AdmissionTableProps {
  readonly language: Language;
  readonly due: AdmissionsDue;
  readonly draftOf: (personId: string) => AdmissionDraft;
  readonly onDraft: (personId: string, draft: AdmissionDraft) => void;
  readonly ticked: ReadonlySet<string>;
  readonly onTick: (ticked: ReadonlySet<string>) => void;
}

type Typed = Exclude<keyof AdmissionDraft, "joinKind">;

/** A row for each, filled in like a sheet. */
export function AdmissionTable(props: AdmissionTableProps) {
  const { language, due, draftOf, onDraft, ticked, onTick } = props;
  const words = admissionWords[language];
  const box = (person: AdmissionDue, of: { readonly key: Typed; readonly label: string; readonly type?: "date" }) => (
    <Input
      size="small"
      type={of.type ?? "text"}
      aria-label={words.of(person.name, of.label)}
      value={draftOf(person.personId)[of.key]}
      maxLength={of.key === "bookNumber" ? 60 : 200}
      onChange={(_, { value }) => onDraft(person.personId, { ...draftOf(person.personId), [of.key]: value })}
    />
  );
  const { columns } = words;
  return (
    <div className="admission-sheet">
      <TickedTable<AdmissionDue>
        caption={words.about}
        all={words.all}
        rows={due.people}
        keyOf={({ personId }) => personId}
        nameOf={({ name }) => name}
        ticked={ticked}
        onTick={onTick}
        empty={words.nobody}
        columns={[
          { key: "who", title: columns.who, cell: (person) => <Who person={person} /> },
          { key: "dates", title: columns.dates, width: "84px", cell: (person) => <Dates {...props} person={person} /> },
          {
            ...{ key: "joined", title: words.joinedOn, width: "132px" },
            cell: (person) => box(person, { key: "joinedOn", label: words.joinedOn, type: "date" }),
          },
          { key: "kind", title: columns.kind, width: "150px", cell: (person) => <Kind {...props} person={person} /> },
          {
            ...{ key: "committee", title: words.committee, width: "140px" },
            cell: (person) => box(person, { key: "committee", label: words.committee }),
          },
          {
            ...{ key: "approved", title: words.approvedOn, width: "132px" },
            cell: (person) => box(person, { key: "approvedOn", label: words.approvedOn, type: "date" }),
          },
          {
            ...{ key: "book", title: columns.bookNumber, width: "120px" },
            cell: (person) => box(person, { key: "bookNumber", label: columns.bookNumber }),
          },
        ]}
      />
    </div>
  );
}

function Dates({ language, person }: Pick<AdmissionTableProps, "language"> & { readonly person: AdmissionDue }) {
  return (
    <>
      {person.birthDate}
      <br />
      {person.trainingOn === "" ? admissionWords[language].noTraining : person.trainingOn}
    </>
  );
}

function Who({ person }: { readonly person: AdmissionDue }) {
  return (
    <>
      {person.name}
      <br />
      <span className="procedure-hint">{person.unitName}</span>
    </>
  );
}

/** What the age proposes, or another kind, which is a finding to explain (M9). */
function Kind({ language, due, draftOf, onDraft, person }: AdmissionTableProps & { readonly person: AdmissionDue }) {
  const words = admissionWords[language];
  const label = language === "zh-CN" ? "zh" : "en";
  const draft = draftOf(person.personId);
  const proposed = proposedFor(person, draft, due.rules);
  const called = due.joinKinds.find(({ code }) => code === proposed)?.label[label];
  return (
    <Select
      size="small"
      aria-label={words.of(person.name, words.columns.kind)}
      value={draft.joinKind}
      onChange={(_, { value }) => onDraft(person.personId, { ...draft, joinKind: value })}
    >
      <option value="">{called === undefined ? words.proposedLater : words.proposed(called)}</option>
      {due.joinKinds.map((kind) => (
        <option key={kind.code} value={kind.code}>
          {kind.label[label]}
        </option>
      ))}
    </Select>
  );
}
