import type { Language } from "#core/wording/language.ts";

/** Where a letter goes, as the forms offer it. */
export type DestinationKind = "code" | "city" | "province";

/** What the forms of transfers say (M11 to M15). */
export interface TransferFormsWords {
  readonly on: string;
  readonly reason: string;
  readonly branch: string;
  readonly chooseBranch: string;
  readonly dues: string;
  readonly duesHint: string;
  readonly incomplete: string;
  readonly people: {
    readonly find: string;
    readonly all: string;
    readonly none: string;
    readonly columns: {
      readonly name: string;
      readonly idNumber: string;
      readonly unit: string;
      readonly stage: string;
      readonly paid: string;
      readonly remark: string;
    };
    readonly underWay: string;
    readonly noMobile: string;
    readonly lost: (since: string, keeper: string) => string;
    readonly more: (count: number) => string;
    readonly tickFirst: string;
  };
  readonly destination: {
    readonly kind: string;
    readonly kinds: Readonly<Record<DestinationKind, string>>;
    readonly code: string;
    readonly heading: string;
    readonly finallyTo: string;
  };
  readonly issue: {
    readonly about: string;
    readonly who: string;
    readonly chosen: string;
    readonly wholeUnit: string;
    readonly sheet: string;
    readonly sheetHint: string;
    readonly place: string;
    readonly graduate: string;
    readonly fill: string;
    readonly act: (count: number) => string;
    readonly wholeAct: string;
    readonly held: (people: string) => string;
    readonly confirmTitle: string;
    readonly confirm: string;
    readonly goes: (count: number, place: string) => string;
    readonly wholeGoes: (unit: string, place: string) => string;
    readonly province: string;
    readonly done: (count: number) => string;
  };
  readonly inside: { readonly about: string; readonly act: (count: number) => string };
  readonly arrival: {
    readonly ask: string;
    readonly askAbout: string;
    readonly unit: string;
    readonly name: string;
    readonly idNumber: string;
    readonly graduate: string;
    readonly askAct: string;
    readonly asked: (name: string) => string;
    readonly back: string;
    readonly backAbout: string;
    readonly kind: string;
    readonly heading: string;
    readonly number: string;
    readonly backAct: string;
    readonly arrived: (name: string) => string;
    readonly fresh: string;
    readonly freshAbout: string;
    readonly freshAct: string;
    readonly choose: string;
  };
  readonly lost: {
    readonly about: string;
    readonly mark: string;
    readonly since: string;
    readonly why: string;
    readonly keeper: string;
    readonly branch: string;
    readonly act: (count: number) => string;
    readonly listed: string;
    readonly none: string;
    readonly back: string;
    readonly backAct: (count: number) => string;
    readonly columns: { readonly since: string; readonly why: string; readonly keeper: string };
  };
  readonly done: (count: number) => string;
}

export const transferFormsWords = {
  "zh-CN": {
    on: "日期",
    reason: "事由",
    branch: "党支部",
    chooseBranch: "请选择",
    dues: "党费交至",
    duesHint: "须早于转接日期",
    incomplete: "请先填写带 * 的各项。",
    people: {
      find: "按姓名筛选",
      all: "全选（所列）",
      none: "此党组织没有人员。请在上方选择其他党组织。",
      columns: {
        name: "姓名",
        idNumber: "身份证号",
        unit: "党支部",
        stage: "阶段",
        paid: "党费交至",
        remark: "备注",
      },
      underWay: "有介绍信在途",
      noMobile: "缺手机",
      lost: (since, keeper) => `失联（${since} 起，管理人 ${keeper}）`,
      more: (count) => `另有 ${count} 人未列出，请按姓名筛选或选择下级党组织。`,
      tickFirst: "请先勾选人员。",
    },
    destination: {
      kind: "去向类别",
      kinds: { code: "系统内（按代码）", city: "市内系统外党委", province: "外省（介绍信）" },
      code: "转入党组织代码",
      heading: "介绍信抬头（党委名称）",
      finallyTo: "最终去向",
    },
    issue: {
      about: "先勾选人员，再在去向表中逐人填写去向。介绍信开出后，对方接收以前，人员仍在原支部统计。",
      who: "转出",
      chosen: "勾选的人员",
      wholeUnit: "整建制转出（上面所选党组织及其下级的全部人员）",
      sheet: "去向表",
      sheetHint:
        "每人一行，可以从表格中复制一列或几列（去向、最终去向、党费交至），粘贴到起始行：代码按系统内转接，名称按外省介绍信。",
      place: "去向（代码或党委名称）",
      graduate: "毕业生",
      fill: "填入全部行",
      act: (count) => `开具 ${count} 封介绍信`,
      wholeAct: "整建制转出",
      held: (people) => `整建制须全员转出，请先处理：${people}`,
      confirmTitle: "核对去向",
      confirm: "确认开具",
      goes: (count, place) => `${count} 人：${place}`,
      wholeGoes: (unit, place) => `${unit}全部人员：${place}`,
      province: "须打印介绍信，核对放行",
      done: (count) => `已开具 ${count} 封介绍信，可以在“转出”中查看、打印。`,
    },
    inside: {
      about: "在您工作范围内的党支部之间调整，即时生效，不需要对方接收。",
      act: (count) => `调整 ${count} 人`,
    },
    arrival: {
      ask: "向转出方申请",
      askAbout: "人员在其他党组织，须准确填写姓名和身份证号。对方同意后开具介绍信，在“转入”中接收。",
      unit: "转入党组织",
      name: "姓名",
      idNumber: "身份证号",
      graduate: "毕业生",
      askAct: "提出申请",
      asked: (name) => `已向${name}所在党组织提出申请。`,
      back: "曾在本系统，从系统外转回",
      backAbout: "原来从本系统转出的人员，按身份证号恢复原有记录。",
      kind: "恢复情形",
      heading: "来信党委",
      number: "介绍信编号",
      backAct: "恢复并接收",
      arrived: (name) => `${name}已接收。`,
      fresh: "首次转入（登记表）",
      freshAbout: "从未在本系统的人员，按登记表建立记录，同时登记来信。",
      freshAct: "登记并接收",
      choose: "请选择",
    },
    lost: {
      about: "联系不上的党员编入专门支部，指定管理人继续查找；恢复联系后转回支部。",
      mark: "登记失联",
      since: "失联日期",
      why: "失联情形",
      keeper: "管理人",
      branch: "编入党支部",
      act: (count) => `登记 ${count} 人失联`,
      listed: "现有失联党员",
      none: "没有失联党员。",
      back: "恢复联系后编入",
      backAct: (count) => `${count} 人恢复联系`,
      columns: { since: "失联日期", why: "情形", keeper: "管理人" },
    },
    done: (count) => `已办理 ${count} 人。`,
  },
  en: {
    on: "Date",
    reason: "Reason",
    branch: "Branch",
    chooseBranch: "Choose",
    dues: "Dues paid until",
    duesHint: "Before the day of the transfer",
    incomplete: "Fill in what is marked * first.",
    people: {
      find: "Filter by name",
      all: "All that are listed",
      none: "Nobody belongs to this unit. Choose another one above.",
      columns: {
        name: "Name",
        idNumber: "ID number",
        unit: "Branch",
        stage: "Stage",
        paid: "Dues until",
        remark: "Remark",
      },
      underWay: "a letter is on its way",
      noMobile: "no mobile",
      lost: (since, keeper) => `lost since ${since}, keeper ${keeper}`,
      more: (count) => `${count} more are not listed: filter by name or choose a unit below.`,
      tickFirst: "Tick people first.",
    },
    destination: {
      kind: "Kind of destination",
      kinds: { code: "On this service (by code)", city: "In the city, not here", province: "Other province (letter)" },
      code: "Code of the receiving unit",
      heading: "Committee addressed",
      finallyTo: "Finally to",
    },
    issue: {
      about:
        "Tick people, then fill in each one's destination below. Until the letter is received, they count where they are.",
      who: "Who goes",
      chosen: "Those who are ticked",
      wholeUnit: "The whole unit chosen above, with everything below it",
      sheet: "Destinations",
      sheetHint:
        "One row each. Paste one or more columns (destination, finally to, dues until) into the first row: a code goes on this service, a name by letter to another province.",
      place: "Destination (code or committee)",
      graduate: "Graduate",
      fill: "Fill into all rows",
      act: (count) => `Issue ${count} letters`,
      wholeAct: "Transfer the whole unit",
      held: (people) => `A unit goes as a whole; deal with these first: ${people}`,
      confirmTitle: "Check the destinations",
      confirm: "Issue",
      goes: (count, place) => `${count} to ${place}`,
      wholeGoes: (unit, place) => `All of ${unit} to ${place}`,
      province: "to be printed, compared and released",
      done: (count) => `${count} letters are issued: see and print them under Out.`,
    },
    inside: {
      about: "Between branches you work for: at once, nobody has to receive them.",
      act: (count) => `Move ${count}`,
    },
    arrival: {
      ask: "Ask the sender",
      askAbout:
        "For people of other units, by exact name and ID number. When the sender agrees, the letter stands under In.",
      unit: "Receiving unit",
      name: "Name",
      idNumber: "ID number",
      graduate: "Graduate",
      askAct: "Ask",
      asked: (name) => `The unit of ${name} was asked.`,
      back: "Back from outside",
      backAbout: "Who was here before and left this service: the record is restored by ID number.",
      kind: "Kind of restoring",
      heading: "Committee that wrote",
      number: "Number of the letter",
      backAct: "Restore and receive",
      arrived: (name) => `${name} is received.`,
      fresh: "For the first time (registration form)",
      freshAbout: "Who was never here: the form makes the record, and the letter is registered with it.",
      freshAct: "Register and receive",
      choose: "Choose",
    },
    lost: {
      about:
        "Members who cannot be reached go to a branch of their own with a named keeper; found again, they go back to a branch.",
      mark: "Mark as lost",
      since: "Lost since",
      why: "How contact was lost",
      keeper: "Keeper",
      branch: "Into branch",
      act: (count) => `Mark ${count} as lost`,
      listed: "Lost members",
      none: "Nobody is lost.",
      back: "Found again, into branch",
      backAct: (count) => `${count} found again`,
      columns: { since: "Since", why: "How", keeper: "Keeper" },
    },
    done: (count) => `Done for ${count}.`,
  },
} satisfies Record<Language, TransferFormsWords>;
