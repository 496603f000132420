import { useState } from "react";
import type { LedgerWish } from "#addin/components/ledgers/ledger-wish.ts";
import { useLoad } from "#addin/session/use-load.ts";
import type { LedgerList } from "#core/protocol/ledgers.ts";
import type { SignedInProps } from "./signed-in-props.ts";

const PAGE = 100;
const MOST = 200;

export type Lists = ReturnType<typeof useLists>;

/** Duties, notices and the list of ledgers; asked again after everything that may have changed them. */
export function useLists({ client, me }: Pick<SignedInProps, "client" | "me">) {
  const [wish, setWish] = useState<LedgerWish>({
    relation: me.can.superviseStages ? "all" : "own",
    year: null,
    search: "",
  });
  const [most, setMost] = useState(PAGE);
  const duties = useLoad("duties", () => client.duties());
  const notices = useLoad("notices", () => client.notices());
  const ledgers = useLoad<LedgerList>(`${wish.relation} ${wish.year ?? ""} ${wish.search} ${most}`, () =>
    client.ledgers({
      relation: wish.relation,
      search: wish.search,
      most,
      ...(wish.year === null ? {} : { year: wish.year }),
    }),
  );
  return {
    wish,
    onWish: setWish,
    duties: duties.data,
    ledgers: ledgers.data,
    notices: notices.data,
    unread: notices.data.state === "ready" ? notices.data.value.filter(({ read }) => !read).length : 0,
    onMore: () => setMost(MOST),
    reload: () => {
      duties.reload();
      notices.reload();
      ledgers.reload();
    },
  };
}
