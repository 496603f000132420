import { Button } from "@fluentui/react-components";
import { lazy, Suspense, type ReactNode } from "react";
import type { Loadable } from "#addin/components/admin/loadable.ts";
import { PostChoice } from "#addin/components/post-choice.tsx";
import { DutyList } from "#addin/components/ledgers/duty-list.tsx";
import { NothingOpen } from "#addin/components/ledgers/nothing-open.tsx";
import { paneWords } from "#addin/wording/pane/pane-words.ts";
import { workbenchWords } from "#addin/wording/workbench-words.ts";
import type { Duty, Notice } from "#core/protocol/ledgers.ts";
import type { Me } from "#core/protocol/session.ts";
import type { Language } from "#core/wording/language.ts";

export interface PaneHomeProps {
  readonly language: Language;
  readonly me: Me;
  readonly isBookOpen: boolean;
  readonly notices: Loadable<readonly Notice[]>;
  readonly onNotice: (notice: Notice) => void;
  readonly duties: Loadable<readonly Duty[]>;
  readonly onDuty: (duty: Duty) => void;
  readonly onPost: (postId: string) => void;
  readonly onOpen: () => void;
  readonly onLanguage: (language: Language) => void;
  readonly onSignOut: () => void;
  /** The ways to every other place. */
  readonly places: ReactNode;
}

/** What is said of every kind of notice is more than the first page needs. */
const UnreadNotices = lazy(() => import("./unread-notices.tsx").then((all) => ({ default: all.UnreadNotices })));

/** Who one is, what was told, what waits, where to go. */
export function PaneHome(props: PaneHomeProps) {
  const { language, me } = props;
  const words = paneWords(language);
  const shared = workbenchWords(language);
  const unread = unreadOf(props.notices);
  return (
    <>
      <section className="pane-who">
        <p>
          <strong>{words.shell.hello(me.personName ?? me.accountName)}</strong>
          {me.unit && <span>{me.unit.name}</span>}
          {me.permission === "read-only" && <span>{shared.shell.readOnly}</span>}
        </p>
        {me.posts.length > 1 && <PostChoice {...props} />}
      </section>
      {!props.isBookOpen && me.kind !== "duty" && <NothingOpen language={language} onOpen={props.onOpen} />}
      {unread.length > 0 && (
        <Suspense fallback={null}>
          <UnreadNotices {...{ language, unread }} onNotice={props.onNotice} />
        </Suspense>
      )}
      {me.kind !== "duty" && <DutyList language={language} duties={props.duties} onDuty={props.onDuty} />}
      <section aria-label={words.shell.more}>
        <h2>{words.shell.more}</h2>
        {props.places}
      </section>
      <div className="pane-acts">
        <Button
          size="small"
          appearance="subtle"
          lang={language === "en" ? "zh-CN" : "en"}
          onClick={() => props.onLanguage(language === "en" ? "zh-CN" : "en")}
        >
          {shared.shell.language}
        </Button>
        <Button size="small" appearance="subtle" onClick={props.onSignOut}>
          {shared.shell.signOut}
        </Button>
      </div>
    </>
  );
}

function unreadOf(notices: PaneHomeProps["notices"]): readonly Notice[] {
  return notices.state === "ready" ? notices.value.filter(({ read }) => !read) : [];
}
