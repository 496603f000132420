import { Select } from "@fluentui/react-components";
import { LoadArea } from "#addin/components/admin/load-area.tsx";
import { ScreenFrame } from "#addin/components/admin/screen-frame.tsx";
import { stagesWords } from "#addin/wording/ledger/stages-words.ts";
import { LevelCard } from "./level-card.tsx";
import type { StagesScreenProps } from "./stages-screen-props.ts";
import { nameOfUnit } from "./unit-names.ts";
import "./stages.css";

export function StagesScreen(props: StagesScreenProps) {
  const words = stagesWords[props.language];
  return (
    <ScreenFrame
      title={words.title}
      about={words.about(nameOfUnit(props.units, props.unitId))}
      actions={<Choices {...props} />}
    >
      <LoadArea around={props} data={props.windows} onRetry={props.onReload}>
        {(windows) =>
          props.levels.map((level) => {
            const view = windows.find((window) => window.level === level);
            // A saved or other setting begins a new draft.
            const key = `${props.unitId} ${props.year} ${level} ${view?.setBy ?? ""} ${view?.revision ?? ""}`;
            return <LevelCard key={key} props={props} level={level} view={view} />;
          })
        }
      </LoadArea>
    </ScreenFrame>
  );
}

function Choices(props: StagesScreenProps) {
  const words = stagesWords[props.language];
  const choosable = props.units.filter(
    ({ administered, kind, id }) => id === props.unitId || (administered && kind !== "party-group"),
  );
  return (
    <>
      <label className="stages-choice">
        {words.unit}
        <Select value={props.unitId} onChange={(_, { value }) => props.onUnit(value)}>
          {choosable.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      </label>
      <label className="stages-choice">
        {words.year}
        <Select value={String(props.year)} onChange={(_, { value }) => props.onYear(Number(value))}>
          {props.years.map((year) => (
            <option key={year}>{year}</option>
          ))}
        </Select>
      </label>
    </>
  );
}
