import { Field, Input } from "@fluentui/react-components";
import { useState, type ReactNode } from "react";
import { TickedTable, type TickedTableProps } from "./ticked-table.tsx";

/** More rows than this nobody reads, and ticking all of them must mean what is seen. */
const MOST = 200;

export interface FoundTableProps<Row> extends TickedTableProps<Row> {
  /** Label of the box that finds rows by their name. */
  readonly find: string;
  /** Says that so many are not drawn. */
  readonly more: (count: number) => string;
  /** Further boxes beside the one that finds. */
  readonly beside?: ReactNode;
}

/** A long list whose rows are ticked: found by a part of the name, drawn as far as anybody reads. */
export function FoundTable<Row>({ find, more, beside, ...table }: FoundTableProps<Row>) {
  const [part, setPart] = useState("");
  const found = table.rows.filter((row) => table.nameOf(row).includes(part.trim()));
  return (
    <div className="procedure-found">
      <div className="procedure-bar">
        <Field label={find}>
          <Input value={part} maxLength={50} autoComplete="off" onChange={(_, { value }) => setPart(value)} />
        </Field>
        {beside}
      </div>
      <div className="procedure-rows">
        <TickedTable<Row> {...table} rows={found.slice(0, MOST)} />
      </div>
      {found.length > MOST && <p className="procedure-hint">{more(found.length - MOST)}</p>}
    </div>
  );
}
