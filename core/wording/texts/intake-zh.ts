import type { IntakeRefusal } from "#core/sheet/intake-refusal.ts";

type IntakeSentences = {
  readonly [Code in IntakeRefusal["code"]]: (refusal: Extract<IntakeRefusal, { readonly code: Code }>) => string;
};

/** One clear reason and where to look; the technical word in brackets is for whoever helps the officer. */
export const intakeSentencesZh = {
  "workbook-not-xlsx": ({ found }) => `这不是 .xlsx 工作簿（${found}）。请在 Excel 或 WPS 中另存为 .xlsx 后再导入。`,
  "workbook-damaged": ({ what, place }) => `工作簿已损坏，无法读取（${what}，${place}）。`,
  "workbook-hostile": ({ what, place }) => `工作簿的结构不正常，出于安全没有读取（${what}，${place}）。`,
  "workbook-too-big": ({ found, most }) => `工作簿太大（${found}，最多 ${most}）。`,
  "workbook-encrypted": () => "工作簿设有打开密码，请取消密码后再导入。",
  "workbook-active-content": ({ place }) => `工作簿含有宏或外部连接，不能导入（${place}）。`,
  "workbook-timeout": () => "读取工作簿用时过长，已停止。",
} satisfies IntakeSentences;
