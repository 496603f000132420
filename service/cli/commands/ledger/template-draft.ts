import { sayRefusal } from "#core/wording/say-refusal.ts";
import { draftTemplate } from "#service/usecases/template/draft-template.ts";
import { done, refused } from "#service/cli/answers.ts";
import { callerFor } from "#service/cli/caller-for.ts";
import type { Command } from "#service/cli/command.ts";
import { required, withServices } from "#service/cli/with-services.ts";

/** A new office has no template to revise: its first ones are drafts of those that come along. */
export const templateDraft: Command = {
  words: "template draft",
  takes: ["NAME"],
  options: { as: { type: "string" }, post: { type: "string" } },
  about: "a draft of a template that comes along, for the organisation department to edit and publish 起草模板",
  run: async (call) => {
    const account = required(call, "as");
    const [shipped = ""] = call.operands;
    return await withServices(call, async (services) => {
      const caller = await callerFor(services, account, call.option("post"));
      if (!caller.ok) return refused(caller.refusal, sayRefusal("zh-CN", caller.refusal));
      const names = await services.shipped.names();
      if (!names.includes(shipped))
        return refused({ code: "not-found" }, `没有这个样本，可用的有 choose one of: ${names.join(", ")}`);
      const draft = await draftTemplate(services, caller.value, { shipped });
      if (!draft.ok) return refused(draft.refusal, sayRefusal("zh-CN", draft.refusal));
      const { body, versionId } = draft.value;
      return done({ versionId, name: body.name, year: body.year }, [
        `${versionId}  ${String(body.year)}  ${body.name}  已起草，请在“模板”中修改并发布 drafted`,
      ]);
    });
  },
};
