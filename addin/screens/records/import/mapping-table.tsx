import { MessageBar, MessageBarBody, Select } from "@fluentui/react-components";
import type { ImportField, InspectedColumn } from "#core/protocol/records/imports.ts";
import type { Language } from "#core/wording/language.ts";
import { PlainTable } from "#addin/components/admin/plain-table.tsx";
import { importWords } from "#addin/wording/records/import-words.ts";
import { rosterWords } from "#addin/wording/records/roster-words.ts";
import { draftProblems, type DraftColumn, type TableChoice } from "./import-draft.ts";

export interface MappingTableProps {
  readonly language: Language;
  readonly chosen: TableChoice;
  readonly fields: readonly ImportField[];
  readonly draft: readonly DraftColumn[];
  readonly onDraft: (draft: readonly DraftColumn[]) => void;
}

/** What each column of the file holds: proposed, and changed by whoever knows better. */
export function MappingTable({ language, chosen, fields, draft, onDraft }: MappingTableProps) {
  const words = importWords[language];
  const { labels } = rosterWords(language);
  const labelOf = (key: string) => fields.find((field) => field.key === key)?.label[labels] ?? key;
  const names = fields.map(({ key, label }) => ({ key, name: label[labels] }));
  const change = (index: number, next: Partial<DraftColumn>) =>
    onDraft(draft.map((column) => (column.index === index ? { ...column, ...next } : column)));
  const at = (index: number): DraftColumn =>
    draft.find((column) => column.index === index) ?? { index, field: null, edition: null };
  return (
    <>
      {draftProblems(chosen, draft).map(({ code, field }) => (
        <MessageBar key={`${code} ${field}`} intent="warning" layout="multiline">
          <MessageBarBody>
            {code === "conflict" ? words.conflict(labelOf(field)) : words.editionMissing(labelOf(field))}
          </MessageBarBody>
        </MessageBar>
      ))}
      <PlainTable<InspectedColumn>
        caption={words.mapping}
        rows={chosen.table.columns}
        keyOf={({ index }) => String(index)}
        empty={words.noTable}
        columns={[
          { key: "header", title: words.header, width: "22%", cell: ({ header }) => header },
          { key: "samples", title: words.samples, cell: ({ samples }) => samples.join("；") },
          {
            key: "field",
            title: words.field,
            width: "220px",
            cell: ({ index, header }) => (
              <FieldChoice
                label={`${words.field}：${header}`}
                none={words.notTaken}
                names={names}
                field={at(index).field}
                onField={(field) => change(index, { field, edition: null })}
              />
            ),
          },
          {
            key: "edition",
            title: words.edition,
            width: "130px",
            cell: ({ index, header }) => (
              <Edition
                label={`${words.edition}：${header}`}
                editions={fields.find(({ key }) => key === at(index).field)?.editions ?? []}
                edition={at(index).edition}
                onEdition={(edition) => change(index, { edition })}
              />
            ),
          },
          { key: "why", title: "", width: "110px", cell: ({ by }) => words.why[by] },
        ]}
      />
    </>
  );
}

interface FieldChoiceProps {
  readonly label: string;
  readonly none: string;
  readonly names: readonly { readonly key: string; readonly name: string }[];
  readonly field: string | null;
  readonly onField: (field: string | null) => void;
}

function FieldChoice({ label, none, names, field, onField }: FieldChoiceProps) {
  return (
    <Select
      size="small"
      aria-label={label}
      value={field ?? ""}
      onChange={(_, { value }) => onField(value === "" ? null : value)}
    >
      <option value="">{none}</option>
      {names.map(({ key, name }) => (
        <option key={key} value={key}>
          {name}
        </option>
      ))}
    </Select>
  );
}

interface EditionProps {
  readonly label: string;
  readonly editions: readonly string[];
  readonly edition: string | null;
  readonly onEdition: (edition: string | null) => void;
}

function Edition({ label, editions, edition, onEdition }: EditionProps) {
  if (editions.length < 2) return null;
  return (
    <Select
      size="small"
      aria-label={label}
      value={edition ?? ""}
      onChange={(_, { value }) => onEdition(value === "" ? null : value)}
    >
      <option value="" />
      {editions.map((each) => (
        <option key={each}>{each}</option>
      ))}
    </Select>
  );
}
