import type { ReactNode } from "react";

export interface PlainColumn<Row> {
  readonly key: string;
  readonly title: string;
  readonly width?: string;
  readonly numeric?: boolean;
  readonly cell: (row: Row, index: number) => ReactNode;
}

export interface PlainTableProps<Row> {
  /** Read out by screen readers, not drawn: the heading above says it to everyone else. */
  readonly caption: string;
  readonly columns: readonly PlainColumn<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row, index: number) => string;
  /** Shown instead of rows; says what to do next, not only that there is nothing. */
  readonly empty: ReactNode;
  readonly rowClass?: (row: Row) => string | undefined;
}

/** A dense table whose first column names the row. */
export function PlainTable<Row>(props: PlainTableProps<Row>) {
  const { caption, columns, rows, keyOf, empty, rowClass } = props;
  return (
    <table className="admin-table">
      <caption>{caption}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column.key} scope="col" className={alignment(column)} style={{ width: column.width }}>
              {column.title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <tr key={keyOf(row, index)} className={rowClass?.(row)}>
            {columns.map((column, place) => cellOf(column, { row, index, place }))}
          </tr>
        ))}
        {rows.length === 0 && (
          <tr>
            <td className="admin-empty" colSpan={columns.length}>
              {empty}
            </td>
          </tr>
        )}
      </tbody>
    </table>
  );
}

function cellOf<Row>(
  column: PlainColumn<Row>,
  at: { readonly row: Row; readonly index: number; readonly place: number },
) {
  const content = column.cell(at.row, at.index);
  if (at.place > 0) {
    return (
      <td key={column.key} className={alignment(column)} data-title={column.title}>
        {content}
      </td>
    );
  }
  return (
    <th key={column.key} scope="row" className={alignment(column)} data-title={column.title}>
      {content}
    </th>
  );
}

function alignment<Row>(column: PlainColumn<Row>): string | undefined {
  return column.numeric === true ? "admin-numeric" : undefined;
}
