import { Toast, ToastTitle, Toaster, useId, useToastController } from "@fluentui/react-components";
import { useEffect, useState } from "react";
import type { Duty, Notice } from "#core/protocol/ledgers.ts";
import { Home } from "#addin/screens/shell/home.tsx";
import { Shell } from "#addin/screens/shell/shell.tsx";
import { FailureGuard } from "#addin/components/failure-guard.tsx";
import { useAsk } from "#addin/components/dialogs/use-ask.tsx";
import type { LedgerWish } from "#addin/components/ledgers/ledger-wish.ts";
import { CopyNewDialog } from "#addin/screens/copy-new/copy-new-dialog.tsx";
import { sayShownRefusal } from "#addin/wording/say-shown-refusal.ts";
import { workbenchPagesWords } from "#addin/wording/workbench-pages-words.ts";
import { workbenchWords } from "#addin/wording/workbench-words.ts";
import { BrokenPlace } from "./broken-place.tsx";
import { LedgerDesk } from "./ledger-desk.tsx";
import { OtherPlaces } from "./other-places.tsx";
import { firstPlace, placesOf, type Place } from "./place.ts";
import { placeOf } from "./place-of.ts";
import { useLists, type Lists } from "#addin/account/use-lists.ts";
import type { SignedInProps } from "#addin/account/signed-in-props.ts";

/** The workbench of one account in one post. */
export function SignedIn(props: SignedInProps) {
  const { client, me, language } = props;
  const [side, setSide] = useState(true);
  const [copying, setCopying] = useState(false);
  const lists = useLists(props);
  const { toaster, tell } = useToasts();
  const { place, turn, go, leave, mayLeave, setUnsent, question, broken } = usePlace(props);
  const openLedger = (id: string) => {
    if (broken.isSo || place.name !== "ledger" || place.id !== id) void go({ name: "ledger", id });
  };
  const switchPost = async (postId: string) => {
    if (!(await mayLeave())) return;
    const answer = await client.actFor(postId);
    if (answer.ok) props.onMe(answer.value);
    else tell(sayShownRefusal(language, answer.refusal));
  };
  const onNotice = (notice: Notice) => {
    const next = placeOf(notice);
    if (next) void go(next);
  };
  const middle = { props, place, lists, tell, openLedger, onNotice, setUnsent, onGone: () => leave({ name: "home" }) };
  return (
    <Shell
      {...lists}
      language={language}
      onLanguage={props.onLanguage}
      me={me}
      online={props.online}
      onRetry={lists.reload}
      onDuty={(duty) => openDuty(duty, { go, openLedger, lists, copy: () => setCopying(true) })}
      openLedger={place.name === "ledger" ? place.id : null}
      onLedger={openLedger}
      onCopyNew={() => setCopying(true)}
      places={placesOf(me)}
      place={place.name === "ledger" || place.name === "home" ? null : place.name}
      onPlace={(name) => void go({ name })}
      onPost={(postId) => void switchPost(postId)}
      onSignOut={() => void go({ name: "home" }).then((isLeft) => isLeft && props.onSignOut())}
      sideOpen={side}
      onSide={setSide}
    >
      <FailureGuard
        key={`${place.name === "ledger" ? place.id : place.name} ${turn} ${broken.times}`}
        draw={(failure) => <BrokenPlace language={language} failure={failure} lost={broken.lost} />}
        onFailed={broken.note}
      >
        <Middle {...middle} />
      </FailureGuard>
      {copying && <CopyNew {...middle} onClose={() => setCopying(false)} />}
      {question}
      <Toaster toasterId={toaster} />
    </Shell>
  );
}

interface MiddleProps {
  readonly props: SignedInProps;
  readonly place: Place;
  readonly lists: Lists;
  readonly tell: (text: string) => void;
  readonly openLedger: (id: string) => void;
  readonly onNotice: (notice: Notice) => void;
  readonly setUnsent: (count: number) => void;
  readonly onGone: () => void;
}

function Middle({ props, place, lists, tell, openLedger, onNotice, setUnsent, onGone }: MiddleProps) {
  if (place.name === "home") return <Home language={props.language} />;
  if (place.name !== "ledger") {
    const further = { onLedger: openLedger, onNotice, onTell: tell, onRead: lists.reload, onUnsent: setUnsent };
    return <OtherPlaces {...props} place={place.name} ledTo={place.wanted} {...further} />;
  }
  return (
    <LedgerDesk
      key={place.id}
      client={props.client}
      language={props.language}
      ledgerId={place.id}
      onGone={() => {
        onGone();
        lists.reload();
      }}
      onSent={lists.reload}
      onUnsent={setUnsent}
      onSay={tell}
    />
  );
}

function CopyNew({ props, lists, tell, openLedger, onClose }: MiddleProps & { readonly onClose: () => void }) {
  const { client, language } = props;
  return (
    <CopyNewDialog
      language={language}
      templates={(search) => client.templates({ search })}
      earlier={(templateId) => client.ledgers({ relation: "own", templateId })}
      make={(asked) => client.copyNew(asked)}
      onOpen={(id, made) => {
        onClose();
        if (!made) tell(workbenchPagesWords(language).copyNew.existed);
        lists.reload();
        openLedger(id);
      }}
      onClose={onClose}
    />
  );
}

interface DutyTools {
  readonly go: (place: Place) => Promise<boolean>;
  readonly openLedger: (id: string) => void;
  readonly lists: Lists;
  readonly copy: () => void;
}

const RELATION_OF_DUTY: Readonly<Partial<Record<Duty["kind"], LedgerWish["relation"]>>> = {
  rate: "peer",
  rule: "lead",
};

function openDuty(duty: Duty, { go, openLedger, lists, copy }: DutyTools): void {
  const place = placeOf(duty);
  if (place) void go(place);
  else if (duty.kind === "copy-new") copy();
  else if (duty.kind === "approve-account") void go({ name: "accounts" });
  else if (duty.kind === "password-expiring") void go({ name: "personal-centre" });
  else if (duty.ledgerId !== null) openLedger(duty.ledgerId);
  else lists.onWish({ ...lists.wish, relation: RELATION_OF_DUTY[duty.kind] ?? "own" });
}

function useToasts() {
  const toaster = useId("workbench");
  const { dispatchToast } = useToastController(toaster);
  const tell = (text: string) =>
    dispatchToast(
      <Toast>
        <ToastTitle>{text}</ToastTitle>
      </Toast>,
      { timeout: 4_000, position: "bottom" },
    );
  return { toaster, tell };
}

/** Where one is, and that nobody leaves unsent changes behind without having said so. */
function usePlace({ me, language }: SignedInProps) {
  const words = workbenchWords(language).ledger;
  const [place, setPlace] = useState<Place>(() => firstPlace(me));
  const [turn, setTurn] = useState(0);
  const [unsent, setUnsent] = useState(0);
  useUnsentWarning(unsent > 0);
  const broken = useBroken(unsent, () => setUnsent(0));
  const leave = (next: Place) => {
    broken.leave();
    setUnsent(0);
    setPlace(next);
    // Whoever is led to something of a place finds it opened there, be it the place where he is.
    if (next.name !== "ledger" && next.wanted) setTurn(turn + 1);
  };
  const { ask, question } = useAsk(language);
  const mayLeave = async (): Promise<boolean> =>
    unsent === 0 || (await ask({ title: words.leave, text: words.leaveWithChanges, confirm: words.leave }));
  const go = async (next: Place): Promise<boolean> => {
    const isLeft = await mayLeave();
    if (isLeft) leave(next);
    return isLeft;
  };
  return { place, turn, go, leave, mayLeave, setUnsent, question, broken };
}

/** A place that broke took with it what was unsent there; whoever goes anywhere from it, be it there again, finds it opened anew. */
function useBroken(unsent: number, onLost: () => void) {
  const [lost, setLost] = useState<number | null>(null);
  const [times, setTimes] = useState(0);
  const note = () => {
    setLost(unsent);
    onLost();
  };
  const leave = () => {
    if (lost === null) return;
    setLost(null);
    setTimes(times + 1);
  };
  return { isSo: lost !== null, lost: lost ?? 0, times, note, leave };
}

function useUnsentWarning(unsent: boolean): void {
  useEffect(() => {
    if (!unsent) return;
    const warn = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener("beforeunload", warn);
    return () => window.removeEventListener("beforeunload", warn);
  }, [unsent]);
}
