import { NoticesScreen } from "#addin/screens/notices/notices-screen.tsx";
import { AccountsPlace } from "./accounts-place.tsx";
import { AuditPlace } from "./audit-place.tsx";
import { FairnessPlace } from "./fairness-place.tsx";
import type { OtherPlacesProps } from "./other-places-props.ts";
import { PersonalPlace } from "./personal-place.tsx";
import { StagesPlace } from "./stages-place.tsx";
import { StandingsPlace } from "./standings-place.tsx";
import { TemplatesPlace } from "./templates-place.tsx";
import { useLoad } from "#addin/session/use-load.ts";

/** Everything that is not a ledger. */
export function OtherPlaces(props: OtherPlacesProps) {
  switch (props.place) {
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

function NoticesPlace({ client, language, onLedger, onRead }: OtherPlacesProps) {
  const notices = useLoad("notices", client.notices);
  const read = (ids: readonly string[]) =>
    void client.readNotices(ids).then(() => {
      notices.reload();
      onRead();
    });
  return (
    <NoticesScreen
      language={language}
      notices={notices.data}
      onReload={notices.reload}
      onOpen={(notice) => {
        if (!notice.read) read([notice.id]);
        onLedger(notice.ledgerId);
      }}
      onReadAll={read}
    />
  );
}
