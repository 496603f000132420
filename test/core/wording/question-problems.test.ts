import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { sayQuestionProblem } from "#core/wording/question-problems.ts";

describe("question problems", () => {
  it("M22 are said with the word they are about", () => {
    const problem = { code: "question-unreadable", at: 0, given: "星座", problem: "unknown-field" } as const;
    assert.equal(sayQuestionProblem("zh-CN", problem), "没有“星座”这一项");
    assert.equal(sayQuestionProblem("en", problem), 'there is no field "星座"');
  });
});
