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
import { SignedIn } from "./signed-in.tsx";
import { theme } from "./theme.ts";

/** Who is signed in decides what is on the page; nothing of it is kept when the page closes (A7). */
export function Workbench() {
  const client = useMemo(() => new ServiceClient(), []);
  const admin = useMemo(() => new AdminClient(client.transport), [client]);
  const [language, setLanguage] = useState<Language>("zh-CN");
  const [me, setMe] = useState<Me | null>(null);
  const [ended, setEnded] = useState<ShownRefusal | null>(null);
  const [online, setOnline] = useState(true);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  useEffect(
    () =>
      client.transport.onAnswer((refusal) => {
        setOnline(refusal?.code !== "service-unreachable");
        if (refusal && endsSession(refusal) && client.transport.isSignedIn) {
          client.transport.useToken(null);
          setEnded(refusal);
        }
      }),
    [client],
  );
  const say = (refusal: ShownRefusal) => sayShownRefusal(language, refusal);
  const signedIn = (now: Me) => {
    // Another account must not find what the last one left on the page.
    setMe((last) => (last?.accountId === now.accountId && !now.passwordChangeRequired ? last : now));
    setEnded(null);
  };
  const signOut = async () => {
    await client.signOut();
    setMe(null);
    setEnded(null);
  };
  const signIn = (
    <SignInScreen
      language={language}
      notice={ended === null ? null : say(ended)}
      reachable={online}
      onCheckAgain={() => void client.me()}
      now={() => Date.now()}
      signIn={async (given) => {
        const answer = await client.signIn(given);
        return answer.ok ? { ok: true, value: answer.value.me } : answer;
      }}
      onSignedIn={signedIn}
      onLanguage={setLanguage}
    />
  );
  return (
    <FluentProvider theme={theme}>
      {me === null && signIn}
      {me?.passwordChangeRequired === true && (
        <ChangePasswordScreen
          language={language}
          accountName={me.accountName}
          forced={me.passwordDaysLeft <= 0 ? "too-old" : "first"}
          ownData={ownData(me)}
          changePassword={async (given) => {
            const answer = await admin.changePassword(given);
            if (answer.ok) setMe(answer.value.me);
            return answer;
          }}
          onChanged={() => undefined}
          onLeave={() => void signOut()}
        />
      )}
      {me?.passwordChangeRequired === false && (
        <SignedIn
          key={`${me.accountId} ${me.actingPostId ?? ""}`}
          client={client}
          admin={admin}
          me={me}
          language={language}
          online={online}
          onLanguage={setLanguage}
          onMe={setMe}
          onSignOut={() => void signOut()}
        />
      )}
      {me !== null && ended !== null && <div className="workbench-overlay">{signIn}</div>}
    </FluentProvider>
  );
}

function ownData(me: Me): readonly string[] {
  return [me.accountName, me.personName ?? "", me.unit?.name ?? ""].filter((text) => text !== "");
}
