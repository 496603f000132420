import type { Stage } from "#core/people/person/stage.ts";
import type { FieldGroup, ListName } from "#core/people/field/field.ts";
import type { DuplicateGroup } from "#core/protocol/records/records.ts";
import type { RosterFinding } from "#core/sheet/roster/roster-view.ts";
import type { Language } from "#core/wording/language.ts";

/** What the pages beside the rosters say: a person's card, checks, required fields, search. */
export interface RecordPagesWords {
  readonly unit: string;
  readonly on: string;
  readonly stages: Readonly<Record<Stage, string>>;
  readonly card: {
    readonly choose: string;
    readonly groups: Readonly<Record<FieldGroup, string>>;
    readonly lists: Readonly<Partial<Record<ListName, string>>>;
    readonly belongings: string;
    readonly member: string;
    readonly applicant: string;
    readonly untilNow: string;
    readonly histories: string;
    readonly findings: string;
    readonly history: string;
    readonly noHistory: string;
    readonly reveal: string;
    readonly correct: string;
    readonly correctAbout: string;
    readonly revealTitle: string;
    readonly revealAbout: string;
    readonly readOnly: string;
    readonly empty: string;
  };
  readonly findings: {
    readonly title: string;
    readonly none: string;
    readonly check: string;
    readonly severity: string;
    readonly unit: string;
    readonly count: string;
    readonly explained: string;
    readonly severities: Readonly<Record<RosterFinding["severity"], string>>;
    readonly records: string;
    readonly record: string;
    readonly what: string;
    readonly explanation: string;
    readonly explain: string;
    readonly explainTitle: string;
    readonly explainHint: string;
    readonly open: string;
    readonly more: (count: number) => string;
  };
  readonly required: {
    readonly line: (line: number) => string;
    readonly unit: string;
    readonly maintained: string;
    readonly share: string;
    readonly below: string;
    readonly missing: string;
    readonly name: string;
    readonly fields: string;
    readonly nothing: string;
    readonly openRoster: string;
    readonly more: (count: number) => string;
  };
  readonly search: {
    readonly title: string;
    readonly about: string;
    readonly name: string;
    readonly idNumber: string;
    readonly mobile: string;
    readonly find: string;
    readonly nobody: string;
    readonly elsewhere: (unit: string) => string;
    readonly left: (unit: string) => string;
    readonly born: string;
    readonly stage: string;
    readonly card: string;
    readonly duplicates: string;
    readonly noDuplicates: string;
    readonly why: Readonly<Record<DuplicateGroup["why"], string>>;
    readonly merge: string;
    readonly mergeTitle: string;
    readonly mergeAbout: (into: string, from: string) => string;
  };
}

export const recordPagesWords = {
  "zh-CN": {
    unit: "党组织",
    on: "截至日期",
    stages: {
      applicant: "入党申请人",
      activist: "入党积极分子",
      candidate: "发展对象",
      probationary: "预备党员",
      full: "正式党员",
    },
    card: {
      choose: "在表格中选择一行，这里显示该人员的全部信息。",
      groups: {
        identity: "基本信息",
        education: "学历学位",
        work: "工作情况",
        development: "发展经历",
        membership: "党籍情况",
        situation: "有关情况",
        dues: "党费",
        contact: "联系方式",
        unit: "党组织",
      },
      lists: {
        occupations: "工作岗位",
        educations: "学历",
        titles: "职称",
        awards: "奖励",
        penalties: "处分",
        absences: "出国（境）、失联和流动",
      },
      belongings: "所在党组织",
      member: "党员",
      applicant: "培养对象",
      untilNow: "至今",
      histories: "历年记录",
      findings: "校核结果",
      history: "修改记录",
      noHistory: "没有修改记录。",
      reveal: "查看号码",
      correct: "更正",
      correctAbout: "填写完整的新号码；原号码留在更改记录中。",
      revealTitle: "查看完整号码",
      revealAbout: "查看完整号码须写明用途，并记入审计。",
      readOnly: "只能查看",
      empty: "未填写",
    },
    findings: {
      title: "信息校核",
      none: "没有校核问题。",
      check: "校核项",
      severity: "程度",
      unit: "党组织",
      count: "条数",
      explained: "已说明",
      severities: { error: "不允许", explain: "需说明", hint: "提示" },
      records: "有关人员",
      record: "姓名",
      what: "问题",
      explanation: "说明",
      explain: "填写说明",
      explainTitle: "填写说明",
      explainHint: "至少 6 个字，写明具体情况；“情况属实”之类的空话不予接受。有关数据改动后须重新说明。",
      open: "查看",
      more: (count) => `另有 ${count} 条，处理前面的以后再列出。`,
    },
    required: {
      line: (line) => `年末须达到 ${line}%，不四舍五入进位。`,
      unit: "党组织",
      maintained: "已填 / 应填",
      share: "完整率",
      below: "未达标",
      missing: "尚未填写",
      name: "姓名",
      fields: "缺少的项目",
      nothing: "全部填写完整。",
      openRoster: "打开名册补填",
      more: (count) => `另有 ${count} 人，请打开名册查看（以 * 标出）。`,
    },
    search: {
      title: "查找人员",
      about: "按姓名、公民身份号码或手机准确查找。同时给出号码和姓名时，如其记录在其他单位会予以提示并留痕。",
      name: "姓名",
      idNumber: "公民身份号码",
      mobile: "手机",
      find: "查找",
      nobody: "没有找到。",
      elsewhere: (unit) => `此人的记录在 ${unit}，请通过组织关系转接办理，不要重复建立。`,
      left: (unit) => `此人曾在 ${unit}，现已离开，可以办理恢复。`,
      born: "出生日期",
      stage: "阶段",
      card: "人员卡片",
      duplicates: "疑似重复人员",
      noDuplicates: "没有疑似重复的人员。",
      why: {
        "same-name-and-birth-date": "姓名和出生日期相同",
        "near-name-and-birth-date": "姓名相近、出生日期相同",
        "same-mobile": "手机相同",
        "same-name-no-birth-date": "姓名相同、缺出生日期",
      },
      merge: "合并",
      mergeTitle: "合并为一个人",
      mergeAbout: (into, from) => `${from} 的记录并入 ${into}，双方的历史都保留。请写明依据。`,
    },
  },
  en: {
    unit: "Unit",
    on: "As of",
    stages: {
      applicant: "applicant",
      activist: "activist",
      candidate: "candidate",
      probationary: "probationary member",
      full: "full member",
    },
    card: {
      choose: "Select a row of the sheet: everything about that person is shown here.",
      groups: {
        identity: "Identity",
        education: "Education",
        work: "Work",
        development: "Development",
        membership: "Membership",
        situation: "Situation",
        dues: "Dues",
        contact: "Contact",
        unit: "Unit",
      },
      lists: {
        occupations: "Occupations",
        educations: "Educations",
        titles: "Titles",
        awards: "Awards",
        penalties: "Penalties",
        absences: "Abroad, out of contact, floating",
      },
      belongings: "Units",
      member: "member",
      applicant: "in development",
      untilNow: "now",
      histories: "Histories",
      findings: "Record checks",
      history: "Changes",
      noHistory: "No changes.",
      reveal: "Show number",
      correct: "Correct",
      correctAbout: "Type the whole new number; the former one stays in the history.",
      revealTitle: "Show the whole number",
      revealAbout: "Say what it is needed for; it goes into the audit.",
      readOnly: "to read only",
      empty: "empty",
    },
    findings: {
      title: "Record checks",
      none: "Nothing was found.",
      check: "Check",
      severity: "Severity",
      unit: "Unit",
      count: "Records",
      explained: "Explained",
      severities: { error: "not allowed", explain: "to explain", hint: "hint" },
      records: "Records",
      record: "Name",
      what: "What is wrong",
      explanation: "Explanation",
      explain: "Explain",
      explainTitle: "Explain",
      explainHint:
        "At least 6 characters about this case; empty phrases are refused. When the data change, explain again.",
      open: "Show",
      more: (count) => `${count} more are listed when these are dealt with.`,
    },
    required: {
      line: (line) => `${line}% at the end of the year, never rounded up.`,
      unit: "Unit",
      maintained: "Filled / required",
      share: "Share",
      below: "below the line",
      missing: "Still empty",
      name: "Name",
      fields: "Missing fields",
      nothing: "Everything is filled in.",
      openRoster: "Fill in the roster",
      more: (count) => `${count} more people: open the roster, where * marks what is missing.`,
    },
    search: {
      title: "Find people",
      about:
        "Exact name, ID number or mobile. With both ID number and name you are told, and it is logged, if the record is elsewhere.",
      name: "Name",
      idNumber: "ID number",
      mobile: "Mobile",
      find: "Find",
      nobody: "Nobody was found.",
      elsewhere: (unit) => `This person's record is at ${unit}: ask for a transfer instead of making a second one.`,
      left: (unit) => `This person was at ${unit} and has left; the record can be restored.`,
      born: "Born",
      stage: "Stage",
      card: "Card",
      duplicates: "Possible duplicates",
      noDuplicates: "No possible duplicates.",
      why: {
        "same-name-and-birth-date": "same name and birth date",
        "near-name-and-birth-date": "near name, same birth date",
        "same-mobile": "same mobile",
        "same-name-no-birth-date": "same name, no birth date",
      },
      merge: "Merge",
      mergeTitle: "Merge into one person",
      mergeAbout: (into, from) => `${from} goes into ${into}; both histories stay. Say how you know.`,
    },
  },
} satisfies Record<Language, RecordPagesWords>;
