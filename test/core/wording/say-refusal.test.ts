import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { sayProblem } from "#core/wording/problem-sentences.ts";
import { refusalsEn } from "#core/wording/refusals-en.ts";
import { refusalsZh } from "#core/wording/refusals-zh.ts";
import { sayRefusal } from "#core/wording/say-refusal.ts";

describe("sentences", () => {
  it("have the same codes in both languages", () => {
    assert.deepEqual(Object.keys(refusalsEn).toSorted(), Object.keys(refusalsZh).toSorted());
  });

  it("say facts, not codes", () => {
    const refusal = { code: "score-out-of-range", given: "9", lowest: "0", highest: "5" } as const;
    assert.equal(sayRefusal("zh-CN", refusal), "分值应在 0 到 5 之间，填写的是 9。");
    assert.match(sayRefusal("en", refusal), /\b9\b.*|0.*5/);
  });

  it("tell what happened to the sheet", () => {
    const problem = { code: "row-missing", sheet: "定量任务", key: "q1", identity: "1.1 组织生活" } as const;
    assert.match(sayProblem("zh-CN", problem), /1\.1 组织生活/);
  });
});
