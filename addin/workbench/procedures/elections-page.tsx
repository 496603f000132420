import type { Day } from "#core/kernel/instant.ts";
import { LoadArea } from "#addin/components/admin/load-area.tsx";
import { UnitSelect } from "#addin/components/units/unit-select.tsx";
import { ElectionsScreen } from "#addin/screens/procedures/elections-screen.tsx";
import { useLoad } from "#addin/session/use-load.ts";
import { recordPagesWords } from "#addin/wording/records/record-pages-words.ts";
import { unitsWords } from "#addin/wording/procedures/units-words.ts";
import type { ProceduresPageProps } from "./procedures-page-props.ts";

/** 换届 (M19). */
export function ElectionsPage({ client, language, choices, unit, onUnit }: ProceduresPageProps) {
  const roster = useLoad(unit, () => client.records.roster({ list: "elections", unitId: unit, on: null, filter: "" }));
  return (
    <>
      <div className="records-choice">
        <UnitSelect label={recordPagesWords[language].unit} units={choices} unit={unit} onUnit={onUnit} />
      </div>
      <LoadArea around={{ language }} data={roster.data} onRetry={roster.reload}>
        {(view) => (
          <ElectionsScreen
            language={language}
            today={view.on as Day}
            view={view}
            whyNot={unitsWords[language].whyNotChange}
            search={client.records.search}
            report={client.procedures.reportElection}
            onReported={roster.reload}
          />
        )}
      </LoadArea>
    </>
  );
}
