import { useState } from "react";
import type { CompareRow, CompareView } from "#core/protocol/report/report-tracing.ts";
import type { ReportView } from "#core/sheet/report/report-view.ts";
import { LoadArea } from "#addin/components/admin/load-area.tsx";
import { BarChart } from "#addin/components/charts/bar-chart.tsx";
import { OpeningDialog } from "#addin/screens/reports/compare/opening-dialog.tsx";
import { CompareScreen } from "#addin/screens/reports/compare/compare-screen.tsx";
import { saveFile } from "#addin/session/book/save-file.ts";
import { useLoad } from "#addin/session/use-load.ts";
import { openingWords } from "#addin/wording/report/opening-words.ts";
import { reportTraceWords } from "#addin/wording/report/report-trace-words.ts";
import { OutputButton } from "./output-button.tsx";
import type { ReportPageProps } from "./report-page-props.ts";

export interface ComparePageProps extends ReportPageProps {
  readonly view: ReportView | null;
}

/** 比较: with any earlier year that is known (R6). */
export function ComparePage(props: ComparePageProps) {
  const { client, language, ask, view } = props;
  const own = Number(ask.on.slice(0, 4));
  const [year, setYear] = useState(own - 1);
  const compare = useLoad(`${year} ${view?.issue.change ?? ""}`, () => client.reports.compare(ask, year));
  const data = compare.data.state === "ready" ? compare.data.value : null;
  const [opening, setOpening] = useState(false);
  const years = [...new Set([own - 1, year, ...(data?.years ?? [])])].toSorted((a, b) => b - a);
  return (
    <>
      <CompareScreen
        {...{ language, year, years }}
        onYear={setYear}
        compare={data}
        waiting={
          <LoadArea around={{ language }} data={compare.data} onRetry={compare.reload}>
            {() => null}
          </LoadArea>
        }
        onCell={props.onCell}
        output={
          <OutputButton
            {...{ language, onTell: props.onTell }}
            title={reportTraceWords[language].compare.output}
            about={reportTraceWords[language].compare.outputAbout(year)}
            ask={(reason) => client.reports.comparisonFile(ask, year, reason)}
          />
        }
        onOpening={view?.may.edit === true ? () => setOpening(true) : null}
        chart={(row) => <RowChart key={row.cell} {...props} row={row} own={own} years={data?.years ?? []} />}
      />
      {opening && (
        <OpeningDialog
          {...{ language, year, last: own - 1 }}
          onBlank={async (of) => {
            const reason = openingWords[language].blankReason(of);
            const answer = await client.reports.openingForm(ask, of, reason);
            if (answer.ok) saveFile(answer.value.fileName, answer.value.content);
            return answer;
          }}
          ask={(file, of) => client.reports.openingBook(ask, file, of)}
          onLoaded={({ year: loaded }) => {
            setOpening(false);
            setYear(loaded);
            compare.reload();
            props.onChanged();
          }}
          onClose={() => setOpening(false)}
        />
      )}
    </>
  );
}

interface RowChartProps extends ReportPageProps {
  readonly row: CompareRow;
  readonly own: number;
  readonly years: readonly number[];
}

/** Only a chart that is opened asks for the other years. */
function RowChart({ client, language, ask, row, own, years }: RowChartProps) {
  const others = useLoad(row.cell, async () => {
    const compared: CompareView[] = [];
    for (const answer of await Promise.all(years.map((year) => client.reports.compare(ask, year)))) {
      if (!answer.ok) return answer;
      compared.push(answer.value);
    }
    return { ok: true, value: compared };
  });
  return (
    <LoadArea around={{ language }} data={others.data} onRetry={others.reload}>
      {(compared) => {
        const bars = [...compared.flatMap((each) => barOf(each, row.cell)), barAt(own, row.now)];
        const said = bars.map(({ label, value }) => `${label}: ${value}`).join(", ");
        return (
          <BarChart
            title={`${row.cell} ${row.title}`}
            text={reportTraceWords[language].compare.chartText(said)}
            bars={bars.toSorted((a, b) => a.label.localeCompare(b.label))}
          />
        );
      }}
    </LoadArea>
  );
}

function barOf({ year, rows }: CompareView, cell: string): readonly ReturnType<typeof barAt>[] {
  const found = rows.find((row) => row.cell === cell);
  return found && found.before !== null ? [barAt(year, found.before)] : [];
}

function barAt(year: number, value: number) {
  return { key: String(year), label: String(year), value };
}
