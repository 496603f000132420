import { Button } from "@fluentui/react-components";
import type { SubmissionView } from "#core/protocol/report/reports.ts";
import type { Language } from "#core/wording/language.ts";
import { PlainTable } from "#addin/components/admin/plain-table.tsx";
import { reportSubmissionWords } from "#addin/wording/report/report-submission-words.ts";
import { sayCellTitle } from "#addin/wording/report/say-cell-title.ts";
import "../report-submission.css";

export interface ChangesSinceProps {
  readonly language: Language;
  readonly changes: SubmissionView["changes"];
  readonly onCell: (cell: string) => void;
}

/** Numbers that the records say otherwise today than what was submitted (R8). */
export function ChangesSince({ language, changes, onCell }: ChangesSinceProps) {
  const words = reportSubmissionWords[language];
  const own = words.changes;
  return (
    <section className="report-part" aria-label={own.title}>
      <h2>{own.title}</h2>
      <p>{own.about}</p>
      <PlainTable<SubmissionView["changes"][number]>
        caption={own.title}
        rows={changes}
        keyOf={({ cell }) => cell}
        empty={own.none}
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
          { key: "what", title: own.what, cell: ({ title }) => sayCellTitle(language, title) },
          { key: "submitted", title: own.submitted, width: "110px", numeric: true, cell: ({ submitted }) => submitted },
          { key: "now", title: own.now, width: "110px", numeric: true, cell: ({ now }) => now },
          {
            key: "difference",
            title: own.difference,
            width: "110px",
            numeric: true,
            cell: ({ submitted, now }) => signed(now - submitted),
          },
        ]}
      />
    </section>
  );
}

function signed(difference: number): string {
  const rounded = Math.round(difference * 100) / 100;
  return rounded > 0 ? `+${String(rounded)}` : String(rounded);
}
