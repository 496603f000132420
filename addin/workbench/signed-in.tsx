import { Toast, ToastTitle, Toaster, useId, useToastController } from "@fluentui/react-components";
import { useEffect, useState } from "react";
import type { Duty, LedgerList } from "#core/protocol/ledgers.ts";
import { Home } from "#addin/screens/shell/home.tsx";
import { Shell } from "#addin/screens/shell/shell.tsx";
import type { LedgerWish } from "#addin/screens/shell/shell-props.ts";
import { CopyNewDialog } from "#addin/screens/copy-new/copy-new-dialog.tsx";
import { sayShownRefusal } from "#addin/wording/say-shown-refusal.ts";
import { workbenchWords } from "#addin/wording/workbench-words.ts";
import { LedgerDesk } from "./ledger-desk.tsx";
import { OtherPlaces } from "./other-places.tsx";
import { firstPlace, placesOf, type Place } from "./place.ts";
import type { SignedInProps } from "./signed-in-props.ts";
import { useLoad } from "./use-load.ts";

const PAGE = 100;

/** The workbench of one account in one post. */
export function SignedIn(props: SignedInProps) {
  const { client, me, language } = props;
  const words = workbenchWords(language);
  const [place, setPlace] = useState<Place>(() => firstPlace(me));
  const [unsent, setUnsent] = useState(0);
  const [side, setSide] = useState(true);
  const [copying, setCopying] = useState(false);
  const lists = useLists(props);
  const toaster = useId("workbench");
  const { dispatchToast } = useToastController(toaster);
  const tell = (text: string) =>
    dispatchToast(
      <Toast>
        <ToastTitle>{text}</ToastTitle>
      </Toast>,
      { timeout: 4_000, position: "bottom" },
    );
  useUnsentWarning(unsent > 0);
  const go = (next: Place) => {
    if (unsent > 0 && !confirm(words.ledger.leaveWithChanges)) return;
    setUnsent(0);
    setPlace(next);
  };
  const openLedger = (id: string) => {
    if (place.name !== "ledger" || place.id !== id) go({ name: "ledger", id });
  };
  const openDuty = (duty: Duty) => {
    if (duty.kind === "copy-new") setCopying(true);
    else if (duty.kind === "approve-account") go({ name: "accounts" });
    else if (duty.kind === "password-expiring") go({ name: "personal-centre" });
    else if (duty.ledgerId !== null) openLedger(duty.ledgerId);
    else
      lists.setWish({ ...lists.wish, relation: duty.kind === "rate" ? "peer" : duty.kind === "rule" ? "lead" : "own" });
  };
  return (
    <Shell
      language={language}
      onLanguage={props.onLanguage}
      me={me}
      online={props.online}
      onRetry={lists.reload}
      unread={lists.unread}
      duties={lists.duties}
      onDuty={openDuty}
      wish={lists.wish}
      onWish={lists.setWish}
      ledgers={lists.ledgers}
      onMore={lists.more}
      openLedger={place.name === "ledger" ? place.id : null}
      onLedger={openLedger}
      onCopyNew={() => setCopying(true)}
      places={placesOf(me)}
      place={place.name === "ledger" || place.name === "home" ? null : place.name}
      onPlace={(name) => go({ name })}
      onPost={(postId) =>
        void client
          .actFor(postId)
          .then((answer) => (answer.ok ? props.onMe(answer.value) : tell(sayShownRefusal(language, answer.refusal))))
      }
      onSignOut={() => (unsent > 0 && !confirm(words.ledger.leaveWithChanges) ? undefined : props.onSignOut())}
      sideOpen={side}
      onSide={setSide}
    >
      {place.name === "home" && <Home language={language} />}
      {place.name === "ledger" && (
        <LedgerDesk
          key={place.id}
          client={client}
          language={language}
          ledgerId={place.id}
          onGone={() => {
            setUnsent(0);
            setPlace({ name: "home" });
            lists.reload();
          }}
          onSent={lists.reload}
          onUnsent={setUnsent}
          onSay={tell}
        />
      )}
      {place.name !== "home" && place.name !== "ledger" && (
        <OtherPlaces {...props} place={place.name} onLedger={openLedger} onTell={tell} onRead={lists.reload} />
      )}
      {copying && (
        <CopyNewDialog
          language={language}
          templates={(search) => client.templates({ search })}
          earlier={async (templateId) => await client.ledgers({ relation: "own", templateId })}
          make={(asked) => client.copyNew(asked)}
          onOpen={(id, made) => {
            setCopying(false);
            if (!made) tell(words.copyNew.existed);
            lists.reload();
            openLedger(id);
          }}
          onClose={() => setCopying(false)}
        />
      )}
      <Toaster toasterId={toaster} />
    </Shell>
  );
}

/** Duties, notices and the list of ledgers; asked again after everything that may have changed them. */
function useLists({ client, me }: SignedInProps) {
  const [wish, setWish] = useState<LedgerWish>({
    relation: me.can.superviseStages ? "all" : "own",
    year: null,
    search: "",
  });
  const [most, setMost] = useState(PAGE);
  const duties = useLoad("duties", () => client.duties());
  const notices = useLoad("notices", () => client.notices());
  const ledgers = useLoad<LedgerList>(`${wish.relation} ${wish.year ?? ""} ${wish.search} ${most}`, () =>
    client.ledgers({
      relation: wish.relation,
      search: wish.search,
      most,
      ...(wish.year === null ? {} : { year: wish.year }),
    }),
  );
  return {
    wish,
    setWish,
    duties: duties.data,
    ledgers: ledgers.data,
    unread: notices.data.state === "ready" ? notices.data.value.filter(({ read }) => !read).length : 0,
    more: () => setMost(200),
    reload: () => {
      duties.reload();
      notices.reload();
      ledgers.reload();
    },
  };
}

function useUnsentWarning(unsent: boolean): void {
  useEffect(() => {
    if (!unsent) return;
    const warn = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener("beforeunload", warn);
    return () => window.removeEventListener("beforeunload", warn);
  }, [unsent]);
}
