import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { checkReason } from "#core/ledger/item-rules/check-reason.ts";

describe("checking a reason", () => {
  for (const text of [
    "会议记录缺少签到表",
    "迟报两次，扣4分",
    "三会一课少一次",
    "材料与任务不符",
    "Minutes lack signatures",
    "𠮷野家聚餐照",
    "情况属实但迟报两天",
  ]) {
    it(`L7 "${text}" is a reason`, () => assert.equal(checkReason(text), undefined));
  }

  for (const text of [
    "",
    "     ",
    "无",
    "没有",
    "同意",
    "如题",
    "缺签到表",
    "缺签到表了 ",
    "\u200b\u200b\u200b\u200b\u200b\u200b",
    "　　扣两分吧　　",
    "好​好​好",
  ]) {
    it(`L7 "${text}" is too short`, () => assert.deepEqual(checkReason(text), { code: "reason-required", least: 6 }));
  }

  for (const text of [
    "已核实无误！",
    "按要求修改。",
    "按要求修改，同意",
    "没有没有没有",
    "无无无无无无",
    "哈哈哈哈哈哈",
    "哈呵哈呵哈呵",
    "。。。。。。",
    "……………………",
    "123456",
    "扣 分 扣 分 扣 分",
    "已审核，情况属实",
    "ok ok ok",
    "ＯＫ！ＯＫ！ＯＫ！",
    "根据实际情况评分",
    "asdfasdf",
    "——无——无——",
  ]) {
    it(`L7 "${text}" says nothing`, () => assert.equal(checkReason(text)?.code, "reason-empty-phrase"));
  }

  it("L7 counts characters as people do, not as UTF-16 does", () => {
    assert.equal(checkReason("𠮷𠮷𠮷")?.code, "reason-required");
    assert.equal(checkReason("缺少𠮷林盖章页")?.code, undefined);
  });

  it("L7 a reason has an end", () => {
    assert.equal(checkReason("缺少签到表".repeat(100)), undefined);
    assert.deepEqual(checkReason("缺少签到表".repeat(101)), { code: "text-too-long", most: 500 });
  });
});
