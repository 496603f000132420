import { toId } from "#core/kernel/ids.ts";
import { sayRefusal } from "#core/wording/say-refusal.ts";
import { exportLedgerWorkbook } from "#service/usecases/ledger/exchange/output-ledger.ts";
import { done, refused } from "#service/cli/answers.ts";
import { callerFor } from "#service/cli/caller-for.ts";
import type { Command } from "#service/cli/command.ts";
import { required, withServices } from "#service/cli/with-services.ts";
import { writeOutput } from "#service/cli/write-output.ts";

export const ledgerExport: Command = {
  words: "ledger export",
  takes: [],
  options: {
    ledger: { type: "string" },
    as: { type: "string" },
    post: { type: "string" },
    out: { type: "string" },
    reason: { type: "string" },
  },
  about: "write a ledger as an .xlsx that can come back 导出台账",
  run: async (call) => {
    const [ledger, account, out] = [required(call, "ledger"), required(call, "as"), required(call, "out")];
    return await withServices(call, async (services) => {
      const caller = await callerFor(services, account, call.option("post"));
      if (!caller.ok) return refused(caller.refusal, sayRefusal("zh-CN", caller.refusal));
      const asked = {
        ledgerId: toId<Parameters<typeof exportLedgerWorkbook>[2]["ledgerId"]>(ledger),
        reason: call.option("reason") ?? "command line",
      };
      const output = await exportLedgerWorkbook(services, caller.value, asked);
      if (!output.ok) return refused(output.refusal, sayRefusal("zh-CN", output.refusal));
      await writeOutput(out, output.value.content);
      return done({ ledger, file: out, name: output.value.fileName }, [`${out}  ${output.value.fileName}`]);
    });
  },
};
