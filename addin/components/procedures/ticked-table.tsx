import { Checkbox } from "@fluentui/react-components";
import { PlainTable, type PlainTableProps } from "../admin/plain-table.tsx";

export interface TickedTableProps<Row> extends Omit<PlainTableProps<Row>, "keyOf"> {
  readonly keyOf: (row: Row) => string;
  /** Read out with the box of a row. */
  readonly nameOf: (row: Row) => string;
  /** Says what ticking all of them means. */
  readonly all: string;
  readonly ticked: ReadonlySet<string>;
  readonly onTick: (ticked: ReadonlySet<string>) => void;
}

/** A table whose rows can be ticked, each or all at once, to act on many. */
export function TickedTable<Row>({ nameOf, all, ticked, onTick, ...table }: TickedTableProps<Row>) {
  const keys = table.rows.map(table.keyOf);
  const count = keys.filter((key) => ticked.has(key)).length;
  const some = count > 0 && count < keys.length ? "mixed" : count > 0;
  const toggle = (key: string) => onTick(ticked.has(key) ? without(ticked, key) : new Set([...ticked, key]));
  return (
    <>
      <Checkbox
        label={all}
        checked={some}
        disabled={keys.length === 0}
        onChange={() => onTick(new Set(count === keys.length ? [] : keys))}
      />
      <PlainTable
        {...table}
        columns={[
          {
            key: "tick",
            title: "",
            width: "44px",
            cell: (row) => (
              <Checkbox
                aria-label={nameOf(row)}
                checked={ticked.has(table.keyOf(row))}
                onChange={() => toggle(table.keyOf(row))}
              />
            ),
          },
          ...table.columns,
        ]}
      />
    </>
  );
}

function without(ticked: ReadonlySet<string>, key: string): ReadonlySet<string> {
  return new Set([...ticked].filter((other) => other !== key));
}
