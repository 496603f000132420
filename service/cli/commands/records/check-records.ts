import type { FindingCount, FindingsPage } from "#core/protocol/records/records.ts";
import { sayRefusal } from "#core/wording/say-refusal.ts";
import { parseDay } from "#core/kernel/instant.ts";
import { listFindings } from "#service/usecases/record/check/list-findings.ts";
import type { Caller } from "#service/usecases/caller.ts";
import { done, refused } from "#service/cli/answers.ts";
import { callerFor, departmentCaller } from "#service/cli/caller-for.ts";
import { UsageError, type Command } from "#service/cli/command.ts";
import { unitByCode } from "#service/cli/unit-by-code.ts";
import { required, withServices } from "#service/cli/with-services.ts";

const SEVERITIES = { error: "不允许", explain: "需说明", hint: "提示" } as const;

export const checkRecords: Command = {
  words: "check records",
  takes: [],
  options: {
    unit: { type: "string" },
    as: { type: "string" },
    post: { type: "string" },
    on: { type: "string" },
  },
  about: "what the record checks find in a unit and below it 信息校核",
  run: async (call) => {
    const code = required(call, "unit");
    const [account, on] = [call.option("as"), call.option("on")];
    if (on !== undefined && parseDay(on) === undefined) throw new UsageError("--on is a day: 2026-12-31");
    return await withServices(call, async (services) => {
      const caller =
        account === undefined
          ? await departmentCaller(services)
          : await callerFor(services, account, call.option("post"));
      if (!caller.ok) return refused(caller.refusal, sayRefusal("zh-CN", caller.refusal));
      const page = await listFindings(services, caller.value, { unit: unitByCode(caller.value, code), on });
      if (!page.ok) return refused(page.refusal, sayRefusal("zh-CN", page.refusal));
      return done(page.value, linesOf(page.value, caller.value));
    });
  },
};

/** Counts per check and unit first, then each finding that keeps a report from being submitted or asks for words. */
function linesOf({ counts, findings }: FindingsPage, { organisation }: Caller): readonly string[] {
  const unitName = (id: string): string => [...organisation.units.values()].find((unit) => unit.id === id)?.name ?? id;
  const told = findings.filter(({ severity }) => severity !== "hint");
  return [
    ...counts.map((count) => `${countOf(count)}  ${unitName(count.unitId)}`),
    ...told.map(({ check, name, unitId, text, explanation }) =>
      [check, name, unitName(unitId), text.zh, explanation ?? ""].join("  ").trimEnd(),
    ),
  ];
}

function countOf({ check, severity, title, count, explained }: FindingCount): string {
  const done = severity === "explain" ? `（已说明 ${String(explained)}）` : "";
  return `${check}  ${SEVERITIES[severity]}  ${title.zh}  ${String(count)}${done}`;
}
