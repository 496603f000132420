import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { refusalSentencesEn } from "#core/wording/refusal-sentences-en.ts";
import { refusalSentencesZh } from "#core/wording/refusal-sentences-zh.ts";
import { refusalSentence } from "#core/wording/refusal-sentence.ts";
import { problemSentence } from "#core/wording/problem-sentence.ts";

describe("sentences", () => {
  it("have the same codes in both languages", () => {
    assert.deepEqual(Object.keys(refusalSentencesEn), Object.keys(refusalSentencesZh));
  });

  it("say facts, not codes", () => {
    const refusal = { code: "score-out-of-range", given: "9", lowest: "0", highest: "5" } as const;
    assert.equal(refusalSentence(refusal, "zh-CN"), "“9”超出范围，应在 0 到 5 之间。");
    assert.equal(refusalSentence(refusal, "en"), '"9" is out of range: 0 to 5.');
  });

  it("tell when a stage is open (L15)", () => {
    const refusal = { code: "outside-window", stages: ["filling"], opens: "2026-01-01", closes: "2026-12-10" } as never;
    assert.equal(refusalSentence(refusal, "zh-CN"), "不在填报阶段内（2026-01-01 至 2026-12-10）。");
  });

  it("tell what happened to the sheet", () => {
    const problem = { code: "row-missing", sheet: "定量任务", key: "q1", identity: "1.1 组织生活" } as const;
    assert.match(problemSentence(problem, "zh-CN"), /1\.1 组织生活/);
  });
});
