import { useMemo, type ComponentType } from "react";
import { NoticesPlace } from "#addin/account/notices-place.tsx";
import { PersonalPlace } from "#addin/account/personal-place.tsx";
import type { SignedInProps } from "#addin/account/signed-in-props.ts";
import type { PlaceName } from "#addin/screens/shell/shell-props.ts";
import { OfficeClient } from "#addin/service-client/office-client.ts";
import { AccountsPlace } from "./accounts-place.tsx";
import { AuditPlace } from "./audit-place.tsx";
import { FairnessPlace } from "./fairness-place.tsx";
import type { OtherPlacesProps } from "./other-places-props.ts";
import { ProceduresPlace } from "./procedures/procedures-place.tsx";
import { RecordsPlace } from "./records/records-place.tsx";
import { ReportsPlace } from "./reports/reports-place.tsx";
import { StagesPlace } from "./stages-place.tsx";
import { StandingsPlace } from "./standings-place.tsx";
import { TemplatesPlace } from "./templates-place.tsx";

const PLACES: Readonly<Record<PlaceName, ComponentType<OtherPlacesProps>>> = {
  records: RecordsPlace,
  procedures: ProceduresPlace,
  reports: ReportsPlace,
  standings: StandingsPlace,
  fairness: FairnessPlace,
  templates: TemplatesPlace,
  stages: StagesPlace,
  accounts: AccountsPlace,
  audit: AuditPlace,
  "personal-centre": PersonalPlace,
  notices: NoticesPlace,
};

/** Everything that is not a ledger. */
export function OtherPlaces(signedIn: Omit<OtherPlacesProps, "client"> & Pick<SignedInProps, "client">) {
  const { transport } = signedIn.client;
  const client = useMemo(() => new OfficeClient(transport), [transport]);
  const Place = PLACES[signedIn.place];
  return <Place {...signedIn} client={client} />;
}
