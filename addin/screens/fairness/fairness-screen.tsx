import { LoadArea } from "#addin/components/admin/load-area.tsx";
import { PlainTable } from "#addin/components/admin/plain-table.tsx";
import { ScreenFrame } from "#addin/components/admin/screen-frame.tsx";
import { fairnessWords, type FairnessWords } from "#addin/wording/ledger/fairness-words.ts";
import { FairnessChart } from "./fairness-chart.tsx";
import type { FairnessScreenProps, FairnessShown } from "./fairness-screen-props.ts";
import { RatersTable } from "./raters-table.tsx";
import "./fairness.css";

export function FairnessScreen(props: FairnessScreenProps) {
  const words = fairnessWords[props.language];
  const about = props.report.state === "ready" ? words.about(props.report.value.scopeName) : undefined;
  return (
    <ScreenFrame title={words.title} about={about} actions={props.choices}>
      <LoadArea around={props} data={props.report} onRetry={props.onReload}>
        {(report) => (
          <>
            <Raters words={words} report={report} />
            <div className="fairness-pair">
              <Pairs words={words} report={report} />
              <Challenged words={words} report={report} />
            </div>
          </>
        )}
      </LoadArea>
    </ScreenFrame>
  );
}

interface PartProps {
  readonly words: FairnessWords;
  readonly report: FairnessShown;
}

function Raters({ words, report }: PartProps) {
  return (
    <div className="fairness-raters">
      <section className="admin-card admin-flush">
        <h2>{words.ratersTitle}</h2>
        <RatersTable words={words} raters={report.raters} />
      </section>
      {report.raters.length > 0 && (
        <section className="admin-card">
          <h2>{words.chartTitle}</h2>
          <FairnessChart words={words} raters={report.raters} />
          <p className="admin-muted">{words.chartAbout}</p>
        </section>
      )}
    </div>
  );
}

function Pairs({ words, report }: PartProps) {
  return (
    <section className="admin-card admin-flush">
      <h2>{words.pairsTitle}</h2>
      <p className="admin-muted fairness-note">{words.pairsAbout}</p>
      <PlainTable
        caption={words.pairsTitle}
        rows={report.favouringPairs}
        keyOf={({ names }, index) => `${names.join(" ")} ${index}`}
        empty={words.noPairs}
        columns={[
          { key: "a", title: words.pairFrom, cell: ({ names }) => names[0] },
          { key: "b", title: words.pairTo, cell: ({ names }) => names[1] },
          { key: "there", title: words.aboveThere, numeric: true, cell: ({ above }) => `+${above[0]}` },
          { key: "back", title: words.aboveBack, numeric: true, cell: ({ above }) => `+${above[1]}` },
        ]}
      />
    </section>
  );
}

function Challenged({ words, report }: PartProps) {
  return (
    <section className="admin-card admin-flush">
      <h2>{words.challengedTitle}</h2>
      <PlainTable
        caption={words.challengedTitle}
        rows={report.mostChallenged}
        keyOf={({ item }) => item}
        empty={words.noChallenges}
        columns={[
          { key: "item", title: words.item, cell: ({ title }) => title },
          { key: "count", title: words.challenges, width: "88px", numeric: true, cell: ({ challenges }) => challenges },
          {
            key: "ledgers",
            title: words.challengedLedgers,
            width: "88px",
            numeric: true,
            cell: ({ ledgers }) => ledgers,
          },
        ]}
      />
    </section>
  );
}
