import { Tab, TabList } from "@fluentui/react-components";
import { useState, type ComponentType } from "react";
import { LoadArea } from "#addin/components/admin/load-area.tsx";
import { ScreenFrame } from "#addin/components/admin/screen-frame.tsx";
import { unitChoices } from "#addin/session/roster/unit-choices.ts";
import { useLoad } from "#addin/session/use-load.ts";
import { proceduresWords, type ProceduresPage } from "#addin/wording/procedures/procedures-words.ts";
import { recordsWords } from "#addin/wording/records/records-words.ts";
import type { OtherPlacesProps } from "../other-places-props.ts";
import { AdmissionPage } from "./admission-page.tsx";
import { ConversionPage } from "./conversion-page.tsx";
import { ArchivePage } from "./archive-page.tsx";
import { DuesPage } from "./dues-page.tsx";
import { ElectionsPage } from "./elections-page.tsx";
import { LeavingPage } from "./leaving-page.tsx";
import { UnitsPage } from "./units-page.tsx";
import { PlanPage } from "./plan-page.tsx";
import type { ProceduresPageProps } from "./procedures-page-props.ts";
import { TransfersPage } from "./transfers-page.tsx";

/** A page that stands here is offered, in this order. */
const PAGES: readonly (readonly [ProceduresPage, ComponentType<ProceduresPageProps>])[] = [
  ["plan", PlanPage],
  ["admission", AdmissionPage],
  ["conversion", ConversionPage],
  ["transfers", TransfersPage],
  ["leaving", LeavingPage],
  ["dues", DuesPage],
  ["units", UnitsPage],
  ["elections", ElectionsPage],
  ["archive", ArchivePage],
];

/** 组织工作: the year's procedures on people and units. */
export function ProceduresPlace(props: OtherPlacesProps) {
  const { client, language } = props;
  const units = useLoad("units", () => client.records.units(null));
  return (
    <LoadArea around={{ language }} data={units.data} onRetry={units.reload}>
      {({ units: listed }) =>
        listed.length === 0 ? (
          <p className="records-choose">{recordsWords[language].noUnits}</p>
        ) : (
          <Procedures {...props} choices={unitChoices(listed)} onUnitsChanged={units.reload} />
        )
      }
    </LoadArea>
  );
}

function Procedures(props: OtherPlacesProps & Pick<ProceduresPageProps, "choices" | "onUnitsChanged">) {
  const words = proceduresWords[props.language];
  const ledTo = whereTo(props);
  const [page, setPage] = useState<ProceduresPage>(ledTo.page);
  const [chosen, setUnit] = useState<string | null>(null);
  const [year, setYear] = useState<number | null>(null);
  const [part, setPart] = useState<string | null>(ledTo.part);
  // One that was merged meanwhile is no choice any more.
  const unit = (props.choices.find(({ id }) => id === chosen) ?? props.choices[0])?.id ?? "";
  const Drawn = PAGES.find(([key]) => key === page)?.[1];
  return (
    <ScreenFrame title={words.title} about={words.about}>
      <TabList selectedValue={page} onTabSelect={(_, { value }) => setPage(value as ProceduresPage)}>
        {PAGES.map(([key]) => (
          <Tab key={key} value={key}>
            {words.pages[key]}
          </Tab>
        ))}
      </TabList>
      {Drawn && (
        <Drawn key={unit} {...props} {...{ unit, year, part }} onUnit={setUnit} onYear={setYear} onPart={setPart} />
      )}
    </ScreenFrame>
  );
}

/** The page that a duty or a notice leads to, or the first. */
function whereTo({ ledTo }: Pick<OtherPlacesProps, "ledTo">): {
  readonly page: ProceduresPage;
  readonly part: string | null;
} {
  if (ledTo && "procedure" in ledTo) return { page: ledTo.procedure, part: ledTo.part ?? null };
  return { page: "plan", part: null };
}
