import { useMemo } from "react";
import { NoticesPlace } from "#addin/account/notices-place.tsx";
import { PersonalPlace } from "#addin/account/personal-place.tsx";
import type { SignedInProps } from "#addin/account/signed-in-props.ts";
import { OfficeClient } from "#addin/service-client/office-client.ts";
import { AccountsPlace } from "./accounts-place.tsx";
import { AuditPlace } from "./audit-place.tsx";
import { FairnessPlace } from "./fairness-place.tsx";
import type { OtherPlacesProps } from "./other-places-props.ts";
import { ProceduresPlace } from "./procedures/procedures-place.tsx";
import { RecordsPlace } from "./records/records-place.tsx";
import { StagesPlace } from "./stages-place.tsx";
import { StandingsPlace } from "./standings-place.tsx";
import { TemplatesPlace } from "./templates-place.tsx";

/** Everything that is not a ledger. */
export function OtherPlaces(signedIn: Omit<OtherPlacesProps, "client"> & Pick<SignedInProps, "client">) {
  const { transport } = signedIn.client;
  const client = useMemo(() => new OfficeClient(transport), [transport]);
  const props = { ...signedIn, client };
  switch (props.place) {
    case "records":
      return <RecordsPlace {...props} />;
    case "procedures":
      return <ProceduresPlace {...props} />;
    case "standings":
      return <StandingsPlace {...props} />;
    case "fairness":
      return <FairnessPlace {...props} />;
    case "templates":
      return <TemplatesPlace {...props} />;
    case "stages":
      return <StagesPlace {...props} />;
    case "accounts":
      return <AccountsPlace {...props} />;
    case "audit":
      return <AuditPlace {...props} />;
    case "personal-centre":
      return <PersonalPlace {...props} />;
    case "notices":
      return <NoticesPlace {...props} />;
  }
}
