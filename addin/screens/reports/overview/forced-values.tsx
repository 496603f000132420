import { Button } from "@fluentui/react-components";
import type { ReportTableView } from "#core/sheet/report/report-view.ts";
import type { Language } from "#core/wording/language.ts";
import { PlainTable } from "#addin/components/admin/plain-table.tsx";
import { sayInstant } from "#addin/wording/accounts/admin-times.ts";
import { withRemark } from "#addin/wording/labelled.ts";
import { reportSubmissionWords } from "#addin/wording/report/report-submission-words.ts";
import "../report-submission.css";

export interface ForcedValuesProps {
  readonly language: Language;
  readonly tables: readonly ReportTableView[];
  readonly onCell: (cell: string) => void;
}

/** Every number that was changed by hand, with what the records say, who did it and why (R3, R9). */
export function ForcedValues({ language, tables, onCell }: ForcedValuesProps) {
  const words = reportSubmissionWords[language];
  const own = words.findings;
  const forced = tables.flatMap(({ no, cells }) =>
    Object.entries(cells).flatMap(([id, { value, override }]) =>
      override === undefined ? [] : [{ cell: `${no}!${id}`, value, ...override }],
    ),
  );
  return (
    <section className="report-part" aria-label={own.overrides}>
      <h2>{own.overrides}</h2>
      <PlainTable<(typeof forced)[number]>
        caption={own.overrides}
        rows={forced}
        keyOf={({ cell }) => cell}
        empty={own.noOverrides}
        columns={[
          {
            key: "cell",
            title: words.cell,
            width: "110px",
            cell: ({ cell }) => (
              <Button
                size="small"
                appearance="subtle"
                className="report-link"
                aria-label={words.goTo(cell)}
                onClick={() => onCell(cell)}
              >
                {cell}
              </Button>
            ),
          },
          { key: "value", title: own.value, width: "100px", numeric: true, cell: ({ value }) => value ?? "" },
          {
            key: "generated",
            title: own.generated,
            width: "180px",
            numeric: true,
            cell: ({ generated, stale }) => (stale ? withRemark(language, String(generated), own.stale) : generated),
          },
          { key: "who", title: own.who, width: "220px", cell: ({ who, at }) => `${who} ${sayInstant(at)}` },
          { key: "why", title: own.why, cell: ({ reason }) => reason },
        ]}
      />
    </section>
  );
}
