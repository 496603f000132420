import { groupBy } from "#core/kernel/group-by.ts";
import type { OpeningAnswer, OpeningTable } from "#core/protocol/report/report-opening.ts";
import type { CompiledSet } from "#core/report/compile/compiled-set.ts";
import type { JudgedOpening, OpeningRefusal } from "#core/report/opening/judge-opening.ts";
import type { OpeningGiven } from "#core/report/opening/opening-from-reading.ts";
import type { OpeningRecord } from "#service/ports/reports/reports.ts";

const MOST_REFUSED = 200;

export interface OpeningTold {
  readonly compiled: CompiledSet;
  readonly judged: JudgedOpening;
  readonly given: OpeningGiven;
  readonly year: number;
  readonly dryRun: boolean;
}

export interface OpeningBefore {
  readonly before: OpeningRecord | null;
  readonly mark: string;
  readonly accepted: boolean;
  readonly same: boolean;
}

/** How many figures each table gets, which are others than before, and which are refused and where they stand (R14). */
export function openingAnswer(
  { compiled, judged, given, year, dryRun }: OpeningTold,
  { before, mark, accepted, same }: OpeningBefore,
): OpeningAnswer {
  const { values, refused } = judged;
  const standing = before && {
    cells: Object.keys(before.values).length,
    who: before.who,
    at: before.at,
    reason: before.reason,
  };
  return {
    ...{ year, dryRun, base: mark, standing, accepted, same },
    cells: Object.keys(values).length,
    unchanged: given.unchanged,
    problems: given.problems.slice(0, MOST_REFUSED),
    tables: tablesOf(compiled, before?.values ?? {}, values),
    refused: refused.slice(0, MOST_REFUSED).map((refusal) => ({
      refusal,
      place: given.places.get(cellOf(refusal)) ?? null,
    })),
    refusedCount: refused.length,
  };
}

function cellOf(refusal: OpeningRefusal): string {
  return refusal.code === "report-cell-unknown" ? refusal.given : refusal.cell;
}

type Values = OpeningRecord["values"];

function tablesOf({ tables }: CompiledSet, before: Values, after: Values): readonly OpeningTable[] {
  const [standing, coming] = [byTable(before), byTable(after)];
  return tables.flatMap(({ definition: { no, name } }) => {
    const cells = coming.get(no) ?? [];
    const all = new Set([...cells, ...(standing.get(no) ?? [])]);
    const moved = [...all].filter((cell) => before[cell] !== after[cell]).length;
    return all.size === 0 ? [] : [{ table: no, title: name, cells: cells.length, moved }];
  });
}

function byTable(values: Values): ReadonlyMap<number, readonly string[]> {
  return groupBy(Object.keys(values), (cell) => Number(cell.slice(0, cell.indexOf("!"))));
}
