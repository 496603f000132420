import { Fragment, useEffect, useMemo, useState, type ReactNode } from "react";
import type { Me } from "#core/protocol/session.ts";
import { ChangePasswordScreen } from "#addin/screens/change-password/change-password-screen.tsx";
import { SignInScreen } from "#addin/screens/sign-in/sign-in-screen.tsx";
import { AdminClient } from "#addin/service-client/admin-client.ts";
import { endsSession } from "#addin/service-client/client-refusal.ts";
import type { ServiceClient } from "#addin/service-client/service-client.ts";
import type { Language } from "#core/wording/language.ts";
import { sayShownRefusal, type ShownRefusal } from "#addin/wording/say-shown-refusal.ts";
import { AskedAgain } from "#addin/session/asked-again.ts";
import { ownDataOf } from "#addin/session/book/own-data.ts";
import type { SignedInProps } from "./signed-in-props.ts";
import "./account-gate.css";

interface Surrounded {
  readonly client: ServiceClient;
  readonly language: Language;
  readonly onLanguage: (language: Language) => void;
  /** What the sign-in says first, unless a session just ended. */
  readonly notice?: string | null;
}

export interface AccountGateProps extends Surrounded {
  /** Everything behind the gate; made anew for another account or post. */
  readonly children: (signedIn: SignedInProps) => ReactNode;
  /** The same account went on after its session had ended. */
  readonly onSignedInAgain?: () => void;
}

/** Sign-in, first password, then what is behind. A session that ended is continued above it, so that nothing typed is lost. */
export function AccountGate({ children, onSignedInAgain, ...props }: AccountGateProps) {
  const { client } = props;
  const admin = useMemo(() => new AdminClient(client.transport), [client]);
  const [me, setMe] = useState<Me | null>(null);
  const { ended, online, again, forget } = useAnswers(client);
  const signedIn = async (now: Me) => {
    const isBack = me?.accountId === now.accountId && !now.passwordChangeRequired;
    const post = isBack ? me.actingPostId : null;
    // A new session begins with the first post; the page goes on with the one it had.
    if (post !== null && post !== now.actingPostId) await client.actFor(post);
    // Another account must not find what the last one left on the page.
    if (!isBack) setMe(now);
    forget();
    if (isBack) onSignedInAgain?.();
  };
  const signOut = () =>
    void client.signOut().then(() => {
      setMe(null);
      forget();
    });
  const entry = <Entry {...props} ended={ended} online={online} onSignedIn={(now) => void signedIn(now)} />;
  if (me === null) return entry;
  return (
    <>
      {me.passwordChangeRequired ? (
        <FirstPassword {...props} admin={admin} me={me} onMe={setMe} onLeave={signOut} />
      ) : (
        <Fragment key={`${me.accountId} ${me.actingPostId ?? ""}`}>
          <AskedAgain value={again}>
            {children({ ...props, admin, me, online, onMe: setMe, onSignOut: signOut })}
          </AskedAgain>
        </Fragment>
      )}
      {ended && <div className="account-overlay">{entry}</div>}
    </>
  );
}

const LOOK_AGAIN_MS = 10_000;

/** Is the service there, and did it end the session? */
function useAnswers(client: ServiceClient) {
  const [ended, setEnded] = useState<ShownRefusal | null>(null);
  const [online, setOnline] = useState(true);
  const [again, setAgain] = useState(0);
  const onceMore = () => setAgain((last) => last + 1);
  useEffect(() => {
    if (online) onceMore();
  }, [online]);
  // Nobody need do anything for it to be seen that the service is back.
  useEffect(() => {
    if (online) return;
    const look = () => void client.identity();
    const timer = setInterval(look, LOOK_AGAIN_MS);
    window.addEventListener("online", look);
    return () => {
      clearInterval(timer);
      window.removeEventListener("online", look);
    };
  }, [client, online]);
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
  const forget = () => {
    setEnded(null);
    onceMore();
  };
  return { ended, online, again, forget };
}

interface EntryProps extends Surrounded {
  readonly ended: ShownRefusal | null;
  readonly online: boolean;
  readonly onSignedIn: (me: Me) => void;
}

function Entry({ client, language, onLanguage, notice, ended, online, onSignedIn }: EntryProps) {
  return (
    <SignInScreen
      language={language}
      notice={ended === null ? (notice ?? null) : sayShownRefusal(language, ended)}
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

interface FirstPasswordProps extends Surrounded {
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
