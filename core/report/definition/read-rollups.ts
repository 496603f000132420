import { isCellName } from "../formula/cell-name.ts";
import type { DefinitionLine } from "./definition-lines.ts";
import type { ProblemList } from "./problem-list.ts";
import type { CellRollup, RollupMode } from "./report-definition.ts";

/** What stands in a definition for each way of adding up. */
const MODES: ReadonlyMap<string, RollupMode> = new Map([
  ["本级加下级", "own-and-sum"],
  ["下级合计", "sum"],
  ["不汇总", "none"],
]);

/** `S1 T1 U1 | 不汇总`: cells that are not added up as the others are (R13). */
export function readRollups(lines: readonly DefinitionLine[], problems: ProblemList): readonly CellRollup[] {
  return lines.flatMap((line) => {
    const [cells = "", word = ""] = line.parts;
    const mode = MODES.get(word);
    if (line.parts.length !== 2 || mode === undefined) {
      problems.add(line.no, "line-crooked", { given: line.text });
      return [];
    }
    const names = cells.split(/\s+/u);
    for (const cell of names) if (!isCellName(cell)) problems.add(line.no, "id-crooked", { given: cell });
    return names.map((cell) => ({ cell, mode, line: line.no }));
  });
}
