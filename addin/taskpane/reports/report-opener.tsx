import { Button } from "@fluentui/react-components";
import { useState } from "react";
import { LoadArea } from "#addin/components/admin/load-area.tsx";
import type { UnitChoice } from "#addin/components/units/unit-choice.ts";
import { ReportChoice } from "#addin/screens/reports/desk/report-choice.tsx";
import { ReportClient } from "#addin/service-client/report-client.ts";
import type { ServiceClient } from "#addin/service-client/service-client.ts";
import { reportSubject } from "#addin/session/report/report-subject.ts";
import { today } from "#addin/session/today.ts";
import { unitChoices } from "#addin/session/roster/unit-choices.ts";
import { useLoad } from "#addin/session/use-load.ts";
import { reportPaneWords } from "#addin/wording/pane/report-pane-words.ts";
import { reportWords } from "#addin/wording/report/report-words.ts";
import type { ReportSetInfo } from "#core/protocol/report/reports.ts";
import { periodEnd, periodEndNear } from "#core/report/key/period-end.ts";
import type { ReportAsk } from "#core/sheet/report/report-view.ts";
import type { Language } from "#core/wording/language.ts";
import "./report-pane.css";

export interface ReportOpenerProps {
  readonly client: ServiceClient;
  readonly language: Language;
  readonly ownUnit: string | null;
  readonly onOpen: (subject: string) => void;
}

/** The way from a form of the annual report into this workbook. */
export function ReportOpener(props: ReportOpenerProps) {
  const { client, language } = props;
  const words = reportWords[language];
  const sets = useLoad("sets", () => new ReportClient(client.transport).sets());
  const units = useLoad("units", () => client.records.units(null));
  return (
    <section aria-label={words.title} className="pane-card">
      <h2>{words.title}</h2>
      <LoadArea around={{ language }} data={sets.data} onRetry={sets.reload}>
        {(forms) => (
          <LoadArea around={{ language }} data={units.data} onRetry={units.reload}>
            {({ units: listed }) => <Choosing {...props} forms={forms} choices={unitChoices(listed)} />}
          </LoadArea>
        )}
      </LoadArea>
    </section>
  );
}

interface ChoosingProps extends ReportOpenerProps {
  readonly forms: readonly ReportSetInfo[];
  readonly choices: readonly UnitChoice[];
}

function Choosing({ language, ownUnit, onOpen, forms, choices }: ChoosingProps) {
  const [form] = forms;
  const unit = choices.find(({ id }) => id === ownUnit) ?? choices[0];
  const [chosen, setChosen] = useState<ReportAsk | null>(null);
  if (!form || !unit) return <p className="pane-hint">{reportWords[language][form ? "noUnits" : "noSets"]}</p>;
  const ask = chosen ?? { setId: form.id, unitId: unit.id, on: periodEndNear(form.period, today(Date.now())) };
  const choose = (next: ReportAsk) => {
    const other = next.setId === ask.setId ? undefined : forms.find(({ id }) => id === next.setId);
    setChosen(other ? { ...next, on: periodEnd(other.period, Number(next.on.slice(0, 4))) } : next);
  };
  return (
    <div className="report-opener">
      <ReportChoice {...{ language, ask }} sets={forms} units={choices} onAsk={choose} />
      <Button appearance="primary" onClick={() => onOpen(reportSubject(ask))}>
        {reportPaneWords[language].open}
      </Button>
    </div>
  );
}
