import type { SheetProblem } from "#core/sheet/edit.ts";
import type { Language, Sentences } from "./language.ts";

const ZH: Sentences<SheetProblem> = {
  "no-base-snapshot": () => "工作簿里没有基准快照（隐藏表被删除或损坏），无法认出改动。请重新导出后再填。",
  "sheet-missing": ({ sheet }) => `缺少工作表“${sheet}”。`,
  "key-column-missing": ({ sheet }) => `“${sheet}”的隐藏首列（行标识）被删除或改动，不能报送。请重新导出。`,
  "key-row-missing": ({ sheet }) => `“${sheet}”的隐藏首行（列标识）被删除或改动，不能报送。请重新导出。`,
  "sorted-without-keys": ({ expected, found }) =>
    `行被单独排序，行标识没有跟着移动：此行应为“${expected}”，现为“${found}”。可用“修复行标识”。`,
  "row-key-doubled": () => "这一行是复制出来的，与另一行标识相同，不能确定哪一行是真的。",
  "row-key-unknown": ({ key }) => `行标识“${key}”不属于这张表。`,
  "row-missing": ({ identity }) => `“${identity}”这一行被删除了；删除行不会报送。`,
  "column-missing": ({ column }) => `缺少“${column}”列。`,
  "column-key-doubled": ({ column }) => `“${column}”列出现了两次。`,
  "formula-overtyped": ({ found }) => `公式被“${String(found ?? "")}”覆盖，可以恢复公式；这一格不会报送。`,
  "locked-cell-changed": ({ base, found }) =>
    `锁定的单元格由“${String(base ?? "")}”改成了“${String(found ?? "")}”，不会报送。`,
  "formula-in-input": ({ formula }) => `请直接填数字，不要填公式（=${formula}）。`,
  "row-without-key": () => "新插入的行不属于台账，不会报送。",
  "reason-without-edit": () => "写了理由，但这一行没有其他改动。",
};

const EN: Sentences<SheetProblem> = {
  "no-base-snapshot": () => "The workbook's base snapshot is gone or damaged; changes cannot be told. Export it again.",
  "sheet-missing": ({ sheet }) => `Sheet "${sheet}" is missing.`,
  "key-column-missing": ({ sheet }) => `The hidden key column of "${sheet}" was deleted or changed. Export it again.`,
  "key-row-missing": ({ sheet }) => `The hidden key row of "${sheet}" was deleted or changed. Export it again.`,
  "sorted-without-keys": ({ expected, found }) =>
    `Rows were sorted without their keys: expected "${expected}", found "${found}". Keys can be repaired.`,
  "row-key-doubled": () => "This row is a copy of another one; which is meant cannot be told.",
  "row-key-unknown": ({ key }) => `Row key "${key}" does not belong to this sheet.`,
  "row-missing": ({ identity }) => `Row "${identity}" was deleted; deleting rows is not sent.`,
  "column-missing": ({ column }) => `Column "${column}" is missing.`,
  "column-key-doubled": ({ column }) => `Column "${column}" stands twice.`,
  "formula-overtyped": ({ found }) =>
    `A formula was overtyped with "${String(found ?? "")}"; it can be restored and is not sent.`,
  "locked-cell-changed": ({ base, found }) =>
    `A locked cell was changed from "${String(base ?? "")}" to "${String(found ?? "")}"; it is not sent.`,
  "formula-in-input": ({ formula }) => `Type a number, not a formula (=${formula}).`,
  "row-without-key": () => "An inserted row belongs to no item; it is not sent.",
  "reason-without-edit": () => "There is a reason, but nothing else changed in this row.",
};

/** Why something in the sheet cannot be sent, and what to do. */
export function problemSentence(problem: SheetProblem, language: Language): string {
  const sentence = (language === "en" ? EN : ZH)[problem.code] as (facts: SheetProblem) => string;
  return sentence(problem);
}
