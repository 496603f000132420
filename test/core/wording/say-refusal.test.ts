import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { sayProblem } from "#core/wording/texts/problem-sentences.ts";
import { refusalsEn } from "#core/wording/texts/refusals-en.ts";
import { refusalsZh } from "#core/wording/texts/refusals-zh.ts";
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

  it("W2 name the sheets that a stopped book lacks, and keys only where keys are damaged", () => {
    const sheets = (count: number) =>
      Array.from({ length: count }, (_, index) => `sheet-missing 表${String(index + 1)}`);
    const said = (problems: readonly string[]) => sayRefusal("zh-CN", { code: "sheet-stopped", problems });
    assert.equal(said(sheets(2)), "缺少 2 张工作表（表1、表2），没有提交。请用完整的文件。");
    assert.equal(said(sheets(42)), "缺少 42 张工作表（表1、表2、表3、……），没有提交。请用完整的文件。");
    assert.match(said([...sheets(1), "key-row-missing 表2"]), /标识已被破坏/u);
  });

  it("tell what happened to the sheet", () => {
    const problem = { code: "row-missing", sheet: "定量任务", key: "q1", identity: "1.1 组织生活" } as const;
    assert.match(sayProblem("zh-CN", problem), /1\.1 组织生活/);
  });
});
