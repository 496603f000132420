import type { TransferAct, TransferKind, TransferState } from "#core/people/transfer/transfer.ts";
import type { Language } from "#core/wording/language.ts";

/** Parts of the page 组织关系转接, in the order of its tabs. */
export type TransfersPart = "out" | "in" | "issue" | "inside" | "arrival" | "lost";

/** What one does with letters; a receipt is the arrival of a letter that left the service. */
export type LetterAct = "issue" | "decline" | "release" | "receive" | "receipt" | "endorse" | "revoke";

/** What the lists of letters say (M11 to M14). */
export interface TransfersWords {
  readonly parts: Readonly<Record<TransfersPart, string>>;
  readonly show: string;
  readonly shown: Readonly<Record<"open" | "overdue" | "all", string>>;
  readonly find: string;
  readonly columns: {
    readonly name: string;
    readonly idNumber: string;
    readonly from: string;
    readonly to: string;
    readonly state: string;
    readonly until: string;
    readonly mobile: string;
    readonly more: string;
  };
  readonly kinds: Readonly<Record<TransferKind, string>>;
  readonly states: Readonly<Record<TransferState, string>>;
  readonly steps: Readonly<Record<TransferAct, string>>;
  readonly overdue: string;
  /** @param by the day of the next clean-up */
  readonly overdueAbout: (by: string) => string;
  readonly finallyTo: (place: string) => string;
  readonly none: Readonly<Record<"out" | "in", string>>;
  readonly noneOverdue: string;
  readonly more: (count: number) => string;
  readonly all: string;
  readonly letter: string;
  readonly number: (number: string) => string;
  readonly saved: (file: string) => string;
  readonly acts: Readonly<Record<LetterAct, string>>;
  readonly actTitle: Readonly<Record<LetterAct, (count: number) => string>>;
  readonly tickFirst: string;
  readonly notAll: (act: string) => string;
  readonly nothingToDo: string;
  readonly compared: string;
  readonly done: (count: number) => string;
  /** Letters to committees that are not on this service (M12a). */
  readonly exchange: {
    readonly send: string;
    readonly about: (count: number) => string;
    readonly save: string;
    readonly saved: (file: string) => string;
    readonly onlyOutside: string;
    readonly receipts: string;
  };
}

export const transfersWords = {
  "zh-CN": {
    parts: {
      out: "转出",
      in: "转入",
      issue: "开具介绍信",
      inside: "党内调整",
      arrival: "申请与报到",
      lost: "失联党员",
    },
    show: "范围",
    shown: { open: "在途", overdue: "已超期", all: "全部" },
    find: "姓名",
    columns: {
      name: "姓名",
      idNumber: "身份证号",
      from: "转出党组织",
      to: "转入党组织",
      state: "状态",
      until: "有效期至",
      mobile: "手机",
      more: "经过",
    },
    kinds: {
      inside: "党内调整",
      between: "系统内转接",
      city: "市内（系统外）",
      province: "跨省",
      "from-outside": "系统外转入",
    },
    states: {
      asked: "对方申请，待开具",
      printed: "待核对放行",
      open: "在途",
      received: "已接收",
      revoked: "已撤销",
      declined: "已谢绝",
    },
    steps: {
      ask: "申请",
      issue: "开具",
      decline: "谢绝",
      release: "核对放行",
      receive: "接收",
      endorse: "背书",
      revoke: "撤销",
    },
    overdue: "超期",
    overdueAbout: (by) =>
      `显示持信人手机以便联系，查看会留痕。超期满一个月后，转出方可以撤销或背书；每月最后一个星期五前清理完毕，本次为 ${by}。`,
    finallyTo: (place) => `最终去向：${place}`,
    none: {
      out: "没有这样的介绍信。转出党员请到“开具介绍信”办理。",
      in: "没有这样的介绍信。对方尚未开具的，可以在“申请与报到”提出申请。",
    },
    noneOverdue: "没有超期的介绍信。",
    more: (count) => `另有 ${count} 件未列出，请按姓名查找或选择下级党组织。`,
    all: "全选",
    letter: "介绍信",
    number: (number) => `第 ${number} 号`,
    saved: (file) => `已保存 ${file}。打印后请逐项核对，由党委放行。`,
    acts: {
      issue: "同意并开具",
      decline: "谢绝",
      release: "核对放行",
      receive: "接收到支部",
      receipt: "录入回执",
      endorse: "背书",
      revoke: "撤销",
    },
    actTitle: {
      issue: (count) => `同意申请，开具介绍信（${count} 件）`,
      decline: (count) => `谢绝申请（${count} 件）`,
      release: (count) => `核对放行介绍信（${count} 件）`,
      receive: (count) => `接收到党支部（${count} 件）`,
      receipt: (count) => `录入回执（${count} 件）`,
      endorse: (count) => `背书转往其他党组织（${count} 件）`,
      revoke: (count) => `撤销介绍信（${count} 件）`,
    },
    tickFirst: "请先勾选介绍信。",
    notAll: (act) => `勾选的介绍信中有的现在不能“${act}”，请只勾选可以办理的。`,
    nothingToDo: "目前没有需要您办理的。",
    compared: "已将打印的介绍信与系统内容逐项核对，完全一致",
    done: (count) => `已办理 ${count} 件。`,
    exchange: {
      send: "导出交换工作簿",
      about: (count) =>
        `导出 ${count} 封介绍信，发给不在本系统的党委；对方填写接收日期后发回，用“读入回执”办结。文件含完整身份证号，请写明用途，将写入审计。`,
      save: "导出",
      saved: (file) => `已保存 ${file}。对方填写接收日期后发回，用“读入回执”办结。`,
      onlyOutside: "只能导出发往系统外、已放行在途的介绍信。",
      receipts: "读入回执",
    },
  },
  en: {
    parts: {
      out: "Out",
      in: "In",
      issue: "New letters",
      inside: "Moves inside",
      arrival: "Ask and arrive",
      lost: "Lost contact",
    },
    show: "Show",
    shown: { open: "On their way", overdue: "Overdue", all: "All" },
    find: "Name",
    columns: {
      name: "Name",
      idNumber: "ID number",
      from: "From",
      to: "To",
      state: "State",
      until: "Valid until",
      mobile: "Mobile",
      more: "History",
    },
    kinds: {
      inside: "inside",
      between: "on this service",
      city: "in the city, elsewhere",
      province: "other province",
      "from-outside": "in from outside",
    },
    states: {
      asked: "asked for, not issued",
      printed: "to be compared and released",
      open: "on its way",
      received: "received",
      revoked: "revoked",
      declined: "declined",
    },
    steps: {
      ask: "asked",
      issue: "issued",
      decline: "declined",
      release: "released",
      receive: "received",
      endorse: "endorsed",
      revoke: "revoked",
    },
    overdue: "overdue",
    overdueAbout: (by) =>
      `The holders' numbers are shown to call them, which is logged. A month overdue, the sender may revoke or endorse; clean up by the last Friday of each month, now ${by}.`,
    finallyTo: (place) => `finally to ${place}`,
    none: {
      out: "No such letters. Send members away under New letters.",
      in: "No such letters. If the sender has issued none, ask under Ask and arrive.",
    },
    noneOverdue: "No letter is overdue.",
    more: (count) => `${count} more are not listed: find by name or choose a unit below.`,
    all: "All",
    letter: "Letter",
    number: (number) => `No. ${number}`,
    saved: (file) => `${file} is saved. Compare it when printed; the committee releases it.`,
    acts: {
      issue: "Issue as asked",
      decline: "Decline",
      release: "Release",
      receive: "Receive into a branch",
      receipt: "Enter the receipt",
      endorse: "Endorse",
      revoke: "Revoke",
    },
    actTitle: {
      issue: (count) => `Issue what was asked for (${count})`,
      decline: (count) => `Decline (${count})`,
      release: (count) => `Release letters (${count})`,
      receive: (count) => `Receive into a branch (${count})`,
      receipt: (count) => `Enter the receipt (${count})`,
      endorse: (count) => `Endorse to another unit (${count})`,
      revoke: (count) => `Revoke letters (${count})`,
    },
    tickFirst: "Tick letters first.",
    notAll: (act) => `"${act}" cannot be done for all that are ticked: tick only those it can be done for.`,
    nothingToDo: "Nothing here waits for you.",
    compared: "The printed letter was compared with this record and is the same in every item",
    done: (count) => `Done for ${count}.`,
    exchange: {
      send: "Export exchange workbook",
      about: (count) =>
        `Exports ${count} letters for committees that are not on this service; they fill in the day of arrival and send it back: read it under Read receipts. It holds full ID numbers: say what for, it goes into the audit.`,
      save: "Export",
      saved: (file) => `${file} is saved. When it comes back with the days of arrival, use Read receipts.`,
      onlyOutside: "Only released letters to committees outside this service can be exported.",
      receipts: "Read receipts",
    },
  },
} satisfies Record<Language, TransfersWords>;
