import { letterWorkbookSchema } from "#core/protocol/records/transfers.ts";
import { sayRefusal } from "#core/wording/say-refusal.ts";
import { exportLetters, importReceipts } from "#service/usecases/procedure/transfer/letter-workbook.ts";
import { done, refused } from "#service/cli/answers.ts";
import { callerFor } from "#service/cli/caller-for.ts";
import { UsageError, type Command } from "#service/cli/command.ts";
import { readInput } from "#service/cli/read-input.ts";
import { required, withServices } from "#service/cli/with-services.ts";
import { writeOutput } from "#service/cli/write-output.ts";
import { transfersAnswer } from "./transfer-act.ts";

export const transferWorkbook: Command = {
  words: "transfer workbook",
  takes: [],
  options: {
    as: { type: "string" },
    post: { type: "string" },
    transfer: { type: "string", multiple: true },
    out: { type: "string" },
    reason: { type: "string" },
  },
  about: "letters to committees outside the service as an exchange workbook 导出交换工作簿",
  run: async (call) => {
    const [account, out] = [required(call, "as"), required(call, "out")];
    const asked = letterWorkbookSchema.safeParse({
      transfers: call.values("transfer"),
      reason: required(call, "reason"),
    });
    if (!asked.success) throw new UsageError("--transfer at least once; --reason of two characters or more");
    return await withServices(call, async (services) => {
      const caller = await callerFor(services, account, call.option("post"));
      if (!caller.ok) return refused(caller.refusal, sayRefusal("zh-CN", caller.refusal));
      const workbook = await exportLetters(services, caller.value, asked.data);
      if (!workbook.ok) return refused(workbook.refusal, sayRefusal("zh-CN", workbook.refusal));
      const { content, fileName } = workbook.value;
      await writeOutput(out, content);
      return done({ file: out, name: fileName }, [`${out}  ${fileName}`]);
    });
  },
};

export const transferReceipts: Command = {
  words: "transfer receipts",
  takes: ["FILE.xlsx"],
  options: { as: { type: "string" }, post: { type: "string" } },
  about: "read the days of arrival from an exchange workbook that came back 读入回执",
  run: async (call) => {
    const account = required(call, "as");
    return await withServices(call, async (services) => {
      const caller = await callerFor(services, account, call.option("post"));
      if (!caller.ok) return refused(caller.refusal, sayRefusal("zh-CN", caller.refusal));
      const content = await readInput(call.operands[0] ?? "", services.limits.workbookBytes);
      if (!content.ok) return refused(content.refusal, sayRefusal("zh-CN", content.refusal));
      const receipts = await importReceipts(services, caller.value, content.value);
      return receipts.ok
        ? transfersAnswer(receipts.value)
        : refused(receipts.refusal, sayRefusal("zh-CN", receipts.refusal));
    });
  },
};
