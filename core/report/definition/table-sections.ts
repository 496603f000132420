import type { DefinitionLine } from "./definition-lines.ts";

/** Sections of a table's text, in their order. */
export type SectionName = "列" | "行" | "补充资料" | "格" | "汇总";

export interface TableSections {
  /** Before the first section: 表, 统计, 其中. */
  readonly head: readonly DefinitionLine[];
  readonly sections: Readonly<Record<SectionName, readonly DefinitionLine[]>>;
}

const NAMES: readonly string[] = ["列", "行", "补充资料", "格", "汇总"];

/** Cuts a table's lines where a section's name stands alone. */
export function tableSections(lines: readonly DefinitionLine[]): TableSections {
  const head: DefinitionLine[] = [];
  const sections: Record<SectionName, DefinitionLine[]> = { 列: [], 行: [], 补充资料: [], 格: [], 汇总: [] };
  let into = head;
  for (const line of lines) {
    if (NAMES.includes(line.text)) into = sections[line.text as SectionName];
    else into.push(line);
  }
  return { head, sections };
}
