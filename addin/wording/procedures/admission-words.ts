import type { Language } from "#core/wording/language.ts";
import { countEn } from "../count-en.ts";

/** What the page of admissions says (M9). */
export interface AdmissionWords {
  readonly about: string;
  readonly year: string;
  readonly shared: string;
  readonly sharedAbout: string;
  readonly joinedOn: string;
  readonly committee: string;
  readonly approvedOn: string;
  readonly fill: (count: number) => string;
  readonly columns: {
    readonly who: string;
    readonly dates: string;
    readonly kind: string;
    readonly bookNumber: string;
  };
  readonly noTraining: string;
  readonly proposed: (kind: string) => string;
  readonly proposedLater: string;
  readonly of: (name: string, field: string) => string;
  readonly all: string;
  readonly nobody: string;
  readonly act: (count: number) => string;
  readonly tickFirst: string;
  readonly missing: (names: string) => string;
  readonly done: (count: number) => string;
  readonly kindDiffers: (name: string, proposed: string) => string;
  readonly enteredLate: (name: string, due: string) => string;
}

export const admissionWords = {
  "zh-CN": {
    about:
      "当年名单已定稿、尚未吸收的发展对象。入党日期为支部大会通过之日；上级党委批准后两周内录入。填写某一行即勾选该人。",
    year: "名单年度",
    shared: "共同内容",
    sharedAbout: "多人同一次会议、同一次批复时，在此填写后填入已勾选的各行。",
    joinedOn: "支部大会日期",
    committee: "审批党委",
    approvedOn: "批准日期",
    fill: (count) => `填入勾选的 ${count} 行`,
    columns: {
      who: "姓名、党支部",
      dates: "出生、培训",
      kind: "加入组织类型",
      bookNumber: "入党志愿书编号",
    },
    noTraining: "无培训记录",
    proposed: (kind) => `按年龄：${kind}`,
    proposedLater: "按年龄确定",
    of: (name, field) => `${name}：${field}`,
    all: "全选",
    nobody: "没有可吸收的人员。请先在“发展计划”中把当年名单定稿。",
    act: (count) => `吸收 ${count} 人`,
    tickFirst: "请先勾选人员。",
    missing: (names) => `请填写支部大会日期和批准日期：${names}。`,
    done: (count) => `已吸收 ${count} 人为预备党员。`,
    kindDiffers: (name, proposed) => `${name}：加入组织类型与按年龄推定的“${proposed}”不同，将列入需说明的校核结果。`,
    enteredLate: (name, due) => `${name}：应于 ${due} 前录入，已超过批准后两周。`,
  },
  en: {
    about:
      "Candidates on this year's closed list who are not admitted yet. The day of joining is the day of the branch's meeting; enter it within two weeks of the committee's approval. Filling in a row ticks it.",
    year: "Year of the list",
    shared: "In common",
    sharedAbout: "One meeting and one approval for many: fill in here, then into the ticked rows.",
    joinedOn: "Branch meeting",
    committee: "Committee",
    approvedOn: "Approved on",
    fill: (count) => `Fill into ${countEn(count, "ticked row")}`,
    columns: {
      who: "Name, branch",
      dates: "Born, trained",
      kind: "How he joins",
      bookNumber: "Book number",
    },
    noTraining: "no training",
    proposed: (kind) => `By age: ${kind}`,
    proposedLater: "By age",
    of: (name, field) => `${name}: ${field}`,
    all: "All",
    nobody: "Nobody can be admitted. Close this year's list on the page “Plan and list” first.",
    act: (count) => `Admit ${count}`,
    tickFirst: "Tick people first.",
    missing: (names) => `Branch meeting and approval are missing: ${names}.`,
    done: (count) => `Admitted: ${count}.`,
    kindDiffers: (name, proposed) => `${name}: by age it would be “${proposed}”; the choice is a finding to explain.`,
    enteredLate: (name, due) => `${name}: due by ${due}, two weeks after the approval.`,
  },
} satisfies Record<Language, AdmissionWords>;
