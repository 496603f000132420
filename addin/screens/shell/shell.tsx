import { Button, MessageBar, MessageBarActions, MessageBarBody } from "@fluentui/react-components";
import { OfflineTold } from "#addin/components/admin/offline-told.ts";
import { workbenchWords } from "#addin/wording/workbench-words.ts";
import type { ShellProps } from "./shell-props.ts";
import { ShellHeader } from "./shell-header.tsx";
import { SideList } from "./side-list.tsx";
import "./shell.css";

/** The frame around every screen of a signed-in account. */
export function Shell(props: ShellProps) {
  const words = workbenchWords(props.language);
  const { me } = props;
  const expires = me.passwordDaysLeft <= 14 && !me.passwordChangeRequired;
  return (
    <OfflineTold value={!props.online}>
      <div className="shell" data-side={props.sideOpen ? "open" : "closed"}>
        <a className="shell-skip" href="#main">
          {words.skipToSheet}
        </a>
        <ShellHeader {...props} />
        {!props.online && (
          <MessageBar intent="warning" className="shell-bar" layout="singleline" role="alert">
            <MessageBarBody>{words.shell.offline}</MessageBarBody>
            <MessageBarActions>
              <Button size="small" onClick={props.onRetry}>
                {words.shell.retry}
              </Button>
            </MessageBarActions>
          </MessageBar>
        )}
        {expires && (
          <MessageBar intent="warning" className="shell-bar" layout="singleline">
            <MessageBarBody>{words.shell.passwordDaysLeft(me.passwordDaysLeft)}</MessageBarBody>
          </MessageBar>
        )}
        <div className="shell-body">
          {props.sideOpen && <SideList {...props} />}
          <main id="main" className="shell-main" tabIndex={-1}>
            {props.children}
          </main>
        </div>
      </div>
    </OfflineTold>
  );
}
