import { after, before, describe } from "mocha";
import { describeAccounts } from "./store/accounts.ts";
import { describeAudit } from "./store/audit.ts";
import { describeLedgers } from "./store/ledgers.ts";
import type { OpenedStore } from "./store/opened-store.ts";
import { describeOrganisation } from "./store/organisation.ts";
import { describeProcedures } from "./store/procedures.ts";
import { describePopulations } from "./store/populations.ts";
import { describePeople } from "./store/people.ts";
import { describeReadableSet } from "./store/readable-set.ts";
import { describeReports } from "./store/reports.ts";
import { describeScores } from "./store/scores.ts";
import { describeSearch } from "./store/search.ts";
import { describeStaging } from "./store/staging.ts";
import { describeTransactions } from "./store/transactions.ts";
import { describeWriters } from "./store/writers.ts";

/** What every store must do, whatever database it stands on. */
export function describeStore(name: string, open: () => Promise<OpenedStore>): void {
  const parts = {
    describeOrganisation,
    describePeople,
    describeStaging,
    describeAccounts,
    describeLedgers,
    describeScores,
    describeProcedures,
    describeReports,
    describePopulations,
    describeReadableSet,
    describeSearch,
    describeTransactions,
    describeWriters,
    describeAudit,
  };
  describe(`the store on ${name}`, function () {
    this.timeout(240_000);
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
