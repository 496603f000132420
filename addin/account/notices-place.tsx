import { NoticesScreen } from "#addin/screens/notices/notices-screen.tsx";
import { useLoad } from "#addin/session/use-load.ts";
import type { SignedInProps } from "./signed-in-props.ts";

export interface NoticesPlaceProps extends Pick<SignedInProps, "client" | "language"> {
  readonly onLedger: (id: string) => void;
  /** Notices were read: their number has changed. */
  readonly onRead: () => void;
}

export function NoticesPlace({ client, language, onLedger, onRead }: NoticesPlaceProps) {
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
        onLedger(notice.ledgerId);
      }}
      onReadAll={read}
    />
  );
}
