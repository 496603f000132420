import { NoticesScreen } from "#addin/screens/notices/notices-screen.tsx";
import { useLoad } from "#addin/session/use-load.ts";
import type { Notice } from "#core/protocol/ledgers.ts";
import type { SignedInProps } from "./signed-in-props.ts";

export interface NoticesPlaceProps extends Pick<SignedInProps, "client" | "language"> {
  /** What it tells of is looked at. */
  readonly onNotice: (notice: Notice) => void;
  /** Notices were read: their number has changed. */
  readonly onRead: () => void;
}

export function NoticesPlace({ client, language, onNotice, onRead }: NoticesPlaceProps) {
  const notices = useLoad("notices", client.notices);
  const read = (ids: readonly string[]) =>
    void client.readNotices(ids).then(() => {
      notices.reload();
      onRead();
    });
  return (
    <NoticesScreen
      language={language}
      notices={notices.data}
      onReload={notices.reload}
      onOpen={(notice) => {
        if (!notice.read) read([notice.id]);
        onNotice(notice);
      }}
      onReadAll={read}
    />
  );
}
