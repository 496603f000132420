import { Button, MessageBar, MessageBarBody } from "@fluentui/react-components";
import { useState } from "react";
import { PlainTable } from "#addin/components/admin/plain-table.tsx";
import { adminWords } from "#addin/wording/accounts/admin-words.ts";
import { unitsWords, type UnitChangeKind } from "#addin/wording/procedures/units-words.ts";
import { NewUnitDialog } from "./new-unit-dialog.tsx";
import { UnitChangeDialog } from "./unit-change-dialog.tsx";
import { UnitPanel } from "./unit-panel.tsx";
import type { PlacedUnit } from "./unit-places.ts";
import type { UnitsScreenProps } from "./units-screen-props.ts";
import "./procedures.css";

type Asking = UnitChangeKind | "make";

/** The tree, what hangs on a unit, and its changes (M17, M18). */
export function UnitsScreen(props: UnitsScreenProps) {
  const { language, units, chosen, onChoose } = props;
  const words = unitsWords[language];
  const [asking, setAsking] = useState<Asking | null>(null);
  const [said, setSaid] = useState("");
  const unit = units.find(({ id }) => id === chosen);
  const done = (text: string) => {
    setAsking(null);
    setSaid(text);
    props.onChanged();
  };
  return (
    <>
      <p className="procedure-about">{words.about}</p>
      <div role="status">
        {said !== "" && (
          <MessageBar intent="success">
            <MessageBarBody>{said}</MessageBarBody>
          </MessageBar>
        )}
      </div>
      <div className="units-desk">
        <Tree {...props} />
        <aside aria-label={words.card}>
          {unit ? <UnitPanel {...props} unit={unit} onAsk={setAsking} /> : <p>{words.chooseFirst}</p>}
        </aside>
      </div>
      {unit && asking === "make" && (
        <NewUnitDialog {...props} parent={unit} onDone={done} onClose={() => setAsking(null)} />
      )}
      {unit && asking !== null && asking !== "make" && (
        <UnitChangeDialog
          {...props}
          unit={unit}
          kind={asking}
          onDone={(text) => {
            if (asking !== "rename" && asking !== "move") onChoose(null);
            done(text);
          }}
          onClose={() => setAsking(null)}
        />
      )}
    </>
  );
}

function Tree({ language, units, chosen, onChoose }: UnitsScreenProps) {
  const words = unitsWords[language];
  const { columns } = words;
  return (
    <PlainTable<PlacedUnit>
      caption={words.tree}
      rows={units}
      keyOf={({ id }) => id}
      empty={words.nowhere}
      rowClass={({ id }) => (id === chosen ? "units-chosen" : undefined)}
      columns={[
        {
          key: "name",
          title: columns.name,
          width: "44%",
          cell: ({ name, depth }) => <div style={{ paddingInlineStart: `${depth * 18}px` }}>{name}</div>,
        },
        { key: "kind", title: columns.kind, width: "80px", cell: ({ kind }) => adminWords[language].units[kind] },
        { key: "code", title: columns.code, width: "70px", cell: ({ code }) => code },
        { key: "since", title: columns.since, width: "104px", cell: ({ since }) => since ?? words.fromBeginning },
        { key: "members", title: columns.members, width: "52px", numeric: true, cell: ({ members }) => members },
        {
          key: "acts",
          title: columns.acts,
          width: "64px",
          cell: ({ id, name }) => (
            <Button
              size="small"
              aria-pressed={id === chosen}
              aria-label={`${words.choose}：${name}`}
              onClick={() => onChoose(id)}
            >
              {words.choose}
            </Button>
          ),
        },
      ]}
    />
  );
}
