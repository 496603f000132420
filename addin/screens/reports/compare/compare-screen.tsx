import { Button, Checkbox, Field, Select } from "@fluentui/react-components";
import { Fragment, useState, type ReactNode } from "react";
import type { CompareRow, CompareView } from "#core/protocol/report/report-tracing.ts";
import { ScreenFrame } from "#addin/components/admin/screen-frame.tsx";
import type { Language } from "#core/wording/language.ts";
import { openingWords } from "#addin/wording/report/opening-words.ts";
import { reportTraceWords } from "#addin/wording/report/report-trace-words.ts";
import { reportWords } from "#addin/wording/report/report-words.ts";
import { sayCellTitle } from "#addin/wording/report/say-cell-title.ts";
import { sayDifference } from "#addin/wording/report/say-difference.ts";
import "../reports.css";

export interface CompareScreenProps {
  readonly language: Language;
  readonly year: number;
  /** Years that can be chosen, newest first. */
  readonly years: readonly number[];
  readonly onYear: (year: number) => void;
  /** null: on its way or refused, `waiting` says which. */
  readonly compare: CompareView | null;
  readonly waiting: ReactNode;
  readonly onCell: (cell: string) => void;
  /** Takes the comparison out as a file. */
  readonly output: ReactNode;
  /** null: this account puts nothing into the report, or it is handed over. */
  readonly onOpening: (() => void) | null;
  /** A chart of one row over all years. */
  readonly chart: (row: CompareRow) => ReactNode;
}

const MOST_SHOWN = 300;

/** This year beside another, largest changes first; a chart of a row where it is wanted (R6). */
export function CompareScreen(props: CompareScreenProps) {
  const { language, compare, year, years, onYear } = props;
  const words = reportTraceWords[language].compare;
  const [table, setTable] = useState("");
  const [onlyChanged, setOnlyChanged] = useState(true);
  const rows = (compare?.rows ?? []).filter(
    ({ cell, before, difference }) =>
      (table === "" || tableOf(cell) === table) && (!onlyChanged || (before !== null && difference !== 0)),
  );
  const tables = [...new Set((compare?.rows ?? []).map(({ cell }) => tableOf(cell)))].toSorted(
    (a, b) => Number(a) - Number(b),
  );
  return (
    <ScreenFrame title={words.title} about={words.about}>
      <div className="compare-bar">
        <Field label={words.year}>
          <Select size="small" value={String(year)} onChange={(_, { value }) => onYear(Number(value))}>
            {years.map((each) => (
              <option key={each} value={String(each)}>
                {each}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={words.table}>
          <Select size="small" value={table} onChange={(_, { value }) => setTable(value)}>
            <option value="">{words.allTables}</option>
            {tables.map((no) => (
              <option key={no} value={no}>
                {reportWords[language].desk.table(Number(no))}
              </option>
            ))}
          </Select>
        </Field>
        <Checkbox
          label={words.onlyChanged}
          checked={onlyChanged}
          onChange={(_, { checked }) => setOnlyChanged(checked === true)}
        />
        {compare?.source && props.output}
        {props.onOpening && (
          <Button size="small" onClick={props.onOpening}>
            {openingWords[language].act}
          </Button>
        )}
      </div>
      <Found {...props} rows={rows} />
    </ScreenFrame>
  );
}

/** What is known of that year, or where its numbers come from. */
function Found(props: CompareScreenProps & { readonly rows: readonly CompareRow[] }) {
  const { language, compare, onOpening, waiting } = props;
  if (compare === null) return waiting;
  const { sources } = reportTraceWords[language].compare;
  if (compare.source !== null)
    return (
      <>
        <p>{sources[compare.source]}</p>
        <Rows {...props} />
      </>
    );
  return (
    <>
      <p>{sources.none}</p>
      {onOpening && <p className="report-hint">{openingWords[language].whenNone}</p>}
    </>
  );
}

function Rows({ language, rows, onCell, chart }: CompareScreenProps & { readonly rows: readonly CompareRow[] }) {
  const words = reportTraceWords[language].compare;
  const [charted, setCharted] = useState<string | null>(null);
  if (rows.length === 0) return <p>{words.nothing}</p>;
  return (
    <>
      <table className="admin-table">
        <caption>{words.title}</caption>
        <thead>
          <tr>
            <th scope="col">{words.cell}</th>
            <th scope="col">{words.what}</th>
            {[words.now, words.before, words.difference, words.share].map((title) => (
              <th key={title} scope="col" className="admin-numeric">
                {title}
              </th>
            ))}
            <th scope="col">{words.chart}</th>
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, MOST_SHOWN).map((row) => (
            <Fragment key={row.cell}>
              <OneRow
                language={language}
                row={row}
                isCharted={charted === row.cell}
                onCell={onCell}
                onChart={() => setCharted(charted === row.cell ? null : row.cell)}
              />
              {charted === row.cell && (
                <tr>
                  <td colSpan={7}>{chart(row)}</td>
                </tr>
              )}
            </Fragment>
          ))}
        </tbody>
      </table>
      {rows.length > MOST_SHOWN && <p className="report-hint">{words.more(rows.length - MOST_SHOWN)}</p>}
    </>
  );
}

interface OneRowProps {
  readonly language: Language;
  readonly row: CompareRow;
  readonly isCharted: boolean;
  readonly onCell: (cell: string) => void;
  readonly onChart: () => void;
}

function OneRow({ language, row, isCharted, onCell, onChart }: OneRowProps) {
  const words = reportTraceWords[language].compare;
  const { cell, title, now, before, difference, share } = row;
  return (
    <tr>
      <th scope="row">
        <Button size="small" appearance="transparent" onClick={() => onCell(cell)}>
          {cell}
        </Button>
      </th>
      <td>{sayCellTitle(language, title)}</td>
      {[now, before ?? "—", sayDifference(difference), share === null ? "—" : `${share}%`].map((text, at) => (
        <td key={COLUMNS[at]} className="admin-numeric">
          {text}
        </td>
      ))}
      <td>
        <Button
          size="small"
          aria-expanded={isCharted}
          aria-label={`${isCharted ? words.closeChart : words.chart}: ${cell}`}
          onClick={onChart}
        >
          {isCharted ? words.closeChart : words.chart}
        </Button>
      </td>
    </tr>
  );
}

const COLUMNS = ["now", "before", "difference", "share"] as const;

function tableOf(cell: string): string {
  return cell.slice(0, cell.indexOf("!"));
}
