import { Button } from "@fluentui/react-components";
import type { RollupDifference, RollupView } from "#core/protocol/report/reports.ts";
import type { Language } from "#core/wording/language.ts";
import { PlainTable } from "#addin/components/admin/plain-table.tsx";
import { adminWords } from "#addin/wording/accounts/admin-words.ts";
import { reportSubmissionWords } from "#addin/wording/report/report-submission-words.ts";
import { sayCellTitle } from "#addin/wording/report/say-cell-title.ts";
import "../report-submission.css";

export interface RollupListProps {
  readonly language: Language;
  readonly rollup: RollupView;
  readonly onCell: (cell: string) => void;
}

/** More than anybody compares in one go. */
const MOST_SHOWN = 300;

/** Where the sum of the units below differs from what all records say, and whose doing it is (R9, R13). */
export function RollupList(props: RollupListProps) {
  const words = reportSubmissionWords[props.language].rollup;
  if (props.rollup.units.length > 0) return <Differences {...props} />;
  return (
    <section className="report-part" aria-label={words.title}>
      <h2>{words.title}</h2>
      <p>{words.nobody}</p>
    </section>
  );
}

function Differences({ language, rollup, onCell }: RollupListProps) {
  const words = reportSubmissionWords[language];
  const own = words.rollup;
  const drafts = rollup.units.filter(({ source }) => source === "draft").length;
  const further = rollup.differences.length - MOST_SHOWN;
  return (
    <section className="report-part" aria-label={own.title}>
      <h2>{own.title}</h2>
      <p>{own.about(rollup.units.length, drafts)}</p>
      <PlainTable<RollupDifference>
        caption={own.title}
        rows={rollup.differences.slice(0, MOST_SHOWN)}
        keyOf={({ cell }) => cell}
        empty={own.same}
        columns={[
          {
            key: "cell",
            title: words.cell,
            cell: ({ cell, title }) => (
              <>
                <Button
                  size="small"
                  appearance="subtle"
                  className="report-link"
                  aria-label={words.goTo(cell)}
                  onClick={() => onCell(cell)}
                >
                  {cell}
                </Button>{" "}
                {sayCellTitle(language, title)}
              </>
            ),
          },
          { key: "computed", title: own.computed, width: "90px", numeric: true, cell: ({ computed }) => computed },
          { key: "summed", title: own.summed, width: "90px", numeric: true, cell: ({ summed }) => summed },
          {
            key: "difference",
            title: own.difference,
            width: "80px",
            numeric: true,
            cell: ({ computed, summed }) => Math.round((summed - computed) * 100) / 100,
          },
          { key: "explained", title: own.explained, width: "130px", numeric: true, cell: ({ explained }) => explained },
          {
            key: "causes",
            title: own.causes,
            cell: ({ units }) =>
              units
                .map(({ name, submitted, computed }) => own.cause(name, submitted, computed))
                .join(adminWords[language].listComma),
          },
        ]}
      />
      {further > 0 && <p>{own.more(further)}</p>}
    </section>
  );
}
