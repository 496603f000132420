import { useState } from "react";
import { ready, type Loadable } from "#addin/components/admin/loadable.ts";
import { AccountsScreen } from "#addin/screens/accounts/accounts-screen.tsx";
import type { Language } from "#core/wording/language.ts";
import { parseDay } from "#core/kernel/instant.ts";
import type { AccountListed, MakeMemberAccounts } from "#core/protocol/accounts.ts";
import { ACCOUNTS, REQUESTS, slips, UNITS } from "./account-data.ts";
import { answering, calls, noting } from "./record-calls.ts";
import { ok } from "#core/kernel/result.ts";

const today = parseDay("2026-11-22")!;

export function AccountsScene(props: {
  readonly language: Language;
  readonly accounts?: Loadable<readonly AccountListed[]>;
  readonly start?: string | null;
}) {
  const [unitId, setUnitId] = useState(props.start === undefined ? "gb0b0" : props.start);
  return (
    <AccountsScreen
      language={props.language}
      today={today}
      units={ready(UNITS)}
      unitId={unitId}
      onUnit={setUnitId}
      accounts={props.accounts ?? ready(ACCOUNTS)}
      requests={ready(REQUESTS)}
      onReload={noting("reload")}
      address="https://taizhang.example.edu.cn/"
      print={() => {
        noting("print")();
        window.print();
      }}
      makeUnit={answering("makeUnit", UNITS[1]!)}
      makeMembers={async (asked: MakeMemberAccounts) => {
        calls.push({ name: "makeMembers", given: [asked] });
        return ok({ slips: slips(asked.members.length), refused: [] });
      }}
      requestAccount={answering("requestAccount", REQUESTS[0]!)}
      decideRequest={answering("decideRequest", null)}
      fetchSlip={answering("fetchSlip", slips(1)[0]!)}
      reset={answering("reset", slips(1)[0]!)}
      change={answering("change", null)}
    />
  );
}
