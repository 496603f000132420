import type { AskAnswer } from "#core/protocol/records/records.ts";
import type { Language } from "#core/wording/language.ts";
import { PlainTable, type PlainColumn } from "#addin/components/admin/plain-table.tsx";
import { BarChart } from "#addin/components/charts/bar-chart.tsx";
import { questionsWords } from "#addin/wording/records/questions-words.ts";
import { namedTable, type NamedTable } from "./question-draft.ts";

export interface QuestionAnswerProps {
  readonly language: Language;
  readonly answer: AskAnswer;
  /** What the rows are: the field's name. */
  readonly rowsName: string;
  /** By two fields. */
  readonly isCross: boolean;
}

/** More bars say nothing any more; the table has them all. */
const MOST_BARS = 25;

/** How many, a chart of the rows, and the table with its totals. */
export function QuestionAnswer({ language, answer, rowsName, isCross }: QuestionAnswerProps) {
  const words = questionsWords[language];
  const table = answer.table && namedTable(answer.table, isCross, words);
  return (
    <section aria-label={words.table} className="question-answer">
      <p role="status">
        <strong>{words.count(answer.count)}</strong>
      </p>
      {table && table.rows.length > 0 && (
        <>
          <BarChart
            title={words.chart}
            text={words.chartText(table.rows.slice(0, MOST_BARS).map(({ name, total }) => `${name} ${String(total)}`))}
            bars={table.rows
              .slice(0, MOST_BARS)
              .map(({ name, total }, index) => ({ key: `${String(index)} ${name}`, label: name, value: total }))}
          />
          <Table language={language} table={table} rowsName={rowsName} isCross={isCross} />
        </>
      )}
    </section>
  );
}

type Line = NamedTable["rows"][number];

interface TableProps extends Omit<QuestionAnswerProps, "answer"> {
  readonly table: NamedTable;
}

function Table({ language, table, rowsName, isCross }: TableProps) {
  const words = questionsWords[language];
  const totals: Line = { name: words.total, counts: table.totals, total: table.total };
  const columns: readonly PlainColumn<Line>[] = [
    { key: "name", title: rowsName, cell: ({ name }) => name },
    ...table.columns.map((title, index): PlainColumn<Line> => ({
      ...{ key: String(index), title, numeric: true },
      cell: ({ counts }) => counts[index] ?? 0,
    })),
    ...(isCross ? [{ key: "total", title: words.total, numeric: true, cell: ({ total }: Line) => total }] : []),
  ];
  return (
    <div className="question-table">
      <PlainTable<Line>
        caption={words.table}
        rows={[...table.rows, totals]}
        keyOf={({ name }, index) => `${String(index)} ${name}`}
        empty={words.none}
        columns={columns}
      />
    </div>
  );
}
