import { Tab, TabList } from "@fluentui/react-components";
import { useState } from "react";
import { LoadArea } from "#addin/components/admin/load-area.tsx";
import { UnitSelect } from "#addin/components/units/unit-select.tsx";
import { LeaveScreen } from "#addin/screens/procedures/leaving/leave-screen.tsx";
import { RestoreScreen } from "#addin/screens/procedures/leaving/restore-screen.tsx";
import { useLoad } from "#addin/session/use-load.ts";
import { leavingWords, type LeavingWords } from "#addin/wording/procedures/leaving-words.ts";
import { recordPagesWords } from "#addin/wording/records/record-pages-words.ts";
import type { ProceduresPageProps } from "./procedures-page-props.ts";

type Part = keyof LeavingWords["parts"];

const PARTS: readonly Part[] = ["leave", "restore"];

/** 出党与恢复 (M1b). */
export function LeavingPage(props: ProceduresPageProps) {
  const { language, choices, unit, onUnit } = props;
  const words = leavingWords[language];
  const [part, setPart] = useState<Part>("leave");
  return (
    <>
      <p className="procedure-about">{words.about}</p>
      <div className="records-choice">
        <UnitSelect label={recordPagesWords[language].unit} units={choices} unit={unit} onUnit={onUnit} />
        <TabList size="small" selectedValue={part} onTabSelect={(_, { value }) => setPart(value as Part)}>
          {PARTS.map((one) => (
            <Tab key={one} value={one}>
              {words.parts[one]}
            </Tab>
          ))}
        </TabList>
      </div>
      {part === "leave" ? <Leaving {...props} /> : <Restoring {...props} />}
    </>
  );
}

function Leaving({ client, language, unit }: ProceduresPageProps) {
  const people = useLoad(unit, () => client.transfers.people({ unit, on: null }));
  const leavings = useLoad(unit, () => client.procedures.leavings(unit));
  return (
    <LoadArea around={{ language }} data={leavings.data} onRetry={leavings.reload}>
      {({ leaveKinds, grounds, groundedKinds }) => (
        <LoadArea around={{ language }} data={people.data} onRetry={people.reload}>
          {(listed) => (
            <LeaveScreen
              language={language}
              people={listed}
              kinds={leaveKinds}
              grounds={grounds}
              groundedKinds={groundedKinds}
              search={client.records.search}
              leave={client.procedures.leave}
              onDone={people.reload}
            />
          )}
        </LoadArea>
      )}
    </LoadArea>
  );
}

function Restoring({ client, language, unit }: ProceduresPageProps) {
  const leavings = useLoad(unit, () => client.procedures.leavings(unit));
  const units = useLoad("units", () => client.records.units(null));
  return (
    <LoadArea around={{ language }} data={leavings.data} onRetry={leavings.reload}>
      {(known) => (
        <LoadArea around={{ language }} data={units.data} onRetry={units.reload}>
          {({ units: listed }) => (
            <RestoreScreen
              language={language}
              leavings={known}
              branches={listed
                .filter(({ kind }) => kind === "branch")
                .map(({ id, name }) => ({ value: id, label: name }))}
              restore={client.procedures.restore}
              onDone={leavings.reload}
            />
          )}
        </LoadArea>
      )}
    </LoadArea>
  );
}
