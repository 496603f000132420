/** The way into the pane, the same for Excel and WPS: a waiting line, then the desk, or plainly what is missing. */
import { FluentProvider } from "@fluentui/react-components";
import { StrictMode, useCallback, useEffect, useState } from "react";
import { createRoot } from "react-dom/client";
import { theme } from "#addin/components/theme.ts";
import type { DeskMissing, OpenDesk, OpensDesk } from "#addin/hosts/open-desk.ts";
import { MissingScreen } from "#addin/screens/pane-start/missing-screen.tsx";
import { WaitingScreen } from "#addin/screens/pane-start/waiting-screen.tsx";
import type { Language } from "#core/wording/language.ts";
import { loadWork } from "./load-work.ts";
import { Pane } from "../pane.tsx";
import "../pane.css";

export function startPane(opensDesk: OpensDesk): void {
  const place = document.getElementById("pane");
  if (place === null) throw new Error("the page has no #pane");
  createRoot(place).render(
    <StrictMode>
      <FluentProvider theme={theme}>
        <PaneStart opensDesk={opensDesk} />
      </FluentProvider>
    </StrictMode>,
  );
}

type Start =
  | { readonly step: "waiting" }
  | { readonly step: "missing"; readonly missing: DeskMissing }
  | { readonly step: "open"; readonly desk: OpenDesk };

/** Before the desk answers nobody's choice of a language is known. */
const FIRST_LANGUAGE: Language = "zh-CN";

function PaneStart({ opensDesk }: { readonly opensDesk: OpensDesk }) {
  const [start, setStart] = useState<Start>({ step: "waiting" });
  const [turn, setTurn] = useState(0);
  const again = useCallback(() => setTurn((last) => last + 1), []);
  useEffect(() => {
    let wanted = true;
    // Comes while the desk program answers and somebody signs in.
    void loadWork().catch(nothingYet);
    setStart({ step: "waiting" });
    const opened = opensDesk();
    void opened.then((answer) => {
      if (!wanted) return;
      setStart(answer.ok ? { step: "open", desk: answer.value } : { step: "missing", missing: answer.refusal });
    });
    return () => {
      wanted = false;
      void opened.then((answer) => (answer.ok ? answer.value.sheet.close() : undefined));
    };
  }, [opensDesk, turn]);
  if (start.step === "waiting") return <WaitingScreen language={FIRST_LANGUAGE} />;
  if (start.step === "open") return <Pane desk={start.desk} />;
  return <MissingScreen language={FIRST_LANGUAGE} missing={start.missing} onTryAgain={again} />;
}

/** The gate asks again when it needs it, and says that it did not come. */
function nothingYet(): void {
  return undefined;
}
