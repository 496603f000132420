import { done, refused } from "#service/cli/answers.ts";
import { UsageError, type Command, type CommandCall } from "#service/cli/command.ts";
import { callerFor } from "#service/cli/caller-for.ts";
import { ledgerListQuery, type LedgerListQuery } from "#core/protocol/ledgers.ts";
import { sayRefusal } from "#core/wording/say-refusal.ts";
import { listLedgers } from "#service/usecases/ledger/list-ledgers.ts";
import { required, withServices } from "#service/cli/with-services.ts";
import { wholeNumber } from "#service/cli/whole-number.ts";

export const ledgerList: Command = {
  words: "ledger list",
  takes: [],
  options: {
    as: { type: "string" },
    post: { type: "string" },
    year: { type: "string" },
    relation: { type: "string" },
    search: { type: "string" },
  },
  about: "the ledgers an account may read, with their ids 列出可见台账",
  run: async (call) => {
    const account = required(call, "as");
    const query = queryOf(call);
    return await withServices(call, async (services) => {
      const caller = await callerFor(services, account, call.option("post"));
      if (!caller.ok) return refused(caller.refusal, sayRefusal("zh-CN", caller.refusal));
      const list = await listLedgers(services, caller.value, query);
      if (!list.ok) return refused(list.refusal, sayRefusal("zh-CN", list.refusal));
      const { ledgers, total } = list.value;
      const lines = ledgers.map(
        (ledger) =>
          `${ledger.id}  ${String(ledger.year)}  ${ledger.relation.padEnd(6)}  ${ledger.name}  ${ledger.unitName}`,
      );
      return done(list.value, [...lines, `${String(ledgers.length)} / ${String(total)}`]);
    });
  },
};

function queryOf(call: CommandCall): LedgerListQuery {
  const year = call.option("year");
  const search = call.option("search");
  const query = ledgerListQuery.safeParse({
    most: 200,
    relation: call.option("relation") ?? "all",
    ...(year === undefined ? {} : { year: wholeNumber(year, 0, { name: "year", from: 2_000, to: 2_100 }) }),
    ...(search === undefined ? {} : { search }),
  });
  if (query.success) return query.data;
  throw new UsageError("--relation is one of own, peer, lead, all; --search takes at most 100 characters");
}
