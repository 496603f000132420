import type { BesideUnits } from "./list-views.ts";

/** What lists that belong to a report say (R5, R5a, R4, R6). Blanks in braces are filled by `fillWords`. */
export interface ReportListWords {
  /** Which labels and sentences are taken. */
  readonly labels: "zh" | "en";
  readonly drill: {
    readonly sheet: string;
    readonly units: string;
    readonly terms: string;
    readonly beside: Readonly<Record<BesideUnits, string>>;
    /** {title} */
    readonly lastYear: string;
    /** {cell} {title} */
    readonly title: string;
    /** {unit} {day} {value} {count} */
    readonly info: string;
    readonly frozen: string;
    /** {left} */
    readonly left: string;
  };
  readonly contrast: {
    /** {cell} */
    readonly sheet: string;
    /** {first} {second} */
    readonly title: string;
    /** {cell} {title} {value} {count} {both} */
    readonly info: string;
    readonly why: string;
  };
  readonly columns: Readonly<
    Record<"unitName" | "unitCode" | "name" | "idNumber" | "age" | "sex" | "ethnic" | "sign" | "from", string>
  >;
  readonly figures: Readonly<Record<"cell" | "title" | "sign" | "value" | "unit", string>>;
  readonly findings: {
    readonly sheet: string;
    readonly title: string;
    readonly exempt: string;
    readonly exemptExplained: string;
  };
  readonly compare: {
    readonly sheet: string;
    /** {year} */
    readonly title: string;
    /** {year} */
    readonly columns: Readonly<Record<"cell" | "title" | "now" | "before" | "difference" | "share", string>>;
  };
  /** {unit} {day}; footer {unit} {account} {time} */
  readonly printHeader: string;
  readonly printFooter: string;
}

export const REPORT_LIST_WORDS_ZH: ReportListWords = {
  labels: "zh",
  drill: {
    sheet: "名单",
    units: "按单位",
    terms: "公式各格",
    beside: {
      own: "本级（不属于任何下级）",
      between: "下级之间变动（整体不重复计）",
      filled: "本级手工填报",
      "last-year": "上年数",
    },
    lastYear: "上年　{title}",
    title: "反查名单　{cell}　{title}",
    info: "{unit}　{day}　本格数 {value}　名单 {count} 条",
    frozen: "（上报时的记录）",
    left: "　另有 {left} 条未列出，请按单位查看",
  },
  contrast: {
    sheet: "只在 {cell}",
    title: "数据反查对照　{first} 与 {second}",
    info: "{cell} {title}：{value}　其中另一格没有的 {count}　两格都有的 {both}",
    why: "不在另一格的原因",
  },
  columns: {
    unitName: "党组织",
    unitCode: "组织编码",
    name: "姓名（名称）",
    idNumber: "身份证号",
    age: "年龄",
    sex: "性别",
    ethnic: "民族",
    sign: "计入",
    from: "来源格",
  },
  figures: { cell: "格", title: "名称", sign: "符号", value: "数", unit: "党组织" },
  findings: { sheet: "校核结果", title: "报表校核结果", exempt: "已豁免，需说明", exemptExplained: "已豁免，已说明" },
  compare: {
    sheet: "比较",
    title: "与 {year} 年比较",
    columns: { cell: "格", title: "名称", now: "本年", before: "{year} 年", difference: "差", share: "增减 %" },
  },
  printHeader: "{unit}　{day}",
  printFooter: "{unit}　导出账号：{account}　导出时间：{time}",
};
