import { refusalSentence } from "#core/wording/refusal-sentence.ts";
import { installService } from "#service/usecases/account/install-service.ts";
import { done, refused } from "../answers.ts";
import type { Command } from "../command.ts";
import { required, withServices } from "../with-services.ts";

export const install: Command = {
  words: "install",
  takes: [],
  options: {
    committee: { type: "string" },
    "short-name": { type: "string" },
    officer: { type: "string" },
    phone: { type: "string" },
    system: { type: "string" },
    security: { type: "string" },
    auditor: { type: "string" },
  },
  about: "make the committee, its first officer and the three duty accounts in an empty database 初始化",
  run: async (call) => {
    const installation = {
      committeeName: required(call, "committee"),
      committeeShortName: required(call, "short-name"),
      admin: { name: required(call, "officer"), phone: required(call, "phone") },
      holders: {
        "system-administration": required(call, "system"),
        "security-administration": required(call, "security"),
        audit: required(call, "auditor"),
      },
    };
    return await withServices(call, async (services) => {
      const slips = await installService(services, installation);
      if (!slips.ok) return refused(slips.refusal, refusalSentence(slips.refusal, "zh-CN"));
      return done(
        slips.value,
        slips.value.map(
          (slip) =>
            `${slip.accountName}  ${slip.holder}  一次性密码 one-time password: ${slip.oneTimePassword}  至 until ${slip.validUntil}`,
        ),
      );
    });
  },
};
