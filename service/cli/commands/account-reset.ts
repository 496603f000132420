import { sayRefusal } from "#core/wording/say-refusal.ts";
import { resetTopAccount } from "#service/usecases/account/reset-top-account.ts";
import { done, refused } from "../answers.ts";
import type { Command } from "../command.ts";
import { required, withServices } from "../with-services.ts";

export const accountReset: Command = {
  words: "account reset",
  takes: [],
  options: { account: { type: "string" }, reason: { type: "string" } },
  about: "a new one-time password for an account of the root or a duty account 重置顶级账号",
  run: async (call) => {
    const asked = { accountName: required(call, "account"), reason: required(call, "reason") };
    return await withServices(call, async (services) => {
      const slip = await resetTopAccount(services, asked);
      if (!slip.ok) return refused(slip.refusal, sayRefusal("zh-CN", slip.refusal));
      const { accountName, oneTimePassword, validUntil } = slip.value;
      return done(slip.value, [
        `${accountName}  一次性密码 one-time password: ${oneTimePassword}  至 until ${validUntil}`,
      ]);
    });
  },
};
