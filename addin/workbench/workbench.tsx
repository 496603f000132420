import { FluentProvider } from "@fluentui/react-components";
import { useEffect, useMemo, useState } from "react";
import type { Me } from "#core/protocol/session.ts";
import { ChangePasswordScreen } from "#addin/screens/change-password/change-password-screen.tsx";
import { SignInScreen } from "#addin/screens/sign-in/sign-in-screen.tsx";
import { AdminClient } from "#addin/service-client/admin-client.ts";
import { endsSession } from "#addin/service-client/client-refusal.ts";
import { ServiceClient } from "#addin/service-client/service-client.ts";
import type { Language } from "#core/wording/language.ts";
import { sayShownRefusal, type ShownRefusal } from "#addin/wording/say-shown-refusal.ts";
import { ownDataOf } from "#addin/session/own-data.ts";
import { SignedIn } from "./signed-in.tsx";
import { theme } from "./theme.ts";

/** Who is signed in decides what is on the page; nothing of it is kept when the page closes (A7). */
export function Workbench() {
  const client = useMemo(() => new ServiceClient(), []);
  const [language, setLanguage] = useState<Language>("zh-CN");
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  return (
    <FluentProvider theme={theme}>
      <Gate client={client} language={language} onLanguage={setLanguage} />
    </FluentProvider>
  );
}

interface GateProps {
  readonly client: ServiceClient;
  readonly language: Language;
  readonly onLanguage: (language: Language) => void;
}

/** A session that ended is continued above what was open, so that nothing typed is lost. */
function Gate(props: GateProps) {
  const { client } = props;
  const admin = useMemo(() => new AdminClient(client.transport), [client]);
  const [me, setMe] = useState<Me | null>(null);
  const { ended, online, forget } = useAnswers(client);
  const signedIn = (now: Me) => {
    // Another account must not find what the last one left on the page.
    setMe((last) => (last?.accountId === now.accountId && !now.passwordChangeRequired ? last : now));
    forget();
  };
  const signOut = () =>
    void client.signOut().then(() => {
      setMe(null);
      forget();
    });
  const entry = <Entry {...props} ended={ended} online={online} onSignedIn={signedIn} />;
  if (me === null) return entry;
  return (
    <>
      {me.passwordChangeRequired ? (
        <FirstPassword {...props} admin={admin} me={me} onMe={setMe} onLeave={signOut} />
      ) : (
        <SignedIn
          key={`${me.accountId} ${me.actingPostId ?? ""}`}
          {...props}
          admin={admin}
          me={me}
          online={online}
          onMe={setMe}
          onSignOut={signOut}
        />
      )}
      {ended && <div className="workbench-overlay">{entry}</div>}
    </>
  );
}

/** Is the service there, and did it end the session? */
function useAnswers(client: ServiceClient) {
  const [ended, setEnded] = useState<ShownRefusal | null>(null);
  const [online, setOnline] = useState(true);
  useEffect(
    () =>
      client.transport.onAnswer((refusal) => {
        setOnline(refusal?.code !== "service-unreachable");
        if (!refusal || !endsSession(refusal) || !client.transport.isSignedIn) return;
        client.transport.useToken(null);
        setEnded(refusal);
      }),
    [client],
  );
  return { ended, online, forget: () => setEnded(null) };
}

interface EntryProps extends GateProps {
  readonly ended: ShownRefusal | null;
  readonly online: boolean;
  readonly onSignedIn: (me: Me) => void;
}

function Entry({ client, language, onLanguage, ended, online, onSignedIn }: EntryProps) {
  return (
    <SignInScreen
      language={language}
      notice={ended === null ? null : sayShownRefusal(language, ended)}
      reachable={online}
      onCheckAgain={() => void client.me()}
      now={() => Date.now()}
      signIn={async (given) => {
        const answer = await client.signIn(given);
        return answer.ok ? { ok: true, value: answer.value.me } : answer;
      }}
      onSignedIn={onSignedIn}
      onLanguage={onLanguage}
    />
  );
}

interface FirstPasswordProps extends GateProps {
  readonly admin: AdminClient;
  readonly me: Me;
  readonly onMe: (me: Me) => void;
  readonly onLeave: () => void;
}

/** Nothing else is answered until the password is changed (A2). */
function FirstPassword({ admin, me, language, onMe, onLeave }: FirstPasswordProps) {
  return (
    <ChangePasswordScreen
      language={language}
      accountName={me.accountName}
      forced={me.passwordDaysLeft <= 0 ? "too-old" : "first"}
      ownData={ownDataOf(me)}
      changePassword={async (given) => {
        const answer = await admin.changePassword(given);
        if (answer.ok) onMe(answer.value.me);
        return answer;
      }}
      onChanged={() => undefined}
      onLeave={onLeave}
    />
  );
}
