import type { Language } from "#core/wording/language.ts";
import { countEn } from "../count-en.ts";

/** What the page of leaving and restoring says (M1b). */
export interface LeavingWords {
  readonly about: string;
  readonly parts: { readonly leave: string; readonly restore: string };
  readonly find: string;
  readonly more: (count: number) => string;
  readonly all: string;
  readonly tickFirst: string;
  readonly missing: (fields: string) => string;
  readonly columns: {
    readonly name: string;
    readonly idNumber: string;
    readonly unit: string;
    readonly stage: string;
    readonly leftOn: string;
    readonly kind: string;
    readonly authority: string;
  };
  readonly on: string;
  readonly reason: string;
  readonly reasonHint: string;
  readonly choose: string;
  readonly leave: {
    readonly person: string;
    readonly kind: string;
    readonly ground: string;
    readonly authority: string;
    readonly note: string;
    readonly nobody: string;
    readonly act: (count: number) => string;
    readonly ask: (names: string, kind: string) => string;
    readonly done: (count: number) => string;
  };
  readonly restore: {
    readonly kind: string;
    readonly branch: string;
    readonly nobody: string;
    readonly act: (count: number) => string;
    readonly done: (count: number) => string;
  };
}

export const leavingWords = {
  "zh-CN": {
    about:
      "出党、停止党籍、死亡、终止发展等按方式办理；记录永远保留，不会删除。转往其他党组织请在“组织关系转接”中办理。",
    parts: { leave: "办理离开", restore: "恢复" },
    find: "在下表中查找姓名",
    more: (count) => `还有 ${count} 人未显示，请用姓名查找。`,
    all: "全选",
    tickFirst: "请先勾选人员。",
    missing: (fields) => `请先填写：${fields}。`,
    columns: {
      name: "姓名",
      idNumber: "公民身份号码",
      unit: "党支部",
      stage: "人员类别",
      leftOn: "离开日期",
      kind: "离开方式",
      authority: "批准机关",
    },
    on: "日期",
    reason: "办理原因",
    reasonHint: "至少 2 个字，记入审计",
    choose: "请选择",
    leave: {
      person: "按姓名、身份号码或手机查找",
      kind: "离开方式",
      ground: "出党事由",
      authority: "批准机关",
      note: "情况说明",
      nobody: "该党组织没有人员。",
      act: (count) => `办理 ${count} 人`,
      ask: (names, kind) => `确定为 ${names} 办理“${kind}”？`,
      done: (count) => `已办理 ${count} 人，列入离开人员名单。`,
    },
    restore: {
      kind: "恢复方式",
      branch: "编入党支部",
      nobody: "没有已离开的人员。",
      act: (count) => `恢复 ${count} 人`,
      done: (count) => `已恢复 ${count} 人。`,
    },
  },
  en: {
    about:
      "Expulsion, membership stopped, death, development ended: each by its kind. Records stay; nothing is deleted. Who goes to another unit is transferred.",
    parts: { leave: "Leaving", restore: "Restoring" },
    find: "Find a name in the table",
    more: (count) => `${countEn(count, "more row")} not shown: find them by name.`,
    all: "All",
    tickFirst: "Tick people first.",
    missing: (fields) => `Please fill in first: ${fields}.`,
    columns: {
      name: "Name",
      idNumber: "ID number",
      unit: "Branch",
      stage: "Stage",
      leftOn: "Left on",
      kind: "How he left",
      authority: "Authority",
    },
    on: "Date",
    reason: "Reason",
    reasonHint: "At least 2 characters; it is logged",
    choose: "Choose",
    leave: {
      person: "Find by name, ID number or mobile",
      kind: "How he leaves",
      ground: "Ground",
      authority: "Authority",
      note: "Note",
      nobody: "Nobody belongs to this unit.",
      act: (count) => `Enter for ${count}`,
      ask: (names, kind) => `Enter “${kind}” for ${names}?`,
      done: (count) => `Done for ${count}; they stand among those who left.`,
    },
    restore: {
      kind: "How he comes back",
      branch: "Into the branch",
      nobody: "Nobody has left.",
      act: (count) => `Restore ${count}`,
      done: (count) => `Restored: ${count}.`,
    },
  },
} satisfies Record<Language, LeavingWords>;
