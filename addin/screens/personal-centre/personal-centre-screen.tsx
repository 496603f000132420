import { LoadArea } from "#addin/components/admin/load-area.tsx";
import { ScreenFrame } from "#addin/components/admin/screen-frame.tsx";
import { personalCentreWords } from "#addin/wording/accounts/personal-centre-words.ts";
import { AccountCard } from "./account-card.tsx";
import type { PersonalCentreScreenProps } from "./personal-centre-screen-props.ts";
import { SafetyCard } from "./safety-card.tsx";
import { SessionsCard } from "./sessions-card.tsx";
import { SignInsCard } from "./sign-ins-card.tsx";
import "./personal-centre.css";

export function PersonalCentreScreen(props: PersonalCentreScreenProps) {
  const words = personalCentreWords[props.language];
  return (
    <ScreenFrame title={words.title} about={words.about}>
      <LoadArea around={props} data={props.data} onRetry={props.onReload}>
        {(centre) => (
          <div className="personal-centre">
            <div>
              <AccountCard language={props.language} me={centre.me} />
              <SessionsCard props={props} sessions={centre.sessions} />
            </div>
            <div>
              <SafetyCard props={props} centre={centre} />
              <SignInsCard language={props.language} signIns={centre.signIns} />
            </div>
          </div>
        )}
      </LoadArea>
    </ScreenFrame>
  );
}
