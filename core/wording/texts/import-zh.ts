import type { ImportFileRefusal, ImportRefusal } from "#core/people/import/import-refusal.ts";

type Refusal = ImportFileRefusal | ImportRefusal;

export type ImportSentences = {
  readonly [Code in Refusal["code"]]: (refusal: Extract<Refusal, { readonly code: Code }>) => string;
};

const STATES: Readonly<Record<string, string>> = {
  staging: "正在读取",
  staged: "待确认",
  committed: "已导入",
  dropped: "已放弃",
};

export const importSentencesZh: ImportSentences = {
  "row-without-identity": () => "这一行既没有身份证号，也没有姓名和出生日期，不知道是谁。",
  "id-number-missing": () => "新人员必须有身份证号，请补上后重新导入。",
  "several-people-match": ({ number }) => `有 ${number} 名人员姓名和出生日期都相同，请补上身份证号。`,
  "name-against-record": () => "这个身份证号在系统中属于另一个姓名，请核对姓名和身份证号。",
  "person-elsewhere": ({ unit }) =>
    unit === null ? "这个身份证号已经在本单位以外登记，请核对。" : `此人已在“${unit}”登记，请办理组织关系转接。`,
  "person-has-left": ({ leftOn }) =>
    leftOn === null ? "此人已不在任何党支部，请先办理恢复或转入。" : `此人已于 ${leftOn} 离开，请先办理恢复或转入。`,
  "unit-not-known": ({ given }) => `“${given}”不是本单位下的党支部，请核对名称或代码。`,
  "unit-not-a-branch": ({ unit }) => `“${unit}”不是党支部，人员只能登记在党支部；请在表中写明所在党支部。`,
  "person-in-other-branch": () => "此人现在在另一个党支部；调整支部请办理组织关系转接，不能用导入代替。",
  "formula-without-result": () =>
    "单元格是公式，文件中没有保存它的结果；请用 Excel 或 WPS 打开保存，或“粘贴为数值”后再导入。",
  "cell-shows-error": ({ given }) => `单元格显示错误值“${given}”，请改正后再导入。`,
  "import-table-missing": ({ sheet, row }) => `工作表“${sheet}”第 ${row} 行不是表头，请重新选择文件。`,
  "import-field-unknown": ({ field }) => `不能导入到“${field}”这一项，请修改对应关系。`,
  "import-field-twice": ({ field }) => `两列都对应到“${field}”，请只留一列。`,
  "import-not-staged": ({ state }) => `这次导入${STATES[state] ?? state}，不能再执行。`,
  "import-other-file": ({ fileName }) => `这不是当时导入的文件（${fileName}），请选择原来的文件。`,
  "import-overtaken": ({ changed, doubled }) =>
    `读取文件后有 ${changed} 人的记录被别人改过，${doubled} 人已被别人登记；什么都没有导入，请重新读取文件。`,
};
