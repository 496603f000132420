import { Spinner } from "@fluentui/react-components";
import { lazy, Suspense, useEffect, useMemo, useState } from "react";
import { AccountGate } from "#addin/account/account-gate.tsx";
import { isCommandId, type CommandId } from "#addin/commands/commands.ts";
import type { OpenDesk } from "#addin/hosts/open-desk.ts";
import { ServiceClient } from "#addin/service-client/service-client.ts";
import { Transport } from "#addin/service-client/transport.ts";
import type { Desk } from "#addin/session/desk/use-desk-session.ts";
import { paneWords } from "#addin/wording/pane/pane-words.ts";
import type { Me } from "#core/protocol/session.ts";
import { ArrivalGuard } from "./places/arrival-guard.tsx";
import { loadWork } from "./start/load-work.ts";
import { useLanguage } from "./start/use-language.ts";

const SignedInPane = lazy(() => loadWork().then((work) => ({ default: work.SignedInPane })));
const DeskKeeper = lazy(() => loadWork().then((work) => ({ default: work.DeskKeeper })));
const DialogGround = lazy(() => loadWork().then((work) => ({ default: work.DialogGround })));

/** The pane of one desk: its workbook is looked after from the first moment on, also while nobody is signed in. */
export function Pane({ desk }: { readonly desk: OpenDesk }) {
  // Some builds of WPS never answer a fetch.
  const speak = desk.kind === "wps" ? "xhr" : "fetch";
  const client = useMemo(() => new ServiceClient(new Transport("/api", { speak })), [speak]);
  const [language, chooseLanguage] = useLanguage(desk.storage);
  const [me, setMe] = useState<Me | null>(null);
  const [kept, setKept] = useState<Desk | null>(null);
  const { command, taken } = useCommand(desk);
  const words = paneWords(language);
  const unsent = kept?.state.changes.length ?? 0;
  return (
    <ArrivalGuard language={language}>
      <Suspense fallback={null}>
        <DialogGround />
        <DeskKeeper client={client} desk={desk} language={language} me={me} onDesk={setKept} />
      </Suspense>
      <AccountGate
        client={client}
        language={language}
        onLanguage={chooseLanguage}
        notice={unsent > 0 ? words.signIn.unsent(unsent) : command === null ? null : words.signIn.needed}
        onSignedInAgain={() => void kept?.outbox?.flush()}
      >
        {(account) => (
          <Suspense fallback={<Spinner className="pane-waiting" label={words.shell.starting} />}>
            <SignedInPane
              {...account}
              desk={desk}
              kept={kept}
              command={command}
              onCommandTaken={taken}
              onPresent={setMe}
            />
          </Suspense>
        )}
      </AccountGate>
    </ArrivalGuard>
  );
}

/** The last command of the ribbon or the context menu that nobody has carried out yet. */
function useCommand(desk: OpenDesk) {
  const [command, setCommand] = useState<CommandId | null>(null);
  useEffect(() => desk.onCommand((id) => isCommandId(id) && setCommand(id)), [desk]);
  return { command, taken: () => setCommand(null) };
}
