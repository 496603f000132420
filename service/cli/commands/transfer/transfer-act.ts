import { dayOf } from "#core/kernel/instant.ts";
import { actOnTransfersSchema, type TransfersAnswer } from "#core/protocol/records/transfers.ts";
import { sayRefusal } from "#core/wording/say-refusal.ts";
import { actOnTransfers } from "#service/usecases/procedure/transfer/act-on-transfers.ts";
import type { Caller } from "#service/usecases/caller.ts";
import { refused } from "#service/cli/answers.ts";
import { callerFor } from "#service/cli/caller-for.ts";
import { UsageError, type Command, type CommandAnswer, type CommandCall } from "#service/cli/command.ts";
import { unitByCode } from "#service/cli/unit-by-code.ts";
import { required, withServices } from "#service/cli/with-services.ts";

const OPTIONS: Command["options"] = {
  as: { type: "string" },
  post: { type: "string" },
  transfer: { type: "string", multiple: true },
  on: { type: "string" },
};

export const transferReceive = actCommand("receive", {
  about: "take people in (--branch CODE), or enter the receipt of a letter that left the service 接收",
  options: { branch: { type: "string" } },
  move: (call, caller) => {
    const branch = call.option("branch");
    return { branchId: branch === undefined ? null : unitByCode(caller, branch) };
  },
});

export const transferEndorse = actCommand("endorse", {
  about: "pass letters on to the right unit (--to CODE) 背书",
  options: { to: { type: "string" }, reason: { type: "string" } },
  move: (call) => ({ to: { unitCode: required(call, "to") }, reason: required(call, "reason") }),
});

export const transferRevoke = actCommand("revoke", {
  about: "letters back to their sender 撤销",
  options: { reason: { type: "string" } },
  move: (call) => ({ reason: required(call, "reason") }),
});

export const transferRelease = actCommand("release", {
  about: "release numbered letters that were compared 核对放行",
  options: {},
  move: () => ({}),
});

interface Act {
  readonly about: string;
  readonly options: Command["options"];
  readonly move: (call: CommandCall, caller: Caller) => object;
}

function actCommand(act: "receive" | "endorse" | "revoke" | "release", { about, options, move }: Act): Command {
  return {
    words: `transfer ${act}`,
    takes: [],
    options: { ...OPTIONS, ...options },
    about,
    run: async (call) => {
      const account = required(call, "as");
      return await withServices(call, async (services) => {
        const caller = await callerFor(services, account, call.option("post"));
        if (!caller.ok) return refused(caller.refusal, sayRefusal("zh-CN", caller.refusal));
        const asked = actOnTransfersSchema.safeParse({
          transfers: call.values("transfer"),
          on: call.option("on") ?? dayOf(caller.value.at),
          move: { act, ...move(call, caller.value) },
        });
        if (!asked.success) throw new UsageError("--transfer at least once; --on a day");
        const answer = await actOnTransfers(services, caller.value, asked.data);
        return answer.ok ? transfersAnswer(answer.value) : refused(answer.refusal, sayRefusal("zh-CN", answer.refusal));
      });
    },
  };
}

/** Row by row; with nothing done at all the command has failed. */
export function transfersAnswer(answer: TransfersAnswer): CommandAnswer {
  const lines = [
    ...answer.done.map(({ transferId, personId }) => `${transferId}  ${personId}`),
    ...answer.refused.map(({ row, refusal }) => `${String(row + 1)}  ${sayRefusal("zh-CN", refusal)}`),
  ];
  return { exitCode: answer.done.length > 0 ? 0 : 1, data: answer, lines };
}
