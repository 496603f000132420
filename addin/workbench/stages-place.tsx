import { useState } from "react";
import type { LedgerLevel } from "#core/ledger/template/template.ts";
import type { UnitListed } from "#core/protocol/accounts.ts";
import { LoadArea } from "#addin/components/admin/load-area.tsx";
import { StagesScreen } from "#addin/screens/stages/stages-screen.tsx";
import type { OtherPlacesProps } from "./other-places-props.ts";
import { today } from "#addin/session/today.ts";
import { useLoad } from "#addin/session/use-load.ts";

export function StagesPlace(props: OtherPlacesProps) {
  const units = useLoad("units", props.admin.units);
  return (
    <LoadArea around={{ language: props.language }} data={units.data} onRetry={units.reload}>
      {(there) => <Stages {...props} units={there} />}
    </LoadArea>
  );
}

function Stages({ admin, language, me, units }: OtherPlacesProps & { readonly units: readonly UnitListed[] }) {
  const day = today(Date.now());
  const thisYear = Number(day.slice(0, 4));
  const [year, setYear] = useState(thisYear);
  const [unitId, setUnitId] = useState(me.unit?.id ?? units[0]?.id ?? "");
  const windows = useLoad(`${unitId} ${year}`, () => admin.windows(unitId, year));
  return (
    <StagesScreen
      language={language}
      today={day}
      year={year}
      years={[thisYear + 1, thisYear, thisYear - 1, thisYear - 2]}
      onYear={setYear}
      unitId={unitId}
      onUnit={setUnitId}
      units={units}
      windows={windows.data}
      onReload={windows.reload}
      levels={levelsBelow(units, unitId)}
      saveWindow={admin.saveWindow}
      extend={admin.extend}
    />
  );
}

/** Levels of ledgers that units below this one own, the members' own among them. */
export function levelsBelow(units: readonly UnitListed[], unitId: string): readonly LedgerLevel[] {
  const below = new Set([unitId]);
  for (let grown = true; grown;) {
    const more = units.filter(({ id, parentId }) => parentId !== null && below.has(parentId) && !below.has(id));
    for (const { id } of more) below.add(id);
    grown = more.length > 0;
  }
  const kinds = new Set(units.filter(({ id }) => below.has(id) && id !== unitId).map(({ kind }) => kind));
  const own = units.find(({ id }) => id === unitId)?.kind;
  return [
    ...(kinds.has("general-branch") ? (["general-branch"] as const) : []),
    ...(kinds.has("branch") ? (["branch"] as const) : []),
    ...(kinds.has("branch") || own === "branch" ? (["member"] as const) : []),
  ];
}
