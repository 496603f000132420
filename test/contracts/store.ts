import { after, before, describe } from "mocha";
import type { ChainAnchor } from "#service/ports/chain-anchor.ts";
import type { Store } from "#service/ports/store.ts";
import type { Vault } from "#service/ports/vault.ts";
import { describeAccounts } from "./store/accounts.ts";
import { describeAudit } from "./store/audit.ts";
import { describeLedgers } from "./store/ledgers.ts";
import { describeOrganisation } from "./store/organisation.ts";
import { describeReadableSet } from "./store/readable-set.ts";
import { describeScores } from "./store/scores.ts";
import { describeSearch } from "./store/search.ts";
import { describeTransactions } from "./store/transactions.ts";
import { describeWriters } from "./store/writers.ts";

/** A store on an empty database of its own. */
export interface OpenedStore {
  readonly store: Store;
  readonly address: string;
  readonly vault: Vault;
  readonly anchor: ChainAnchor;
  /** Ends the store and removes what it left. */
  dispose(): Promise<void>;
}

/** What a part of the suite works with: an opened store per part, filled by the part itself. */
export type Opened = () => OpenedStore;

/** What every store must do, whatever database it stands on. */
export function describeStore(name: string, open: () => Promise<OpenedStore>): void {
  const parts = {
    describeOrganisation,
    describeAccounts,
    describeLedgers,
    describeScores,
    describeReadableSet,
    describeSearch,
    describeTransactions,
    describeWriters,
    describeAudit,
  };
  describe(`the store on ${name}`, function () {
    this.timeout(60_000);
    for (const describePart of Object.values(parts)) {
      describe("", () => {
        let opened: OpenedStore | undefined;
        before(async () => {
          opened = await open();
        });
        after(async () => await opened?.dispose());
        describePart(() => {
          if (!opened) throw new Error("the store is not open yet");
          return opened;
        });
      });
    }
  });
}
