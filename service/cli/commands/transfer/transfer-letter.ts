import { sayRefusal } from "#core/wording/say-refusal.ts";
import { printLetter } from "#service/usecases/procedure/transfer/print-letter.ts";
import { done, refused } from "#service/cli/answers.ts";
import { callerFor } from "#service/cli/caller-for.ts";
import type { Command } from "#service/cli/command.ts";
import { required, withServices } from "#service/cli/with-services.ts";
import { writeOutput } from "#service/cli/write-output.ts";

export const transferLetter: Command = {
  words: "transfer letter",
  takes: [],
  options: {
    as: { type: "string" },
    post: { type: "string" },
    transfer: { type: "string" },
    out: { type: "string" },
  },
  about: "the numbered introduction letter with counterfoil and receipt, as Word 打印介绍信",
  run: async (call) => {
    const [account, transfer, out] = [required(call, "as"), required(call, "transfer"), required(call, "out")];
    return await withServices(call, async (services) => {
      const caller = await callerFor(services, account, call.option("post"));
      if (!caller.ok) return refused(caller.refusal, sayRefusal("zh-CN", caller.refusal));
      const letter = await printLetter(services, caller.value, transfer);
      if (!letter.ok) return refused(letter.refusal, sayRefusal("zh-CN", letter.refusal));
      await writeOutput(out, letter.value.content);
      return done({ transfer, file: out, name: letter.value.fileName }, [`${out}  ${letter.value.fileName}`]);
    });
  },
};
