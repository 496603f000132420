import { Button } from "@fluentui/react-components";
import type { Loadable } from "#addin/components/admin/loadable.ts";
import { LoadArea } from "#addin/components/admin/load-area.tsx";
import { ScreenFrame } from "#addin/components/admin/screen-frame.tsx";
import { sayInstant } from "#addin/wording/accounts/admin-times.ts";
import type { Language } from "#core/wording/language.ts";
import { sayUnitNotice } from "#addin/wording/unit-notice-words.ts";
import { workbenchWords } from "#addin/wording/workbench-words.ts";
import type { Notice } from "#core/protocol/ledgers.ts";
import "./notices.css";

export interface NoticesScreenProps {
  readonly language: Language;
  readonly notices: Loadable<readonly Notice[]>;
  readonly onReload: () => void;
  readonly onOpen: (notice: Notice) => void;
  readonly onReadAll: (ids: readonly string[]) => void;
}

/** What the service told this account: who challenged, answered, ruled, wrote. */
export function NoticesScreen(props: NoticesScreenProps) {
  const words = workbenchWords(props.language).notices;
  const unread = props.notices.state === "ready" ? props.notices.value.filter(({ read }) => !read) : [];
  return (
    <ScreenFrame
      title={words.title}
      actions={
        <Button disabledFocusable={unread.length === 0} onClick={() => props.onReadAll(unread.map(({ id }) => id))}>
          {words.readAll}
        </Button>
      }
    >
      <LoadArea around={{ language: props.language }} data={props.notices} onRetry={props.onReload}>
        {(notices) => (
          <>
            {notices.length === 0 && <p>{words.none}</p>}
            <ul className="notices">
              {notices.map((notice) => (
                <li key={notice.id} data-read={notice.read}>
                  <button type="button" onClick={() => props.onOpen(notice)}>
                    <strong>
                      {words.kinds[notice.kind] ?? sayUnitNotice(props.language, notice.kind) ?? words.other}
                    </strong>
                    <span>
                      {notice.about}
                      {notice.reason !== "" && <span className="notices-reason">{notice.reason}</span>}
                    </span>
                    <small>
                      {notice.who === "" ? sayInstant(notice.at) : `${notice.who}　${sayInstant(notice.at)}`}
                    </small>
                  </button>
                </li>
              ))}
            </ul>
          </>
        )}
      </LoadArea>
    </ScreenFrame>
  );
}
