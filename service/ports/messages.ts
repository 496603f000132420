import type { AccountId, ItemKey, LedgerId, PersonId } from "#core/kernel/ids.ts";
import type { Instant } from "#core/kernel/instant.ts";
import type * as R from "./records.ts";

export interface MessageReads {
  noticesOf(
    to: { readonly personId: PersonId | null; readonly accountId: AccountId },
    most: number,
  ): Promise<readonly R.NoticeRecord[]>;
  /** Of what units are told, what this account has read. */
  unitNoticesReadBy(accountId: AccountId): Promise<ReadonlySet<string>>;
  talk(ledgerId: LedgerId, item: ItemKey): Promise<readonly R.TalkRecord[]>;
}

export interface MessageWrites {
  addNotices(notices: readonly R.NoticeRecord[]): Promise<void>;
  markNoticesRead(ids: readonly string[], at: Instant): Promise<void>;
  markUnitNoticesRead(accountId: AccountId, ids: readonly string[], at: Instant): Promise<void>;
  addTalk(message: R.TalkRecord): Promise<void>;
}
