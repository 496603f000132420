import { FluentProvider } from "@fluentui/react-components";
import { useEffect, useMemo, useState } from "react";
import { AccountGate } from "#addin/account/account-gate.tsx";
import { DialogGround } from "#addin/components/dialogs/dialog-ground.tsx";
import { ServiceClient } from "#addin/service-client/service-client.ts";
import type { Language } from "#core/wording/language.ts";
import { SignedIn } from "./signed-in.tsx";
import { theme } from "#addin/components/theme.ts";

/** Who is signed in decides what is on the page; nothing of it is kept when the page closes (A7). */
export function Workbench() {
  const client = useMemo(() => new ServiceClient(), []);
  const [language, setLanguage] = useState<Language>("zh-CN");
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  return (
    <FluentProvider theme={theme}>
      <DialogGround />
      <AccountGate client={client} language={language} onLanguage={setLanguage}>
        {(signedIn) => <SignedIn {...signedIn} />}
      </AccountGate>
    </FluentProvider>
  );
}
