import { Button, Field, Select } from "@fluentui/react-components";
import { RefusalBar } from "#addin/components/admin/refusal-bar.tsx";
import { useRequest } from "#addin/components/admin/use-request.ts";
import { draftOf, draftProblems, mappingOf, tableChoices } from "#addin/screens/records/import/import-draft.ts";
import { MappingTable } from "#addin/screens/records/import/mapping-table.tsx";
import { importWords } from "#addin/wording/records/import-words.ts";
import type { OpenImport } from "./open-import.ts";
import type { RecordsPageProps } from "./records-page-props.ts";
import { ImportProgress } from "./import-progress.tsx";
import { useImportWatch } from "./use-import-watch.ts";

export interface ImportStepProps extends RecordsPageProps {
  readonly open: OpenImport;
  readonly onOpen: (open: OpenImport | null) => void;
}

/** Which column holds what; the service remembers it for the next file of this layout. */
export function ImportMappingStep({ client, language, open, onOpen }: ImportStepProps) {
  const words = importWords[language];
  const request = useRequest();
  const watch = useImportWatch(client, { unit: open.unit, rows: open.chosen.sheet.rows });
  const choices = tableChoices(open.seen);
  const mapping = draftProblems(open.chosen, open.draft).length === 0 ? mappingOf(open.chosen, open.draft) : null;
  const choose = (at: number) => {
    const chosen = choices[at];
    if (chosen) onOpen({ ...open, chosen, draft: draftOf(chosen) });
  };
  const stage = () => {
    if (!mapping) return;
    const judged = request.run(
      () => watch.during(() => client.records.stageImport(open.unit, open.file, mapping)),
      (staged) => !watch.wasGivenUp() && onOpen({ ...open, staged }),
    );
    // Whoever gave it up need not be told that it was.
    void judged.then(() => watch.wasGivenUp() && request.forget());
  };
  return (
    <section aria-label={words.mapping}>
      <p>{open.file.name}</p>
      {choices.length > 1 && (
        <Field label={words.table}>
          <Select value={String(placeOf(open))} onChange={(_, { value }) => choose(Number(value))}>
            {choices.map(({ sheet, table }, at) => (
              <option key={`${sheet.name} ${table.headerRow}`} value={at}>
                {words.tableOf(sheet.name, table.headerRow)}
              </option>
            ))}
          </Select>
        </Field>
      )}
      <MappingTable
        language={language}
        chosen={open.chosen}
        fields={open.seen.fields}
        draft={open.draft}
        onDraft={(draft) => onOpen({ ...open, draft })}
      />
      <div className="records-acts">
        <Button appearance="primary" disabledFocusable={request.busy || mapping === null} onClick={stage}>
          {words.preview}
        </Button>
        <Button onClick={() => onOpen(null)}>{words.other}</Button>
      </div>
      <ImportProgress language={language} busy={request.busy} watch={watch} />
      <RefusalBar around={{ language }} refusal={request.refusal} />
    </section>
  );
}

function placeOf({ seen, chosen }: OpenImport): number {
  return tableChoices(seen).findIndex(
    ({ sheet, table }) => sheet.name === chosen.sheet.name && table.headerRow === chosen.table.headerRow,
  );
}
