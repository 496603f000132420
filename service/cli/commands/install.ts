import type { AnyRefusal } from "#core/protocol/refusal.ts";
import { sayRefusal } from "#core/wording/say-refusal.ts";
import { installService } from "#service/usecases/account/install-service.ts";
import { done, refused } from "../answers.ts";
import { UsageError, type Command, type CommandAnswer, type CommandCall } from "../command.ts";
import { required, withNewServices } from "../with-services.ts";

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
      admin: { name: required(call, "officer"), phone: phoneOf(call) },
      holders: {
        "system-administration": required(call, "system"),
        "security-administration": required(call, "security"),
        audit: required(call, "auditor"),
      },
    };
    return await withNewServices(call, async (services) => {
      const slips = await installService(services, installation);
      if (!slips.ok) return notInstalled(slips.refusal);
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

/** It becomes the officer's account name, so a wrong one would lock him out. */
function phoneOf(call: CommandCall): string {
  const phone = required(call, "phone");
  if (/^1\d{10}$/.test(phone)) return phone;
  throw new UsageError("--phone takes a mobile number of 11 digits 手机号码为 11 位数字");
}

function notInstalled(refusal: AnyRefusal): CommandAnswer {
  return refusal.code === "changed-meanwhile"
    ? refused({ code: "database-not-empty" }, "the database is in use already 数据库已初始化，未作改动")
    : refused(refusal, sayRefusal("zh-CN", refusal));
}
