import { dayOf } from "#core/kernel/instant.ts";
import { issueTransfersSchema } from "#core/protocol/records/transfers.ts";
import { sayRefusal } from "#core/wording/say-refusal.ts";
import { issueTransfers } from "#service/usecases/procedure/transfer/issue-transfers.ts";
import { refused } from "#service/cli/answers.ts";
import { callerFor } from "#service/cli/caller-for.ts";
import { UsageError, type Command, type CommandCall } from "#service/cli/command.ts";
import { required, withServices } from "#service/cli/with-services.ts";
import { transfersAnswer } from "./transfer-act.ts";

export const transferIssue: Command = {
  words: "transfer issue",
  takes: [],
  options: {
    as: { type: "string" },
    post: { type: "string" },
    person: { type: "string", multiple: true },
    to: { type: "string" },
    heading: { type: "string" },
    finally: { type: "string" },
    province: { type: "boolean" },
    graduate: { type: "boolean" },
    dues: { type: "string" },
    on: { type: "string" },
    reason: { type: "string" },
  },
  about: "letters for people to a unit (--to CODE) or to a committee elsewhere (--heading) 开具介绍信",
  run: async (call) => {
    const account = required(call, "as");
    return await withServices(call, async (services) => {
      const caller = await callerFor(services, account, call.option("post"));
      if (!caller.ok) return refused(caller.refusal, sayRefusal("zh-CN", caller.refusal));
      const [duesPaidUntil, reason] = [required(call, "dues"), required(call, "reason")];
      const row = { to: destinationOf(call), duesPaidUntil, graduate: call.flag("graduate") };
      const rows = call.values("person").map((personId) => ({ ...row, personId }));
      const asked = issueTransfersSchema.safeParse({
        on: call.option("on") ?? dayOf(caller.value.at),
        ...{ reason, rows },
      });
      if (!asked.success) throw new UsageError("--person at least once; --dues a month or a day; --on a day");
      const answer = await issueTransfers(services, caller.value, asked.data);
      return answer.ok ? transfersAnswer(answer.value) : refused(answer.refusal, sayRefusal("zh-CN", answer.refusal));
    });
  },
};

function destinationOf(call: CommandCall): object {
  const unitCode = call.option("to");
  if (unitCode !== undefined) return { unitCode };
  return {
    heading: required(call, "heading"),
    finallyTo: call.option("finally") ?? "",
    province: call.flag("province"),
  };
}
