import { useState, type ReactNode } from "react";
import { SignOutDialog } from "#addin/screens/connection/sign-out-dialog.tsx";
import type { SignedInPaneProps } from "./pane-props.ts";

export interface SignOut {
  readonly signOut: () => void;
  /** null: nothing is asked. */
  readonly question: ReactNode;
}

/** Leaves at once, unless something of this account waits on the desk. */
export function useSignOut({ language, me, kept, onSignOut }: SignedInPaneProps): SignOut {
  const [count, setCount] = useState(0);
  const outbox = kept?.outbox ?? null;
  const signOut = (): void => {
    const waiting = outbox?.waitingOf(me.accountId) ?? 0;
    if (waiting === 0) onSignOut();
    else setCount(waiting);
  };
  const leave = (isKept: boolean): void => {
    setCount(0);
    if (!isKept) outbox?.discardOf(me.accountId);
    onSignOut();
  };
  const question = count > 0 && (
    <SignOutDialog
      language={language}
      count={count}
      onKeep={() => leave(true)}
      onDiscard={() => leave(false)}
      onStay={() => setCount(0)}
    />
  );
  return { signOut, question: question === false ? null : question };
}
