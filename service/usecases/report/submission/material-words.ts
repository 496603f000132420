/** The two materials are official papers: they are written in Chinese, whatever language the screens speak. */
export const MATERIAL_WORDS = {
  pointsTitle: "各表具体审核要点",
  listsTitle: "需要上报的名单和情况说明",
  whole: "整套报表",
  facts: "数据：",
  answer: "答复：",
  unanswered: "（尚未答复）",
  unexplained: "（尚未说明）",
  explanation: "情况说明：",
  explanations: "校核情况说明",
  overrides: "强制修改的格",
  exemptions: "经上级同意说明的不允许项",
  nothing: "无。",
  nobody: "本项名单没有人员。",
  closing: ["党组织负责人（签字）：　　　　　　　　　　填报人（签字）：", "（党组织盖章）　　　　　　　年　　月　　日"],
  people: {
    header: ["序号", "党支部", "组织编码", "姓名", "身份证号", "年龄", "性别", "民族"],
    widths: [5, 22, 14, 10, 20, 6, 6, 8],
  },
  explained: { header: ["编号", "校核要求", "左边值", "关系", "右边值", "情况说明"], widths: [9, 28, 9, 8, 9, 30] },
  forced: { header: ["格", "名称", "系统生成", "上报数", "原因", "修改人", "时间"], widths: [9, 25, 9, 9, 24, 10, 12] },
  exempted: { header: ["编号", "校核要求", "情况说明"], widths: [10, 45, 45] },
} as const;
