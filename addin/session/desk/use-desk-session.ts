import { useEffect, useRef, useState, useSyncExternalStore } from "react";
import type { SnapshotCodec } from "#core/sheet/snapshot/snapshot-codec.ts";
import type { Me } from "#core/protocol/session.ts";
import type { Language } from "#core/wording/language.ts";
import type { OpenDesk } from "#addin/hosts/open-desk.ts";
import { Outbox } from "#addin/outbox/outbox.ts";
import { EMPTY_STATE, type OutboxState } from "#addin/outbox/outbox-state.ts";
import type { ServiceClient } from "#addin/service-client/service-client.ts";
import { bookDoor, type BookDoor } from "../book/book-door.ts";
import { DeskSession } from "./desk-session.ts";
import { DESK_STARTING, type DeskSessionState } from "./desk-session-state.ts";
import { newPushKey } from "./new-push-key.ts";
import { noteOfOutcome } from "./note-of-outcome.ts";

export interface DeskNeeds {
  readonly client: ServiceClient;
  /** null: the desk program has not answered yet. */
  readonly desk: OpenDesk | null;
  /** The codec of the desk's own base snapshots. */
  readonly codec: SnapshotCodec;
  /** null: nobody is signed in. */
  readonly me: Me | null;
  readonly language: Language;
}

export interface Desk {
  readonly session: DeskSession | null;
  readonly state: DeskSessionState;
  readonly outbox: Outbox | null;
  readonly waiting: OutboxState;
}

/** The session of this desk's workbook and its outbox, as React sees them; both outlive signing in and out. */
export function useDeskSession(needs: DeskNeeds): Desk {
  const { client, desk, codec, me } = needs;
  const language = useRef(needs.language);
  language.current = needs.language;
  const [made, setMade] = useState<Pick<Desk, "session" | "outbox">>({ session: null, outbox: null });
  useEffect(() => {
    if (!desk) return;
    const door = bookDoor(client, () => language.current);
    const outbox = openOutbox(door, desk);
    const session = new DeskSession({
      host: desk.sheet,
      codec,
      outbox,
      load: (subject) => door.load(subject),
      loadService: () => client.identity(),
      noteOf: (outcome) => noteOfOutcome(outcome, language.current),
    });
    const leave = listenToWindow(session, outbox);
    setMade({ session, outbox });
    void session.start();
    return () => {
      leave();
      session.close();
      outbox.close();
      setMade({ session: null, outbox: null });
    };
  }, [client, desk, codec]);
  const { session, outbox } = made;
  useEffect(() => void session?.signIn(me), [session, me?.accountId, me?.actingPostId, me === null]);
  return {
    session,
    outbox,
    state: useStateOf(session, DESK_STARTING),
    waiting: useStateOf(outbox, EMPTY_STATE),
  };
}

function openOutbox(door: BookDoor, { storage }: OpenDesk): Outbox {
  return new Outbox({
    storage,
    push: (subject, request) => door.push(subject, request),
    newKey: newPushKey,
    now: () => Date.now(),
    wait(milliseconds, then) {
      const timer = setTimeout(then, milliseconds);
      return () => clearTimeout(timer);
    },
  });
}

/** The line is there again, or another pane of this desk wrote. */
function listenToWindow(session: DeskSession, outbox: Outbox): () => void {
  const online = (): void => void session.reconnect();
  const stored = (): void => outbox.look();
  window.addEventListener("online", online);
  window.addEventListener("storage", stored);
  return () => {
    window.removeEventListener("online", online);
    window.removeEventListener("storage", stored);
  };
}

interface Changing<S> {
  readonly state: S;
  onChange(listener: () => void): () => void;
}

function useStateOf<S>(of: Changing<S> | null, before: S): S {
  return useSyncExternalStore(
    (listener) => of?.onChange(listener) ?? nothingToLeave,
    () => of?.state ?? before,
  );
}

function nothingToLeave(): void {
  // Nobody was told anything yet.
}
