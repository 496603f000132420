import type { ImportRowDetail, ImportVerdictName } from "#core/protocol/records/imports.ts";
import { columnLetters } from "#core/sheet/cell-address.ts";
import type { Language } from "./language.ts";
import { sayRefusal } from "./say-refusal.ts";

/** How an officer calls a field; the catalogue knows. */
export type LabelOf = (field: string) => string;

interface RowWords {
  readonly heading: string;
  readonly verdicts: Readonly<Record<ImportVerdictName, string>>;
  readonly sameAs: (row: number) => string;
  readonly computed: (columns: string) => string;
  readonly comma: string;
  readonly empty: string;
  readonly colon: string;
  readonly stop: string;
}

const WORDS: Readonly<Record<Language, RowWords>> = {
  "zh-CN": {
    heading: "导入结果",
    verdicts: { new: "新增", changed: "更新", unchanged: "未变", refused: "未导入", doubled: "重复" },
    sameAs: (row) => `与第 ${String(row)} 行是同一人`,
    computed: (columns) => `${columns} 列是公式，取文件中保存的结果`,
    comma: "、",
    empty: "（空）",
    colon: "：",
    stop: "；",
  },
  en: {
    heading: "Import result",
    verdicts: { new: "new", changed: "changed", unchanged: "unchanged", refused: "not imported", doubled: "doubled" },
    sameAs: (row) => `the same person as row ${String(row)}`,
    computed: (columns) => `formulas in ${columns}: the results saved in the file were taken`,
    comma: ", ",
    empty: "(empty)",
    colon: ": ",
    stop: "; ",
  },
};

/** Heading of the column that tells each row's fate (W8). */
export function importHeading(language: Language): string {
  return WORDS[language].heading;
}

export function sayVerdict(language: Language, verdict: ImportVerdictName): string {
  return WORDS[language].verdicts[verdict];
}

/** What became, or would become, of a row of a foreign sheet, in one line. */
export function sayImportRow(
  language: Language,
  { verdict, detail }: { readonly verdict: ImportVerdictName; readonly detail: ImportRowDetail },
  labelOf: LabelOf,
): string {
  const words = WORDS[language];
  const parts = [
    ...(detail.changes ?? []).map(
      ({ field, old, value }) => `${labelOf(field)} ${old ?? words.empty} → ${value ?? words.empty}`,
    ),
    ...(detail.problems ?? []).map(({ field, refusal }) =>
      field === null
        ? sayRefusal(language, refusal)
        : `${labelOf(field)}${words.colon}${sayRefusal(language, refusal)}`,
    ),
    ...(detail.sameAs === undefined ? [] : [words.sameAs(detail.sameAs)]),
    ...(detail.computed
      ? [words.computed(detail.computed.map((column) => columnLetters(column)).join(words.comma))]
      : []),
  ];
  const said = words.verdicts[verdict];
  return parts.length === 0 ? said : `${said}${words.colon}${parts.join(words.stop)}`;
}
