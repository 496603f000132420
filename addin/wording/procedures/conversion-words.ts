import type { ConvertPeople } from "#core/protocol/records/procedures.ts";
import type { Language } from "#core/wording/language.ts";

/** What the page of conversions says (M10). */
export interface ConversionWords {
  readonly about: string;
  readonly on: string;
  readonly onHint: string;
  readonly columns: { readonly name: string; readonly unit: string; readonly joined: string; readonly due: string };
  readonly extended: string;
  readonly all: string;
  readonly nobody: string;
  readonly result: string;
  readonly results: Readonly<Record<ConvertPeople["result"], string>>;
  readonly resultOn: string;
  readonly resultOnHint: string;
  readonly months: string;
  readonly approvedOn: string;
  readonly note: string;
  readonly noteHint: string;
  readonly act: (count: number) => string;
  readonly tickFirst: string;
  readonly done: (count: number) => string;
}

export const conversionWords = {
  "zh-CN": {
    about: "预备期在所选日期前届满、尚未办理的预备党员。按期转正可以一次勾选多人；其他结果须写明情况，并告知上级。",
    on: "截至日期",
    onHint: "不填为今天",
    columns: { name: "姓名", unit: "党支部", joined: "入党日期", due: "预备期满" },
    extended: "已延长",
    all: "全选",
    nobody: "没有需要转正的预备党员。",
    result: "转正情况",
    results: {
      "on-time": "按期转正",
      extended: "延长预备期",
      postponed: "推迟讨论",
      "after-extension": "延长预备期满转正",
      undecided: "预备期满尚未讨论或审批",
      "cancelled-after": "预备期满被取消预备党员资格",
      "cancelled-within": "预备期未满被取消预备党员资格",
    },
    resultOn: "日期",
    resultOnHint: "不填为各人预备期满之日",
    months: "延长月数",
    approvedOn: "上级党委批准日期",
    note: "情况说明",
    noteHint: "除按期转正外必填",
    act: (count) => `办理 ${count} 人`,
    tickFirst: "请先勾选人员。",
    done: (count) => `已办理 ${count} 人。`,
  },
  en: {
    about:
      "Probationary members whose probation is over by the day and who were not dealt with. On time: tick many at once; any other result needs a note, and the superior is told.",
    on: "As of",
    onHint: "Empty: today",
    columns: { name: "Name", unit: "Branch", joined: "Admitted", due: "Probation over" },
    extended: "extended",
    all: "All",
    nobody: "Nobody is due for conversion.",
    result: "Result",
    results: {
      "on-time": "Converted on time",
      extended: "Probation extended",
      postponed: "Discussion postponed",
      "after-extension": "Converted after the extension",
      undecided: "Over, neither discussed nor approved yet",
      "cancelled-after": "Cancelled after probation",
      "cancelled-within": "Cancelled within probation",
    },
    resultOn: "Date",
    resultOnHint: "Empty: each one's last day of probation",
    months: "Months of extension",
    approvedOn: "Approved by the committee on",
    note: "Note",
    noteHint: "Needed for every result but the first",
    act: (count) => `Enter for ${count}`,
    tickFirst: "Tick people first.",
    done: (count) => `Done for ${count}.`,
  },
} satisfies Record<Language, ConversionWords>;
