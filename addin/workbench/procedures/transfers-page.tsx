import { Tab, TabList } from "@fluentui/react-components";
import { useState } from "react";
import { LoadArea } from "#addin/components/admin/load-area.tsx";
import { UnitOnChoice } from "#addin/screens/records/unit-on-choice.tsx";
import { today } from "#addin/session/today.ts";
import { useLoad } from "#addin/session/use-load.ts";
import { transfersWords, type TransfersPart } from "#addin/wording/procedures/transfers-words.ts";
import { LettersPart } from "./letters-part.tsx";
import type { ProceduresPageProps } from "./procedures-page-props.ts";
import { TransferFormsPart } from "./transfer-forms-part.tsx";

const PARTS: readonly TransfersPart[] = ["out", "in", "issue", "inside", "arrival", "lost"];

/** 组织关系转接 (M11 to M15). */
export function TransfersPage(props: ProceduresPageProps) {
  const { client, language, choices, unit, onUnit, onPart } = props;
  const words = transfersWords[language];
  const part = PARTS.find((key) => key === props.part) ?? "out";
  const [on, setOn] = useState<string | null>(null);
  // Only branches keep people; which units those are, the choices do not say.
  const units = useLoad("units", () => client.records.units(null));
  const choose = (chosen: { readonly unit: string; readonly on: string | null }) => {
    setOn(chosen.on);
    if (chosen.unit !== unit) onUnit(chosen.unit);
  };
  return (
    <>
      <UnitOnChoice language={language} units={choices} unit={unit} on={on} onChoose={choose} />
      <TabList size="small" selectedValue={part} onTabSelect={(_, { value }) => onPart(value as TransfersPart)}>
        {PARTS.map((key) => (
          <Tab key={key} value={key}>
            {words.parts[key]}
          </Tab>
        ))}
      </TabList>
      <LoadArea around={{ language }} data={units.data} onRetry={units.reload}>
        {({ units: listed }) => {
          const branches = listed.filter(({ kind }) => kind === "branch");
          const common = { ...props, on, branches, today: today(Date.now()) };
          return part === "out" || part === "in" ? (
            <LettersPart key={part} {...common} side={part} />
          ) : (
            <TransferFormsPart key={part} {...common} part={part} />
          );
        }}
      </LoadArea>
    </>
  );
}
