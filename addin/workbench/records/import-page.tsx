import { Field, Select } from "@fluentui/react-components";
import { useState } from "react";
import { RefusalBar } from "#addin/components/admin/refusal-bar.tsx";
import { useRequest } from "#addin/components/admin/use-request.ts";
import { DropFile } from "#addin/screens/records/import/drop-file.tsx";
import { draftOf, tableChoices } from "#addin/screens/records/import/import-draft.ts";
import { importWords } from "#addin/wording/records/import-words.ts";
import type { OpenImport } from "./open-import.ts";
import type { RecordsPageProps } from "./records-page-props.ts";
import { Waits } from "./waits.tsx";
import { ImportMappingStep } from "./import-mapping-step.tsx";
import { ImportPreviewStep } from "./import-preview-step.tsx";

/** People from a foreign spreadsheet (W8): nothing is written before it is confirmed, then all of it. */
export function ImportPage(props: RecordsPageProps) {
  const { client, language, choices } = props;
  const words = importWords[language];
  const [unit, setUnit] = useState(choices[0]?.id ?? "");
  const [open, setOpen] = useState<OpenImport | null>(null);
  const [isEmpty, setEmpty] = useState(false);
  const request = useRequest();
  const read = (file: File) => {
    setEmpty(false);
    void request.run(
      () => client.records.inspectImport(unit, file),
      (seen) => {
        const [chosen] = tableChoices(seen);
        if (chosen) setOpen({ unit, file, seen, chosen, draft: draftOf(chosen), staged: null });
        else setEmpty(true);
      },
    );
  };
  if (open?.staged) {
    return <ImportPreviewStep {...props} open={open} staged={open.staged} onOpen={setOpen} />;
  }
  if (open) return <ImportMappingStep {...props} open={open} onOpen={setOpen} />;
  return (
    <>
      <p>{words.about}</p>
      <Field label={words.unit}>
        <Select value={unit} onChange={(_, { value }) => setUnit(value)}>
          {choices.map(({ id, name, depth }) => (
            <option key={id} value={id}>
              {`${"　".repeat(depth)}${name}`}
            </option>
          ))}
        </Select>
      </Field>
      <DropFile label={words.file} disabled={request.busy} onFile={read} />
      <Waits request={request} text={words.reading} />
      {isEmpty && <p role="alert">{words.noTable}</p>}
      <RefusalBar around={{ language }} refusal={request.refusal} />
    </>
  );
}
