import { Checkbox, Input } from "@fluentui/react-components";
import type { ClipboardEvent } from "react";
import type { TransferPerson } from "#core/protocol/records/transfers.ts";
import type { Language } from "#core/wording/language.ts";
import { PlainTable } from "#addin/components/admin/plain-table.tsx";
import { transferFormsWords } from "#addin/wording/procedures/transfer-forms-words.ts";
import { kindOfPlace } from "./destination.ts";
import { pasted, type IssueRow, type PastedColumn } from "./issue-rows.ts";

export interface IssueTableProps {
  readonly language: Language;
  readonly people: readonly TransferPerson[];
  /** In the order of `people`. */
  readonly rows: readonly IssueRow[];
  readonly onRows: (rows: readonly IssueRow[]) => void;
}

interface Line {
  readonly person: TransferPerson;
  readonly row: IssueRow;
}

/** Who goes where, one row each; columns copied from a sheet are pasted into any row (M12b). */
export function IssueTable(props: IssueTableProps) {
  const { language, people, rows, onRows } = props;
  const words = transferFormsWords[language];
  const lines = people.flatMap((person, index): readonly Line[] => {
    const row = rows[index];
    return row ? [{ person, row }] : [];
  });
  const put = (index: number, row: IssueRow) => onRows(rows.with(index, row));
  return (
    <div className="transfer-sheet">
      <PlainTable<Line>
        caption={words.issue.sheet}
        rows={lines}
        keyOf={({ person }) => person.personId}
        empty={words.people.tickFirst}
        columns={[
          { key: "name", title: words.people.columns.name, width: "110px", cell: ({ person }) => person.name },
          { key: "unit", title: words.people.columns.unit, width: "190px", cell: ({ person }) => person.unitName },
          { key: "place", title: words.issue.place, cell: (line, index) => <Place {...props} {...line} at={index} /> },
          {
            key: "finally",
            title: words.destination.finallyTo,
            cell: (line, index) => <FinallyTo {...props} {...line} at={index} />,
          },
          {
            key: "dues",
            title: words.dues,
            width: "120px",
            cell: (line, index) => <Dues {...props} {...line} at={index} />,
          },
          {
            key: "graduate",
            title: words.issue.graduate,
            width: "70px",
            cell: ({ person, row }, index) => (
              <Checkbox
                aria-label={`${words.issue.graduate}：${person.name}`}
                checked={row.graduate}
                onChange={(_, { checked }) => put(index, { ...row, graduate: checked === true })}
              />
            ),
          },
        ]}
      />
    </div>
  );
}

interface CellProps extends IssueTableProps, Line {
  readonly at: number;
}

/** Which kind of destination it is follows from what is written, and is said beneath it. */
function Place({ language, person, row, at, rows, onRows }: CellProps) {
  const words = transferFormsWords[language];
  const { to } = row;
  const type = (place: string) =>
    onRows(rows.with(at, { ...row, to: { ...to, place, kind: place === "" ? to.kind : kindOfPlace(place, to.kind) } }));
  return (
    <>
      <Input
        size="small"
        aria-label={`${words.issue.place}：${person.name}`}
        value={to.place}
        maxLength={200}
        onChange={(_, { value }) => type(value)}
        onPaste={(event) => paste(event, { rows, onRows, from: at, column: "place" })}
      />
      {to.place !== "" && <div className="procedure-hint">{words.destination.kinds[to.kind]}</div>}
    </>
  );
}

function FinallyTo({ language, person, row, at, rows, onRows }: CellProps) {
  const words = transferFormsWords[language];
  const isHere = row.to.kind === "code";
  return (
    <Input
      size="small"
      aria-label={`${words.destination.finallyTo}：${person.name}`}
      value={isHere ? "" : row.to.finallyTo}
      disabled={isHere}
      maxLength={200}
      onChange={(_, { value }) => onRows(rows.with(at, { ...row, to: { ...row.to, finallyTo: value } }))}
      onPaste={(event) => paste(event, { rows, onRows, from: at, column: "finallyTo" })}
    />
  );
}

function Dues({ language, person, row, at, rows, onRows }: CellProps) {
  const words = transferFormsWords[language];
  return (
    <Input
      size="small"
      aria-label={`${words.dues}：${person.name}`}
      placeholder="2026-05"
      value={row.duesPaidUntil}
      maxLength={10}
      onChange={(_, { value }) => onRows(rows.with(at, { ...row, duesPaidUntil: value.trim() }))}
      onPaste={(event) => paste(event, { rows, onRows, from: at, column: "duesPaidUntil" })}
    />
  );
}

interface Paste extends Pick<IssueTableProps, "rows" | "onRows"> {
  readonly from: number;
  readonly column: PastedColumn;
}

/** One cell's text goes into the box as usual; several cells go into the sheet. */
function paste(event: ClipboardEvent, { rows, onRows, from, column }: Paste): void {
  const text = event.clipboardData.getData("text/plain");
  if (!/[\t\n]/u.test(text)) return;
  event.preventDefault();
  onRows(pasted(rows, text, { from, column }));
}
