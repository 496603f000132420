import { useState } from "react";
import { ChangePasswordScreen } from "#addin/screens/change-password/change-password-screen.tsx";
import { PersonalCentreScreen } from "#addin/screens/personal-centre/personal-centre-screen.tsx";
import type { SignedInProps } from "./signed-in-props.ts";
import { ownDataOf } from "#addin/session/book/own-data.ts";
import { useLoad } from "#addin/session/use-load.ts";

export function PersonalPlace({ admin, language, me, onMe }: SignedInProps) {
  const centre = useLoad("centre", admin.personalCentre);
  const [changing, setChanging] = useState(false);
  if (changing) {
    return (
      <ChangePasswordScreen
        language={language}
        accountName={me.accountName}
        forced={null}
        ownData={ownDataOf(me)}
        changePassword={async (given) => {
          const answer = await admin.changePassword(given);
          if (answer.ok) onMe(answer.value.me);
          return answer;
        }}
        onChanged={() => {
          setChanging(false);
          centre.reload();
        }}
        onLeave={() => setChanging(false)}
      />
    );
  }
  return (
    <PersonalCentreScreen
      language={language}
      data={centre.data}
      onReload={centre.reload}
      changePhone={admin.changePhone}
      endSession={admin.endSession}
      onChangePassword={() => setChanging(true)}
    />
  );
}
