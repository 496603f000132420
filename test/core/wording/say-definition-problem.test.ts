import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { sayDefinitionProblem } from "#core/wording/say-definition-problem.ts";

function crooked(file: string, given = "牛羊") {
  const place = { code: "definition-unreadable", file, line: 3, place: "" } as const;
  return sayDefinitionProblem("zh-CN", { ...place, given, problem: "line-crooked" });
}

describe("what is wrong with a definition, in words", () => {
  const grammars: readonly (readonly [file: string, grammar: RegExp])[] = [
    ["checks.txt", /不允许\|需说明\|提示.*左边 = 右边 \| 说明/u],
    ["../2017/checks.txt", /左边 = 右边 \| 说明/u],
    ["conditions.txt", /“名称 \| 条件”/u],
    ["points.txt", /名称 = 算式/u],
    ["table-01.txt", /编号 \| 标题 \| 口径/u],
  ];
  for (const [file, grammar] of grammars) {
    it(`R1 shows how a line of ${file} is written`, () => {
      assert.match(crooked(file), grammar);
    });
  }

  it("R1 shows no more than the beginning of a long line", () => {
    const said = crooked("table-01.txt", "牛".repeat(5000));
    assert.match(said, /：牛{80}…$/u);
  });
});
