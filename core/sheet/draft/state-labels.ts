import type { CellState } from "../cell.ts";

/** Names of the states in the officer's language, for legends. */
export type StateLabels = Readonly<Record<CellState, string>>;

export const STATE_LABELS_ZH: StateLabels = {
  text: "文字",
  computed: "公式计算",
  generated: "自动生成",
  locked: "不可填写",
  input: "可填写",
  manual: "手工填写",
  overridden: "强制修改",
  stale: "待重新生成",
  challenged: "已被证伪（他人改分）",
  ruled: "领导裁定",
  explain: "需说明",
  changed: "已修改，未提交",
  error: "错误",
  refused: "未被接受",
  conflict: "与他人的修改冲突",
};
