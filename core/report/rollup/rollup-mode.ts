import type { CompiledCell } from "../compile/compiled-set.ts";
import type { RollupMode, TableDefinition } from "../definition/report-definition.ts";

/**
 * How a cell adds up (R13): as its table says, else generated numbers with the unit's own records, manual ones with what the unit
 * itself entered. Formula cells follow from the cells they read and are not compared again.
 */
export function rollupModes(
  table: Pick<TableDefinition, "rollups">,
): (cell: Pick<CompiledCell, "cell" | "rule">) => RollupMode {
  const said = new Map(table.rollups.map(({ cell, mode }) => [cell, mode]));
  return ({ cell, rule }) => {
    if (rule.kind === "formula" || rule.kind === "none") return "none";
    return said.get(cell) ?? "own-and-sum";
  };
}
