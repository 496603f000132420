import { useState, type ReactNode } from "react";
import { ready } from "#addin/components/admin/loadable.ts";
import { AuditScreen } from "#addin/screens/audit/audit-screen.tsx";
import type { AuditFilter } from "#addin/screens/audit/audit-screen-props.ts";
import { ChangePasswordScreen } from "#addin/screens/change-password/change-password-screen.tsx";
import { FairnessScreen } from "#addin/screens/fairness/fairness-screen.tsx";
import { PersonalCentreScreen } from "#addin/screens/personal-centre/personal-centre-screen.tsx";
import { SignInScreen } from "#addin/screens/sign-in/sign-in-screen.tsx";
import { StagesScreen } from "#addin/screens/stages/stages-screen.tsx";
import type { Language } from "#core/wording/language.ts";
import { parseDay, toInstant } from "#core/kernel/instant.ts";
import { UNITS } from "./account-data.ts";
import { AccountsScene } from "./accounts-scene.tsx";
import { answering, calls, noting, refusing } from "./record-calls.ts";
import { AUDIT, FAIRNESS, WINDOWS } from "./report-data.ts";
import { CENTRE, ME } from "./session-data.ts";
import { DraftScene } from "./draft-scene.tsx";
import { LoadScene } from "./load-scene.tsx";
import { OpeningScene } from "./opening-scene.tsx";
import { ACCEPTED, GATE, HEAD, READY } from "./submission-data.ts";
import { BelowScene, SubmissionScene } from "./submission-scenes.tsx";
import { ok, refuse } from "#core/kernel/result.ts";

type Scene = (language: Language) => ReactNode;

const NOW = Date.parse("2026-11-22T01:00:00.000Z");
const reload = noting("reload");

function SignInScene({ start, reachable }: { readonly start: Language; readonly reachable: boolean }) {
  const [language, setLanguage] = useState(start);
  return (
    <SignInScreen
      language={language}
      organisationName="某医科大学党委"
      notice={null}
      reachable={reachable}
      onCheckAgain={noting("checkAgain")}
      now={() => NOW}
      signIn={async (given) => {
        calls.push({ name: "signIn", given: [given] });
        if (given.password === "locked") return refuse({ code: "locked-out", until: toInstant(NOW + 15 * 60_000) });
        if (given.password === "offline") return refuse({ code: "service-unreachable" });
        return given.password === "right" ? ok(ME) : refuse({ code: "sign-in-failed" });
      }}
      onSignedIn={noting("signedIn")}
      onLanguage={setLanguage}
    />
  );
}

function AuditScene({ language }: { readonly language: Language }) {
  const [filter, setFilter] = useState<AuditFilter>({ record: "", account: null });
  return (
    <AuditScreen
      language={language}
      page={ready({ entries: AUDIT, hasNewer: false, hasOlder: true })}
      filter={filter}
      onFilter={setFilter}
      onNewer={noting("newer")}
      onOlder={noting("older")}
      onReload={reload}
      verify={answering("verify", { code: "intact", entries: 1042, head: "9f2c41d07be36a55".repeat(4) } as const)}
    />
  );
}

function StagesScene({ language }: { readonly language: Language }) {
  const [unitId, setUnitId] = useState("dw");
  const root = {
    id: "root",
    parentId: null,
    code: "root",
    name: "省教育工委",
    kind: "committee",
    administered: false,
  } as const;
  return (
    <StagesScreen
      language={language}
      today={parseDay("2026-11-22")!}
      year={2026}
      years={[2026, 2025]}
      onYear={noting("year")}
      unitId={unitId}
      onUnit={setUnitId}
      units={[...UNITS, root]}
      levels={["general-branch", "branch", "member"]}
      windows={ready(WINDOWS)}
      onReload={reload}
      saveWindow={answering("saveWindow", null)}
      extend={answering("extend", null)}
    />
  );
}

const changePassword = (language: Language, forced: "first" | null) => (
  <ChangePasswordScreen
    language={language}
    accountName="周文强"
    forced={forced}
    ownData={["周文强", "机关教工第一党支部"]}
    changePassword={refusing("changePassword", { code: "password-used-before" })}
    onChanged={noting("changed")}
    onLeave={noting("leave")}
  />
);

const personalCentre = (language: Language) => (
  <PersonalCentreScreen
    language={language}
    data={ready(CENTRE)}
    onReload={reload}
    changePhone={answering("changePhone", null)}
    endSession={answering("endSession", null)}
    onChangePassword={noting("changePassword")}
  />
);

const fairness = (language: Language, report: typeof FAIRNESS) => (
  <FairnessScreen language={language} report={ready(report)} onReload={reload} />
);

export const SCENES: Readonly<Record<string, Scene>> = {
  "sign-in": (language) => <SignInScene start={language} reachable />,
  "sign-in-unreachable": (language) => <SignInScene start={language} reachable={false} />,
  "change-password": (language) => changePassword(language, null),
  "change-password-first": (language) => changePassword(language, "first"),
  "personal-centre": personalCentre,
  accounts: (language) => <AccountsScene language={language} />,
  "accounts-choose": (language) => <AccountsScene language={language} start={null} />,
  "accounts-empty": (language) => <AccountsScene language={language} accounts={ready([])} />,
  "accounts-loading": (language) => <AccountsScene language={language} accounts={{ state: "loading" }} />,
  "accounts-failed": (language) => (
    <AccountsScene language={language} accounts={{ state: "failed", refusal: { code: "service-unreachable" } }} />
  ),
  stages: (language) => <StagesScene language={language} />,
  load: () => <LoadScene />,
  drafts: () => <DraftScene />,
  "report-opening": (language) => <OpeningScene language={language} />,
  audit: (language) => <AuditScene language={language} />,
  fairness: (language) => fairness(language, FAIRNESS),
  "report-submission": (language) => <SubmissionScene language={language} gate={GATE} />,
  "report-ready": (language) => <SubmissionScene language={language} gate={READY} />,
  "report-early": (language) => <SubmissionScene {...{ language, gate: READY, today: "2026-11-23" }} />,
  "report-rehearsal": (language) => (
    <SubmissionScene {...{ language, gate: { ...READY, rehearsal: true }, head: { ...HEAD, rehearsal: true } }} />
  ),
  "report-accepted": (language) => (
    <SubmissionScene {...{ language, gate: READY, submission: ACCEPTED, head: { ...HEAD, state: "accepted" } }} />
  ),
  "report-below": (language) => <BelowScene language={language} />,
  "fairness-empty": (language) =>
    fairness(language, { ...FAIRNESS, raters: [], favouringPairs: [], mostChallenged: [] }),
};
