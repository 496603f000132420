import { isLayoutKey } from "#core/sheet/row-key.ts";
import { isFilled, placedOrder } from "./keep-order.ts";
import { lineIdentities, type LineIdentities } from "./line-identity.ts";
import { lineSteps, type LineSteps } from "./line-steps.ts";
import { lineMap, type SheetMaps } from "./move-formula.ts";
import type { Placement, SheetPlan } from "../plan.ts";
import {
  ourLines,
  speaksOf,
  standingLines,
  type StandingLines,
  type StandingSheet,
} from "../standing/standing-sheet.ts";

/** How lines of one sheet move: told first for all sheets, because formulas speak of each other's. */
export interface SheetMove {
  readonly plan: SheetPlan;
  readonly standing: StandingSheet;
  readonly lines: StandingLines;
  readonly rows: LineSteps;
  readonly columns: LineSteps;
  readonly placement: Placement;
  /** From where the plan's formulas count to where the lines stand. */
  readonly maps: SheetMaps;
  /** From where lines stood to where they stand once new ones came. */
  readonly stood: SheetMaps;
}

/** Was this key in what was drawn last? Others in the key column or key row are the officer's doing and stay. */
export interface WasDrawn {
  readonly row: (key: string) => boolean;
  readonly column: (key: string) => boolean;
}

export function moveSheet(plan: SheetPlan, standing: StandingSheet, wasDrawn: WasDrawn): SheetMove {
  const lines = standingLines(standing.reading);
  const rowIds = lineIdentities(lines.rowKeys, plan.rowKeys, (key) => isLayoutKey(key) || wasDrawn.row(key));
  const columnIds = lineIdentities(lines.columnKeys, plan.columnKeys, wasDrawn.column);
  const ourColumns = new Set(
    columnIds.standing.flatMap((identity, at) => (identity === null ? [] : [at])).concat(lines.keyColumn),
  );
  const hasOwnContent = (line: number) =>
    (standing.reading.rows[line] ?? []).some((cell, at) => !ourColumns.has(at) && isFilled(cell));
  const rows = lineSteps(placedOrder(rowIds, drawnOrder(rowIds, standing, lines), hasOwnContent), lines.keyRow + 1);
  const columns = lineSteps(columnIds, lines.keyColumn + 1);
  const spoken = speaksOf(plan);
  const tab = standing.reading.name;
  return {
    ...{ plan, standing, lines, rows, columns },
    placement: {
      ...{ rows: rows.places, columns: columns.places },
      keyRow: rows.moved[lines.keyRow] ?? lines.keyRow,
      keyColumn: columns.moved[lines.keyColumn] ?? lines.keyColumn,
    },
    maps: { row: lineMap(spoken.rows, rows.places), column: lineMap(spoken.columns, columns.places), tab },
    stood: { row: movedLine(rows), column: movedLine(columns), tab },
  };
}

function movedLine({ moved }: LineSteps): (line: number) => number {
  const last = moved.length - 1;
  return (line) => moved[line] ?? line + (moved[last] ?? last) - last;
}

/** Identities of standing lines in the order in which the frame drew them. */
function drawnOrder(
  { standing }: LineIdentities,
  { frame }: StandingSheet,
  { rowKeys }: StandingLines,
): readonly string[] | null {
  if (!frame) return null;
  return ourLines(rowKeys, frame.rowKeys)
    .toSorted((a, b) => a.drawn - b.drawn)
    .flatMap(({ place }) => standing[place] ?? []);
}
