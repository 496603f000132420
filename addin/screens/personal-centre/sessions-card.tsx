import { Badge, Button } from "@fluentui/react-components";
import { PlainTable } from "#addin/components/admin/plain-table.tsx";
import { RefusalBar } from "#addin/components/admin/refusal-bar.tsx";
import { useRequest } from "#addin/components/admin/use-request.ts";
import { sayInstant } from "#addin/wording/accounts/admin-times.ts";
import { personalCentreWords } from "#addin/wording/accounts/personal-centre-words.ts";
import type { PersonalCentre } from "#core/protocol/session.ts";
import type { PersonalCentreScreenProps } from "./personal-centre-screen-props.ts";

type Session = PersonalCentre["sessions"][number];

export interface SessionsCardProps {
  readonly props: PersonalCentreScreenProps;
  readonly sessions: readonly Session[];
}

export function SessionsCard({ props, sessions }: SessionsCardProps) {
  const words = personalCentreWords[props.language];
  const request = useRequest();
  const end = ({ id }: Session) => void request.run(() => props.endSession(id), props.onReload);
  const actionOf = (session: Session) =>
    session.current ? (
      <Badge appearance="tint" color="success">
        {words.thisSession}
      </Badge>
    ) : (
      <Button
        size="small"
        disabledFocusable={request.busy}
        aria-label={`${words.end}: ${sayInstant(session.startedAt)} ${session.from}`}
        onClick={() => end(session)}
      >
        {words.end}
      </Button>
    );
  return (
    <section className="admin-card admin-flush">
      <h2>{words.sessionsTitle}</h2>
      <RefusalBar around={props} refusal={request.refusal} />
      <PlainTable
        caption={words.sessionsTitle}
        rows={sessions}
        keyOf={({ id }) => id}
        empty={words.noSessions}
        columns={[
          { key: "started", title: words.startedAt, cell: ({ startedAt }) => sayInstant(startedAt) },
          { key: "seen", title: words.lastSeenAt, cell: ({ lastSeenAt }) => sayInstant(lastSeenAt) },
          { key: "from", title: words.from, cell: ({ from }) => from },
          { key: "action", title: words.action, cell: actionOf },
        ]}
      />
    </section>
  );
}
