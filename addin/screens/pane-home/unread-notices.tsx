import { sayInstant } from "#addin/wording/accounts/admin-times.ts";
import { sayUnitNotice } from "#addin/wording/unit-notice-words.ts";
import { workbenchWords } from "#addin/wording/workbench-words.ts";
import type { Notice } from "#core/protocol/ledgers.ts";
import type { Language } from "#core/wording/language.ts";

export interface UnreadNoticesProps {
  readonly language: Language;
  /** Newest first; at least one. */
  readonly unread: readonly Notice[];
  readonly onNotice: (notice: Notice) => void;
}

const MOST_SHOWN = 3;

/** The newest of what one was told and has not read yet. */
export function UnreadNotices({ language, unread, onNotice }: UnreadNoticesProps) {
  const words = workbenchWords(language);
  return (
    <section aria-label={words.shell.notices}>
      <h2>{words.shell.noticesOf(unread.length)}</h2>
      <ul className="pane-rows">
        {unread.slice(0, MOST_SHOWN).map((notice) => (
          <li key={notice.id}>
            <button type="button" onClick={() => onNotice(notice)}>
              <strong>
                {words.notices.kinds[notice.kind] ?? sayUnitNotice(language, notice.kind) ?? words.notices.other}
              </strong>
              <small>{`${notice.about}　${sayInstant(notice.at)}`}</small>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
