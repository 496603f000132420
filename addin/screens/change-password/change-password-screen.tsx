import { Button, MessageBar, MessageBarBody } from "@fluentui/react-components";
import { ScreenFrame } from "#addin/components/admin/screen-frame.tsx";
import { adminWords } from "#addin/wording/accounts/admin-words.ts";
import { changePasswordWords } from "#addin/wording/accounts/change-password-words.ts";
import { ChangePasswordForm } from "./change-password-form.tsx";
import type { ChangePasswordScreenProps } from "./change-password-screen-props.ts";
import "./change-password.css";

export function ChangePasswordScreen(props: ChangePasswordScreenProps) {
  const words = changePasswordWords[props.language];
  const leave = <Button onClick={props.onLeave}>{props.forced === null ? words.back : words.signOut}</Button>;
  return (
    <ScreenFrame
      title={words.title}
      about={adminWords[props.language].pair(words.account, props.accountName)}
      actions={leave}
    >
      {props.forced === null ? (
        <p className="change-password-about">{words.ordinary}</p>
      ) : (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{props.forced === "first" ? words.forcedFirst : words.forcedAge}</MessageBarBody>
        </MessageBar>
      )}
      <ChangePasswordForm {...props} />
    </ScreenFrame>
  );
}
