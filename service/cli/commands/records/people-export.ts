import { sayRefusal } from "#core/wording/say-refusal.ts";
import { outputRoster } from "#service/usecases/record/roster/output-roster.ts";
import { done, refused } from "#service/cli/answers.ts";
import { callerFor, departmentCaller } from "#service/cli/caller-for.ts";
import type { Command } from "#service/cli/command.ts";
import { unitByCode } from "#service/cli/unit-by-code.ts";
import { required, withServices } from "#service/cli/with-services.ts";
import { writeOutput } from "#service/cli/write-output.ts";

export const peopleExport: Command = {
  words: "people export",
  takes: [],
  options: {
    unit: { type: "string" },
    list: { type: "string" },
    out: { type: "string" },
    as: { type: "string" },
    post: { type: "string" },
    on: { type: "string" },
    filter: { type: "string" },
    reason: { type: "string" },
  },
  about: "write a list of people or units as an .xlsx 导出名册",
  run: async (call) => {
    const [code, list, out] = [required(call, "unit"), required(call, "list"), required(call, "out")];
    const account = call.option("as");
    return await withServices(call, async (services) => {
      const caller =
        account === undefined
          ? await departmentCaller(services)
          : await callerFor(services, account, call.option("post"));
      if (!caller.ok) return refused(caller.refusal, sayRefusal("zh-CN", caller.refusal));
      const output = await outputRoster(services, caller.value, {
        ...{ list, unit: unitByCode(caller.value, code), reason: call.option("reason") ?? "command line" },
        ...{ on: call.option("on"), filter: call.option("filter") },
      });
      if (!output.ok) return refused(output.refusal, sayRefusal("zh-CN", output.refusal));
      await writeOutput(out, output.value.content);
      return done({ list, file: out, name: output.value.fileName }, [`${out}  ${output.value.fileName}`]);
    });
  },
};
