import { useRef, useState } from "react";
import type { ReportSetInfo } from "#core/protocol/report/reports.ts";
import { periodEnd, periodEndNear } from "#core/report/key/period-end.ts";
import type { ReportAsk } from "#core/sheet/report/report-view.ts";
import { LoadArea } from "#addin/components/admin/load-area.tsx";
import { DraftKeeper } from "#addin/components/drafts.tsx";
import { useAsk } from "#addin/components/dialogs/use-ask.tsx";
import { ReportChoice } from "#addin/screens/reports/desk/report-choice.tsx";
import { today } from "#addin/session/today.ts";
import { unitChoices } from "#addin/session/roster/unit-choices.ts";
import { useLoad } from "#addin/session/use-load.ts";
import { reportWords } from "#addin/wording/report/report-words.ts";
import { workbenchWords } from "#addin/wording/workbench-words.ts";
import type { OtherPlacesProps } from "../other-places-props.ts";
import { OneReport } from "./one-report.tsx";
import type { ReportPageProps } from "./report-page-props.ts";

/** 年报: which form, whose, as of which day; then one report at work. */
export function ReportsPlace(props: OtherPlacesProps) {
  const { client, language } = props;
  const words = reportWords[language];
  const sets = useLoad("sets", client.reports.sets);
  const units = useLoad("units", () => client.records.units(null));
  return (
    <LoadArea around={{ language }} data={sets.data} onRetry={sets.reload}>
      {(forms) => (
        <LoadArea around={{ language }} data={units.data} onRetry={units.reload}>
          {({ units: listed }) => {
            const [form, choices] = [forms[0], unitChoices(listed)];
            if (!form) return <p className="reports-none">{words.noSets}</p>;
            if (!choices[0]) return <p className="reports-none">{words.noUnits}</p>;
            const usual = {
              setId: form.id,
              unitId: ownUnit(props, choices),
              on: periodEndNear(form.period, today(Date.now())),
            };
            return (
              <Reports {...props} first={wantedReport(props, forms, choices) ?? usual} sets={forms} units={choices} />
            );
          }}
        </LoadArea>
      )}
    </LoadArea>
  );
}

/** Of a unit or a form that is not there any more nothing can be opened: the usual one comes instead. */
function wantedReport(
  { ledTo }: OtherPlacesProps,
  forms: readonly ReportSetInfo[],
  choices: ReportPageProps["units"],
): ReportAsk | undefined {
  if (!ledTo || !("report" in ledTo)) return undefined;
  const { setId, unitId } = ledTo.report;
  const isThere = forms.some(({ id }) => id === setId) && choices.some(({ id }) => id === unitId);
  return isThere ? ledTo.report : undefined;
}

interface ReportsProps extends OtherPlacesProps, Pick<ReportPageProps, "units"> {
  readonly first: ReportAsk;
  readonly sets: readonly ReportSetInfo[];
}

function Reports(props: ReportsProps) {
  const { language, first, sets, units } = props;
  const [ask, setAsk] = useState(first);
  const { ledTo } = props;
  const firstPage = ledTo && "report" in ledTo && ask === ledTo.report ? ledTo.page : "desk";
  const [firstCell, setFirstCell] = useState<string | null>(null);
  const { unsent, onSheet, onDrafts, onLeft } = useUnsent(props.onUnsent);
  const { ask: confirm, question } = useAsk(language);
  const onReport = async (next: ReportAsk, cell?: string) => {
    const { leaveWithChanges: text, leave } = workbenchWords(language).ledger;
    if (unsent() > 0 && !(await confirm({ title: reportWords[language].desk.leave, text, confirm: leave }))) return;
    onLeft();
    setFirstCell(cell ?? null);
    setAsk(next);
  };
  const set = sets.find(({ id }) => id === ask.setId) ?? sets[0];
  if (!set) return null;
  const choice = (
    <ReportChoice {...{ language, sets, units, ask }} onAsk={(next) => void onReport(dayOfForm(next, ask, sets))} />
  );
  const shared = { ...props, onUnsent: onSheet, ask, set, units, choice };
  return (
    <>
      <DraftKeeper key={JSON.stringify(ask)} onCount={onDrafts}>
        <OneReport {...shared} {...{ firstCell, firstPage }} onReport={(next, cell) => void onReport(next, cell)} />
      </DraftKeeper>
      {question}
    </>
  );
}

/** What was typed into the sheet and what was begun beside it: both are lost when the report is left. */
function useUnsent(onUnsent: (count: number) => void) {
  const counts = useRef({ sheet: 0, drafts: 0 });
  const unsent = () => counts.current.sheet + counts.current.drafts;
  const tell = (part: Partial<typeof counts.current>) => {
    counts.current = { ...counts.current, ...part };
    onUnsent(unsent());
  };
  return {
    unsent,
    onSheet: (sheet: number) => tell({ sheet }),
    onDrafts: (drafts: number) => tell({ drafts }),
    onLeft: () => tell({ sheet: 0, drafts: 0 }),
  };
}

/** Another form ends another day. */
function dayOfForm(next: ReportAsk, before: ReportAsk, sets: readonly ReportSetInfo[]): ReportAsk {
  const form = sets.find(({ id }) => id === next.setId);
  return form && next.setId !== before.setId
    ? { ...next, on: periodEnd(form.period, Number(next.on.slice(0, 4))) }
    : next;
}

function ownUnit({ me }: OtherPlacesProps, units: ReportPageProps["units"]): string {
  return units.find(({ id }) => id === me.unit?.id)?.id ?? units[0]?.id ?? "";
}
