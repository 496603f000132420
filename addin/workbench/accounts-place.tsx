import { useState } from "react";
import type { Day } from "#core/kernel/instant.ts";
import { AccountsScreen } from "#addin/screens/accounts/accounts-screen.tsx";
import type { OtherPlacesProps } from "./other-places-props.ts";
import { today } from "#addin/session/today.ts";
import { useLoad } from "#addin/session/use-load.ts";

export function AccountsPlace({ admin, language, me }: OtherPlacesProps) {
  const units = useLoad("units", admin.units);
  const requests = useLoad("requests", admin.requests);
  const [unitId, setUnitId] = useState<string | null>(me.unit?.id ?? null);
  const accounts = useLoad(unitId, () => admin.accounts(unitId ?? ""));
  const day: Day = today(Date.now());
  return (
    <AccountsScreen
      language={language}
      today={day}
      units={units.data}
      unitId={unitId}
      onUnit={setUnitId}
      accounts={accounts.data}
      requests={requests.data}
      onReload={() => {
        units.reload();
        requests.reload();
        accounts.reload();
      }}
      address={location.origin}
      print={() => window.print()}
      makeUnit={admin.makeUnit}
      makeMembers={admin.makeMembers}
      requestAccount={admin.requestAccount}
      decideRequest={admin.decideRequest}
      fetchSlip={admin.fetchSlip}
      reset={admin.reset}
      change={admin.change}
    />
  );
}
