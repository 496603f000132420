import { MessageBar, MessageBarBody } from "@fluentui/react-components";
import { useState } from "react";
import type { RosterRow } from "#core/sheet/roster/roster-view.ts";
import { PermittedButton } from "#addin/components/admin/permitted-button.tsx";
import { PlainTable } from "#addin/components/admin/plain-table.tsx";
import { electionsWords } from "#addin/wording/procedures/elections-words.ts";
import { ElectionDialog } from "./election-dialog.tsx";
import { byUrgency, electionState } from "./election-state.ts";
import type { ElectionsScreenProps } from "./elections-screen-props.ts";
import "./procedures.css";

/** Who is due or overdue, and the results that are reported upward (M19). */
export function ElectionsScreen(props: ElectionsScreenProps) {
  const { language, today, view } = props;
  const words = electionsWords[language];
  const [unit, setUnit] = useState<RosterRow | null>(null);
  const [said, setSaid] = useState("");
  const rows = byUrgency(
    view.rows.filter(({ facts }) => facts["kind"] !== "party-group"),
    today,
  );
  const count = (state: string) => rows.filter((row) => electionState(row, today) === state).length;
  return (
    <>
      <p className="procedure-about">{words.about}</p>
      <p className="procedure-about">{words.counts(count("overdue"), count("soon"))}</p>
      <div role="status">
        {said !== "" && (
          <MessageBar intent="success">
            <MessageBarBody>{said}</MessageBarBody>
          </MessageBar>
        )}
      </div>
      <Table {...props} rows={rows} onReport={setUnit} />
      {unit && (
        <ElectionDialog
          {...props}
          unit={unit}
          onDone={(due) => {
            setSaid(words.done(unit.facts["name"] ?? "", due));
            setUnit(null);
            props.onReported();
          }}
          onClose={() => setUnit(null)}
        />
      )}
    </>
  );
}

interface TableProps extends ElectionsScreenProps {
  readonly rows: readonly RosterRow[];
  readonly onReport: (unit: RosterRow) => void;
}

function Table({ language, today, rows, whyNot, onReport }: TableProps) {
  const words = electionsWords[language];
  const { columns } = words;
  const fact = (key: string) => (row: RosterRow) => row.facts[key] ?? "";
  return (
    <PlainTable<RosterRow>
      caption={words.table}
      rows={rows}
      keyOf={({ record }) => record}
      empty={words.nobody}
      columns={[
        { key: "name", title: columns.name, width: "24%", cell: fact("name") },
        { key: "state", title: columns.state, width: "110px", cell: (row) => words.states[electionState(row, today)] },
        { key: "secretary", title: columns.secretary, width: "70px", cell: fact("secretary") },
        { key: "elected", title: columns.elected, width: "84px", cell: fact("electedOn") },
        { key: "term", title: columns.term, width: "50px", cell: (row) => saidTerm(row, words.years) },
        { key: "due", title: columns.due, width: "84px", cell: fact("electionDue") },
        { key: "document", title: columns.document, width: "150px", cell: fact("electionDocument") },
        {
          key: "acts",
          title: columns.acts,
          width: "110px",
          cell: (row) => (
            <PermittedButton
              size="small"
              allowed={row.locked !== true}
              whyNot={whyNot}
              label={words.report}
              target={row.facts["name"] ?? ""}
              onClick={() => onReport(row)}
            />
          ),
        },
      ]}
    />
  );
}

function saidTerm({ facts }: RosterRow, years: (term: string) => string): string {
  const term = facts["electionTerm"] ?? "";
  return term === "" ? "" : years(term);
}
