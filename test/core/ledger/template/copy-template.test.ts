import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { checkRewording } from "#core/ledger/check-rewording.ts";
import { copyTemplate } from "#core/ledger/template/copy-template.ts";
import { anItem, anItemKey, aSection, aTemplate } from "#test/builders/ledger-template.ts";

const BODY = aTemplate({
  columns: [
    { key: "task", title: "工作任务", rewordable: true, width: 30 },
    { key: "requirement", title: "评分标准", rewordable: false, width: 30 },
  ],
  sections: [
    aSection({
      items: [
        anItem({ key: "q1", texts: { task: "召开党员大会", requirement: "每季度一次" } }),
        anItem({ key: "q2", texts: { task: "讲党课" } }),
      ],
    }),
  ],
});

describe("copy-new", () => {
  it("L2 begins with the template's words, an absent text is empty", () => {
    const copy = copyTemplate(BODY);
    assert.equal(copy.name, "党支部工作考核台账");
    assert.deepEqual(Object.fromEntries(copy.texts), {
      q1: { task: "召开党员大会", requirement: "每季度一次" },
      q2: { task: "讲党课", requirement: "" },
    });
  });

  it("L2 takes over the wording of an earlier ledger by key, only where one may reword", () => {
    const earlier = {
      name: "内科党支部2025年台账",
      texts: new Map([
        [anItemKey("q1"), { task: "召开党员大会并公示", requirement: "改过的标准" }],
        [anItemKey("gone"), { task: "旧任务" }],
      ]),
    };
    const copy = copyTemplate(BODY, earlier);
    assert.equal(copy.name, "内科党支部2026年台账");
    assert.deepEqual(Object.fromEntries(copy.texts), {
      q1: { task: "召开党员大会并公示", requirement: "每季度一次" },
      q2: { task: "讲党课", requirement: "" },
    });
  });

  it("L2 a wording that was emptied on purpose stays empty", () => {
    const copy = copyTemplate(BODY, { name: "台账", texts: new Map([[anItemKey("q1"), { task: "" }]]) });
    assert.equal(copy.texts.get(anItemKey("q1"))?.["task"], "");
  });

  it("L2 leaves names without one year, and numbers that are none, alone", () => {
    const nameOf = (name: string) => copyTemplate(BODY, { name, texts: new Map() }).name;
    assert.deepEqual(["我的台账", "编号120250的台账", "2024—2025台账"].map(nameOf), [
      "我的台账",
      "编号120250的台账",
      "2024—2025台账",
    ]);
  });
});

describe("rewording", () => {
  it("L2 the owner rewords the columns that the template opens", () => {
    assert.deepEqual(checkRewording(BODY, "task", "第一行\r\n第二行\u0000"), { ok: true, value: "第一行\n第二行" });
    assert.deepEqual(checkRewording(BODY, "requirement", "x"), {
      ok: false,
      refusal: { code: "text-not-rewordable", column: "评分标准" },
    });
    assert.deepEqual(checkRewording(BODY, "maximum", "100"), {
      ok: false,
      refusal: { code: "unknown-field", field: "maximum" },
    });
    assert.deepEqual(checkRewording(BODY, "task", "长".repeat(2001)), {
      ok: false,
      refusal: { code: "text-too-long", most: 2000 },
    });
  });
});
