import type { Stage } from "#core/ledger/window.ts";
import type { Language } from "#core/wording/language.ts";

export interface StagesWords {
  readonly title: string;
  readonly about: (unit: string) => string;
  readonly year: string;
  readonly unit: string;
  readonly level: string;
  readonly setBy: string;
  readonly stages: Readonly<Record<Stage, string>>;
  readonly from: string;
  readonly to: string;
  readonly dayOf: (at: { readonly level: string; readonly stage: string; readonly which: string }) => string;
  readonly status: Readonly<Record<"not-set" | "ahead" | "open" | "over" | "closed", string>>;
  readonly problems: Readonly<Record<"half" | "reversed", string>>;
  readonly own: string;
  readonly inherited: (unit: string) => string;
  readonly notSet: string;
  readonly save: string;
  readonly discard: string;
  readonly extend: string;
  readonly closeNow: string;
  readonly reopen: string;
  readonly overrides: (unit: string) => string;
  readonly closeTitle: (level: string) => string;
  readonly closeText: string;
  readonly reopenTitle: (level: string) => string;
  readonly reopenText: string;
  readonly lateTitle: (level: string) => string;
  readonly lateText: string;
  readonly extendTitle: (level: string) => string;
  readonly extendUnit: string;
  readonly extendStage: string;
  readonly extendTo: string;
  readonly extendHint: (day: string) => string;
  readonly extendProblems: Readonly<Record<"unit" | "not-set" | "not-later", string>>;
  readonly extended: string;
  readonly noExtension: string;
}

export const stagesWords = {
  "zh-CN": {
    title: "阶段设置",
    about: (unit) => `${unit}各级台账的填报与评价时间。首尾两日均含在内，各阶段可以重叠。`,
    year: "年度",
    unit: "党组织",
    level: "层级",
    setBy: "设置来源",
    stages: { filling: "填报", "peer-review": "互评", "leader-review": "领导评" },
    from: "开始",
    to: "结束",
    dayOf: ({ level, stage, which }) => `${level}${stage}${which}日期`,
    status: { "not-set": "未开放", ahead: "未到", open: "进行中", over: "已过", closed: "已关闭" },
    problems: { half: "开始和结束日期都要填", reversed: "结束日期早于开始日期" },
    own: "本级设置",
    inherited: (unit) => `沿用 ${unit}`,
    notSet: "尚未设置",
    save: "保存",
    discard: "撤销修改",
    extend: "单独延期",
    closeNow: "关闭",
    reopen: "重新开放",
    overrides: (unit) => `保存后本级设置将代替 ${unit} 的设置。`,
    closeTitle: (level) => `关闭${level}台账`,
    closeText: "关闭后，填报、互评、领导评全部停止；重新开放要写明理由。",
    reopenTitle: (level) => `重新开放${level}台账`,
    reopenText: "按所设日期重新开放。理由将写入审计记录，下级可以看到。",
    lateTitle: (level) => `重新开放${level}台账`,
    lateText: "各阶段已经结束，改期等于重新开放，请写明理由。",
    extendTitle: (level) => `${level}台账单独延期`,
    extendUnit: "延期的党组织",
    extendStage: "阶段",
    extendTo: "延长至",
    extendHint: (day) => `现在的结束日期为 ${day}`,
    extendProblems: {
      unit: "请选择党组织",
      "not-set": "该阶段尚未设置，不能延期",
      "not-later": "应晚于现在的结束日期",
    },
    extended: "已延期。",
    noExtension: "已关闭的台账不能延期，请先重新开放",
  },
  en: {
    title: "Stages",
    about: (unit) =>
      `When ledgers below ${unit} are filled and reviewed. First and last day included; stages may overlap.`,
    year: "Year",
    unit: "Unit",
    level: "Level",
    setBy: "Set by",
    stages: { filling: "Filling", "peer-review": "Peer review", "leader-review": "Leader review" },
    from: "First day",
    to: "Last day",
    dayOf: ({ level, stage, which }) => `${level}, ${stage}: ${which}`,
    status: { "not-set": "Not open", ahead: "Ahead", open: "Open", over: "Over", closed: "Closed" },
    problems: { half: "Give both days", reversed: "The last day is before the first" },
    own: "This unit",
    inherited: (unit) => `From ${unit}`,
    notSet: "Not set yet",
    save: "Save",
    discard: "Discard",
    extend: "Extend one unit",
    closeNow: "Close",
    reopen: "Reopen",
    overrides: (unit) => `Saving puts this unit's setting in place of ${unit}'s.`,
    closeTitle: (level) => `Close the ledgers of ${level}`,
    closeText: "Filling, peer review and leader review all stop; reopening needs a reason.",
    reopenTitle: (level) => `Reopen the ledgers of ${level}`,
    reopenText: "They open again for the days as set. The reason goes into the audit.",
    lateTitle: (level) => `Reopen the ledgers of ${level}`,
    lateText: "All stages are over, so later days reopen them. Give the reason.",
    extendTitle: (level) => `Extend one unit, ${level}`,
    extendUnit: "Unit",
    extendStage: "Stage",
    extendTo: "New last day",
    extendHint: (day) => `Last day now: ${day}`,
    extendProblems: {
      unit: "Choose a unit",
      "not-set": "This stage is not set, so it cannot be extended",
      "not-later": "Must be later than the last day now",
    },
    extended: "Extended.",
    noExtension: "Closed ledgers cannot be extended; reopen them first",
  },
} satisfies Record<Language, StagesWords>;
