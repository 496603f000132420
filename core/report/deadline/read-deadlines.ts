import { parseDay } from "#core/kernel/instant.ts";
import type { UnitKind } from "#core/organisation/unit.ts";
import type { DefinitionLine } from "../definition/definition-lines.ts";
import type { ProblemList } from "../definition/problem-list.ts";
import type { Deadline, DueRule, ReportDuty } from "./deadline.ts";

const DUTIES: Readonly<Record<string, ReportDuty>> = { 清理: "clean-up", 校核: "check", 上报: "submit", 打印: "print" };
/** Levels that hand in a report of their own. */
const LEVELS: Readonly<Record<string, UnitKind>> = { 党委: "committee", 党总支: "general-branch" };

const DEADLINE = /^期限\s+(\S+)\s+(\S.*?)(?:\s+(党委|党总支))?$/u;
const DATE = /^(次年\s*)?(\d{2}-\d{2})$/u;
const AFTER = /^(报告日期|接受)后\s*([1-9]\d{0,2})\s*(个工作日|日)$/u;

export function isDeadline({ text }: DefinitionLine): boolean {
  return /^期限(?:\s|$)/u.test(text);
}

/** `期限 上报 12-31`, `期限 上报 次年 01-10 党委`, `期限 校核 报告日期后 5 日`, `期限 打印 接受后 3 个工作日` (R1). */
export function readDeadlines(lines: readonly DefinitionLine[], problems: ProblemList): readonly Deadline[] {
  const deadlines: Deadline[] = [];
  for (const { no, text } of lines.filter(isDeadline)) {
    const deadline = readDeadline(text, no);
    if (!deadline) problems.add(no, "deadline-crooked", { given: text });
    else if (deadlines.some(({ duty, level }) => duty === deadline.duty && level === deadline.level))
      problems.add(no, "id-doubled", { given: text });
    else deadlines.push(deadline);
  }
  return deadlines;
}

function readDeadline(text: string, line: number): Deadline | undefined {
  const [, word = "", when = "", level] = DEADLINE.exec(text) ?? [];
  const duty = DUTIES[word];
  const due = duty && readDue(when, duty);
  return due && { duty, due, level: level === undefined ? null : (LEVELS[level] ?? null), line };
}

/** Printing follows the acceptance, everything else the calendar. */
function readDue(text: string, duty: ReportDuty): DueRule | undefined {
  const [, after, count = "", days] = AFTER.exec(text) ?? [];
  if (after !== undefined)
    return (after === "接受") === (duty === "print")
      ? { kind: "after", count: Number(count), working: days === "个工作日" }
      : undefined;
  const [, next, monthDay = ""] = DATE.exec(text) ?? [];
  // A day that every year has.
  if (duty === "print" || parseDay(`2023-${monthDay}`) === undefined) return undefined;
  return { kind: "date", monthDay, yearsAfter: next === undefined ? 0 : 1 };
}
