import { Button, MessageBar, MessageBarBody } from "@fluentui/react-components";
import { useState } from "react";
import type { NewRow } from "#core/sheet/roster/new-rows.ts";
import type { CellPlace } from "#core/sheet/reading.ts";
import type { Language } from "#core/wording/language.ts";
import { recordsWords } from "#addin/wording/records/records-words.ts";
import "./records.css";

export interface NewPeoplePanelProps {
  readonly language: Language;
  readonly rows: readonly NewRow[];
  /** What a column is called. */
  readonly labelOf: (field: string) => string;
  /** @returns why not, line by line; empty: he was added. */
  readonly onAdd: (row: NewRow) => Promise<readonly string[]>;
  readonly onGo: (place: CellPlace) => void;
}

/** Rows that were written below the table: nobody is made of them without being asked, and nothing of them is lost. */
export function NewPeoplePanel(props: NewPeoplePanelProps) {
  const words = recordsWords[props.language].added;
  if (props.rows.length === 0) return <p>{words.none}</p>;
  return (
    <>
      <p>{words.about}</p>
      <ul className="roster-added">
        {props.rows.map((row) => (
          <NewPerson key={row.place.address} {...props} row={row} />
        ))}
      </ul>
    </>
  );
}

function NewPerson({ language, row, labelOf, onAdd, onGo }: NewPeoplePanelProps & { readonly row: NewRow }) {
  const words = recordsWords[language].added;
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState<{ readonly isDone: boolean; readonly text: string } | null>(null);
  const given = String(row.values["name"] ?? "").trim();
  const name = given === "" ? words.unnamed : given;
  const add = async () => {
    setBusy(true);
    const problems = await onAdd(row);
    setBusy(false);
    setSaid(
      problems.length === 0 ? { isDone: true, text: words.done(name) } : { isDone: false, text: problems.join("\n") },
    );
  };
  return (
    <li>
      <strong>{words.row(name, row.place.address)}</strong>
      <dl>
        {Object.entries(row.values).map(([field, value]) => (
          <Typed key={field} label={labelOf(field)} value={String(value)} />
        ))}
      </dl>
      {said && (
        <MessageBar intent={said.isDone ? "success" : "error"} layout="multiline">
          <MessageBarBody>{said.text}</MessageBarBody>
        </MessageBar>
      )}
      <div className="roster-added-acts">
        <Button
          size="small"
          appearance="primary"
          disabledFocusable={busy || said?.isDone === true}
          onClick={() => void add()}
        >
          {busy ? words.adding : words.add}
        </Button>
        <Button size="small" onClick={() => onGo(row.place)}>
          {words.go}
        </Button>
      </div>
    </li>
  );
}

function Typed({ label, value }: { readonly label: string; readonly value: string }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </>
  );
}
