import assert from "node:assert/strict";
import fc from "fast-check";
import { describe, it } from "mocha";
import { addDays } from "#core/kernel/day-arithmetic.ts";
import type { Day } from "#core/kernel/instant.ts";
import type { Deadline } from "#core/report/deadline/deadline.ts";
import { daysLeft, dueDay, dueDays } from "#core/report/deadline/due-day.ts";
import { readSet } from "#core/report/definition/read-set.ts";
import { readWorkingDays } from "#core/report/submission/working-days.ts";
import { sayDefinitionProblem } from "#core/wording/say-definition-problem.ts";

const day = (text: string): Day => text as Day;
const workingDays = readWorkingDays("休 2027-01-01 元旦");

function read(lines: string) {
  return readSet(new Map([["set.txt", `年报 2026 年报\n周期 年\n${lines}`]]));
}

function deadlines(lines: string): readonly Deadline[] {
  const set = read(lines);
  return set.ok ? set.value.set.deadlines : assert.fail(JSON.stringify(set.refusal));
}

function problems(lines: string): readonly string[] {
  const set = read(lines);
  return set.ok ? [] : set.refusal.problems.map(({ problem, file, line }) => `${problem} ${file}:${line}`);
}

describe("deadlines of a report set", () => {
  const asked = { level: "general-branch", from: day("2026-12-31"), workingDays } as const;

  it("R1 are days of the year or the next one, or days after the reporting date, working days among them", () => {
    const cases: readonly (readonly [string, string | null])[] = [
      ["期限 上报 12-31", "2026-12-31"],
      ["期限 上报 次年 01-10", "2027-01-10"],
      ["期限 上报 次年01-10", "2027-01-10"],
      ["期限 上报 报告日期后 5 日", "2027-01-05"],
      ["期限 上报 报告日期后 5 个工作日", "2027-01-08"],
      ["期限 校核 12-20", null],
    ];
    for (const [text, due] of cases) assert.equal(dueDay(deadlines(text), { ...asked, duty: "submit" }), due, text);
    const print = dueDay(deadlines("期限 打印 接受后 3 个工作日"), {
      ...asked,
      duty: "print",
      from: day("2027-01-08"),
    });
    assert.equal(print, "2027-01-13");
  });

  it("R1 C1 a level's own line comes before the line for all", () => {
    const all = deadlines("期限 上报 次年 01-10 党委\n期限 上报 12-31\n期限 清理 12-10 党总支\n期限 校核 12-20");
    const due = (level: "committee" | "general-branch") => dueDays(all, { ...asked, level });
    assert.deepEqual(due("committee"), [
      { duty: "check", on: "2026-12-20" },
      { duty: "submit", on: "2027-01-10" },
    ]);
    assert.deepEqual(due("general-branch"), [
      { duty: "clean-up", on: "2026-12-10" },
      { duty: "check", on: "2026-12-20" },
      { duty: "submit", on: "2026-12-31" },
    ]);
  });

  it("R1 stand in any order with the tables that are taken over, and a form may have none", () => {
    const base = readSet(new Map([["set.txt", "年报 2017 年报\n周期 年\n期限 上报 12-31"]]));
    const text = "年报 h 半年报\n周期 半年\n期限 上报 07-10\n采用 2017 表 1";
    const half = readSet(new Map([["set.txt", text]]), base.ok ? base.value : undefined);
    // The form beside it has no table 1; its deadlines are its own.
    assert.deepEqual(!half.ok && half.refusal.problems.map(({ problem, line }) => `${problem} ${line}`), [
      "cell-unknown 4",
    ]);
    assert.deepEqual(deadlines(""), []);
  });

  it("R1 tells with its line what is no deadline", () => {
    const crooked = [
      ...["期限", "期限 上报", "期限 上报 13-01", "期限 上报 02-29", "期限 上报 2026-12-31", "期限 汇总 12-31"],
      ...["期限 上报 12-31 党支部", "期限 上报 接受后 3 日", "期限 打印 报告日期后 3 日", "期限 打印 12-31"],
      ...["期限 上报 报告日期后 0 日", "期限 上报 报告日期后 三 日"],
    ];
    for (const text of crooked) assert.deepEqual(problems(text), ["deadline-crooked set.txt:3"], text);
    assert.deepEqual(problems("期限 上报 12-31\n# 说明\n期限 上报 次年 01-10"), ["id-doubled set.txt:5"]);
    assert.deepEqual(problems("限期 上报 12-31"), ["section-unknown set.txt:3"]);
    const told = { ...{ file: "set.txt", line: 3, place: "", given: "期限" }, problem: "deadline-crooked" } as const;
    const said = (language: "zh-CN" | "en") =>
      sayDefinitionProblem(language, { code: "definition-unreadable", ...told });
    assert.match(said("zh-CN"), /^set\.txt:3 {2}应写作“期限 上报 12-31”/u);
    assert.match(said("en"), /is wanted: 期限$/u);
  });

  it("R1 days left are counted to the day it was done, else to today", () => {
    const [on, today] = [day("2026-12-31"), day("2027-01-05")];
    assert.equal(daysLeft(on, { done: null, today }), -5);
    assert.equal(daysLeft(on, { done: day("2026-12-30"), today }), 1);
    fc.assert(
      fc.property(fc.integer({ min: -400, max: 400 }), (days) => {
        assert.equal(daysLeft(addDays(today, days), { done: null, today }), days);
      }),
    );
  });
});
