import type { StandingChoices } from "#core/protocol/standings.ts";
import { toId, type TemplateId } from "#core/kernel/ids.ts";
import type { LedgerLevel } from "#core/ledger/template/template.ts";
import { sayRefusal } from "#core/wording/say-refusal.ts";
import { readableLedgers } from "#core/access/ledger-filter.ts";
import type { Caller } from "#service/usecases/caller.ts";
import type { Services } from "#service/usecases/services.ts";
import { listStandingChoices } from "#service/usecases/standing/list-standing-choices.ts";
import { outputStanding } from "#service/usecases/standing/output-standing.ts";
import { done, refused } from "#service/cli/answers.ts";
import { callerFor, departmentCaller } from "#service/cli/caller-for.ts";
import { UsageError, type Command, type CommandCall } from "#service/cli/command.ts";
import { required, withServices } from "#service/cli/with-services.ts";
import { wholeNumber } from "#service/cli/whole-number.ts";
import { writeOutput } from "#service/cli/write-output.ts";

const LEVELS: readonly string[] = ["general-branch", "branch", "member"] satisfies readonly LedgerLevel[];

export const standings: Command = {
  words: "standings",
  takes: [],
  options: {
    year: { type: "string" },
    level: { type: "string" },
    out: { type: "string" },
    template: { type: "string" },
    unit: { type: "string" },
    as: { type: "string" },
    post: { type: "string" },
    reason: { type: "string" },
  },
  about: "write a standing as .xlsx; the whole service's unless --unit and --as say otherwise 输出排名",
  run: async (call) => {
    const year = wholeNumber(required(call, "year"), 0, { name: "year", from: 2_000, to: 2_100 });
    const level = levelOf(call);
    const out = required(call, "out");
    return await withServices(call, async (services) => {
      const account = call.option("as");
      const caller =
        account === undefined
          ? await departmentCaller(services)
          : await callerFor(services, account, call.option("post"));
      if (!caller.ok) return refused(caller.refusal, sayRefusal("zh-CN", caller.refusal));
      const templateId = call.option("template") ?? (await mostUsed(services, caller.value, { year, level }));
      const unitId = unitOf(call, caller.value);
      if (unitId === undefined) return refused({ code: "not-found" }, sayRefusal("zh-CN", { code: "not-found" }));
      if (templateId === undefined)
        return refused({ code: "not-found" }, "no ledgers of that year and level 没有该年度该级别的台账");
      const query = { year, level, templateId, unitId };
      const output = await outputStanding(services, caller.value, {
        query,
        format: "xlsx",
        reason: call.option("reason") ?? "command line",
      });
      if (!output.ok) return refused(output.refusal, sayRefusal("zh-CN", output.refusal));
      await writeOutput(out, output.value.content);
      return done({ file: out, ...query }, [`${out}  ${output.value.fileName}`]);
    });
  },
};

function levelOf(call: CommandCall): LedgerLevel {
  const level = required(call, "level");
  if (LEVELS.includes(level)) return level as LedgerLevel;
  throw new UsageError(`--level is one of ${LEVELS.join(", ")}`);
}

/** A unit's code; without it, the one the caller acts for, from the root down. */
function unitOf(call: CommandCall, caller: Caller): string | undefined {
  const units = [...caller.organisation.units.values()];
  const code = call.option("unit");
  const unit =
    code === undefined
      ? units.find((each) => each.parentId === null)
      : units.find((each) => each.code === code || each.id === code);
  return unit?.id;
}

interface Wanted {
  readonly year: number;
  readonly level: LedgerLevel;
}

/** The lineage most ledgers of that year and level were copied from. */
async function mostUsed(services: Services, caller: Caller, { year, level }: Wanted): Promise<string | undefined> {
  const choices = await listStandingChoices(services, caller);
  const templates: StandingChoices["templates"] = choices.ok ? choices.value.templates : [];
  const lineages = [
    ...new Set(templates.filter((template) => template.level === level).map((template) => template.templateId)),
  ];
  const counts = await services.store.read(async (tx) => {
    const counted = [];
    for (const lineage of lineages) {
      const query = {
        visible: readableLedgers(caller.scope),
        year,
        level,
        templateId: toId<TemplateId>(lineage),
        includeVoided: false,
        most: 1,
      };
      counted.push({ lineage, count: await tx.ledgers.count(query) });
    }
    return counted;
  });
  return counts.filter(({ count }) => count > 0).toSorted((a, b) => b.count - a.count)[0]?.lineage;
}
