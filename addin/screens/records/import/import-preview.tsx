import { Tab, TabList } from "@fluentui/react-components";
import type { ImportRowView, ImportVerdictName, ImportView } from "#core/protocol/records/imports.ts";
import type { Language } from "#core/wording/language.ts";
import { sayImportRow, sayVerdict } from "#core/wording/say-import-row.ts";
import { LoadArea } from "#addin/components/admin/load-area.tsx";
import type { Loadable } from "#addin/components/admin/loadable.ts";
import { PlainTable } from "#addin/components/admin/plain-table.tsx";
import { importWords } from "#addin/wording/records/import-words.ts";

export interface ImportPreviewProps {
  readonly language: Language;
  readonly view: ImportView;
  readonly verdict: ImportVerdictName;
  readonly onVerdict: (verdict: ImportVerdictName) => void;
  readonly rows: Loadable<readonly ImportRowView[]>;
  readonly onRetry: () => void;
  readonly labelOf: (field: string) => string;
}

const VERDICTS: readonly ImportVerdictName[] = ["new", "changed", "unchanged", "refused", "doubled"];

/** What would become of each row, before anything is written (W8). */
export function ImportPreview(props: ImportPreviewProps) {
  const { language, view, verdict, labelOf } = props;
  const words = importWords[language];
  return (
    <>
      <TabList selectedValue={verdict} onTabSelect={(_, { value }) => props.onVerdict(value as ImportVerdictName)}>
        {VERDICTS.map((each) => (
          <Tab key={each} value={each}>
            {`${sayVerdict(language, each)} ${view.counts[each]}`}
          </Tab>
        ))}
      </TabList>
      <p>{words.counted(view.skipped)}</p>
      <LoadArea around={{ language }} data={props.rows} onRetry={props.onRetry}>
        {(rows) => (
          <>
            <PlainTable
              caption={sayVerdict(language, verdict)}
              rows={rows}
              keyOf={({ row }) => String(row)}
              empty={words.noRows}
              columns={[
                { key: "row", title: words.row, width: "70px", cell: ({ row }) => row },
                { key: "name", title: words.name, width: "140px", cell: ({ detail }) => detail.name },
                { key: "what", title: words.what, cell: (row) => sayImportRow(language, row, labelOf) },
              ]}
            />
            {rows.length < view.counts[verdict] && <p>{words.firstRows(rows.length)}</p>}
          </>
        )}
      </LoadArea>
    </>
  );
}
