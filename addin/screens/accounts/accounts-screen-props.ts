import type { Loadable } from "#addin/components/admin/loadable.ts";
import type { ShownRefusal } from "#addin/wording/say-shown-refusal.ts";
import type { Surroundings } from "#addin/components/admin/surroundings.ts";
import type { Day } from "#core/kernel/instant.ts";
import type { Result } from "#core/kernel/result.ts";
import type {
  AccountListed,
  AccountRequest,
  AccountRequestListed,
  AccountSlip,
  MakeMemberAccounts,
  MakeUnit,
  MemberAccountsAnswer,
  UnitListed,
} from "#core/protocol/accounts.ts";

export type Asked<T> = Promise<Result<T, ShownRefusal>>;
export type ReasonedAction = "disable" | "enable" | "unlock";

export interface AccountsScreenProps extends Surroundings {
  readonly today: Day;
  readonly units: Loadable<readonly UnitListed[]>;
  readonly unitId: string | null;
  readonly onUnit: (unitId: string) => void;
  /** Of the chosen unit. */
  readonly accounts: Loadable<readonly AccountListed[]>;
  readonly requests: Loadable<readonly AccountRequestListed[]>;
  readonly onReload: () => void;
  /** Where people sign in; printed on slips. */
  readonly address: string;
  /** Prints the page as it is now. */
  readonly print: () => void;
  readonly makeUnit: (asked: MakeUnit) => Asked<UnitListed>;
  readonly makeMembers: (asked: MakeMemberAccounts) => Asked<MemberAccountsAnswer>;
  readonly requestAccount: (asked: AccountRequest) => Asked<AccountRequestListed>;
  readonly decideRequest: (
    id: string,
    decision: { readonly approve: boolean; readonly remark: string },
  ) => Asked<unknown>;
  /** The slip of an approved request, once, for its requester. */
  readonly fetchSlip: (requestId: string) => Asked<AccountSlip>;
  readonly reset: (accountId: string, reason: string) => Asked<AccountSlip>;
  readonly change: (accountId: string, action: ReasonedAction, reason: string) => Asked<unknown>;
}
