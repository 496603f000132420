import type { Language } from "#core/wording/language.ts";

/** "得分：3", "Score: 3". */
export function labelled(language: Language, label: string, text: string): string {
  return language === "en" ? `${label}: ${text}` : `${label}：${text}`;
}

/** "全选（3 处修改）", "All (3 changes)". */
export function withRemark(language: Language, text: string, remark: string): string {
  return language === "en" ? `${text} (${remark})` : `${text}（${remark}）`;
}
