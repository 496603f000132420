import { sayRefusal } from "#core/wording/say-refusal.ts";
import { transferQuerySchema } from "#core/protocol/records/transfers.ts";
import { listTransfers } from "#service/usecases/procedure/transfer/list-transfers.ts";
import { done, refused } from "#service/cli/answers.ts";
import { callerFor } from "#service/cli/caller-for.ts";
import { UsageError, type Command } from "#service/cli/command.ts";
import { unitByCode } from "#service/cli/unit-by-code.ts";
import { required, withServices } from "#service/cli/with-services.ts";

export const transferList: Command = {
  words: "transfer list",
  takes: [],
  options: {
    as: { type: "string" },
    post: { type: "string" },
    unit: { type: "string" },
    side: { type: "string" },
    open: { type: "string" },
    on: { type: "string" },
  },
  about: "letters out of and into a unit, with what may be done to each 组织关系介绍信",
  run: async (call) => {
    const [account, code] = [required(call, "as"), required(call, "unit")];
    return await withServices(call, async (services) => {
      const caller = await callerFor(services, account, call.option("post"));
      if (!caller.ok) return refused(caller.refusal, sayRefusal("zh-CN", caller.refusal));
      const given = { unit: unitByCode(caller.value, code), side: call.option("side"), open: call.option("open") };
      const query = transferQuerySchema.safeParse({ ...given, on: call.option("on") });
      if (!query.success)
        throw new UsageError("--side is one of out, in, both; --open one of open, overdue, all; --on a day");
      const list = await listTransfers(services, caller.value, query.data);
      if (!list.ok) return refused(list.refusal, sayRefusal("zh-CN", list.refusal));
      const lines = list.value.map(
        ({ id, state, name, from, to, validUntil, overdue, acts }) =>
          `${id}  ${state.padEnd(8)}  ${name}  ${from} -> ${to}  ${validUntil ?? ""}${overdue ? " 超期" : ""}  ${acts.join(" ")}`,
      );
      return done(list.value, lines);
    });
  },
};
