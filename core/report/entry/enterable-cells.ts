import { onceFor } from "#core/kernel/once-for.ts";
import type { CompiledCell, CompiledSet } from "../compile/compiled-set.ts";
import type { TableDefinition } from "../definition/report-definition.ts";
import { takesDecimals } from "./takes-decimals.ts";

/** A cell of the form with what an officer may put into it. */
export interface EnterableCell {
  readonly table: TableDefinition;
  readonly compiled: CompiledCell;
  /** Amounts of money; everything else is counted in whole numbers. */
  readonly decimals: boolean;
}

/** Every cell that the form has, by "2!C4", in the form's order. */
export function enterableCells({ tables }: Pick<CompiledSet, "tables">): ReadonlyMap<string, EnterableCell> {
  return cellsOf(tables);
}

/** Everything that shows or takes numbers asks for them. */
const cellsOf = onceFor(findCells);

function findCells(tables: CompiledSet["tables"]): ReadonlyMap<string, EnterableCell> {
  return new Map(
    tables.flatMap(({ definition: table, cells }) =>
      cells.flatMap((compiled) =>
        compiled.rule.kind === "none"
          ? []
          : [[`${table.no}!${compiled.cell}`, { table, compiled, decimals: takesDecimals(table, compiled) }] as const],
      ),
    ),
  );
}
