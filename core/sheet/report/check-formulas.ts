import { cellsOfCheck, sidesOf, type CheckPlace } from "#core/report/check/run-checks.ts";
import type { CheckTest, TableCheck } from "#core/report/check/table-check.ts";
import { rangesOf, sheetFormula, type FormulaScope } from "./sheet-formula.ts";

/** Where the figures of a check stand in their own sheet: "D5" and "F5". */
export interface SideReferences {
  readonly left: string;
  readonly right: string;
}

export interface VerdictWords {
  readonly passes: string;
  readonly fails: string;
  readonly waits: string;
}

/** Both sides, to two decimals as the service rounds them. */
export function sideFormulas({ test }: TableCheck, { place }: CheckPlace, scope: FormulaScope): SideReferences {
  const [left = "0", right = "0"] = sidesOf(test).map((side) => `ROUND(${sheetFormula(side, place, scope)},2)`);
  return { left, right };
}

/** The same verdict as `runChecks`, by formula (R4): a check that waits for numbers says so. */
export function verdictFormula(
  check: TableCheck,
  { place }: CheckPlace,
  {
    sides,
    words,
    scope,
  }: { readonly sides: SideReferences; readonly words: VerdictWords; readonly scope: FormulaScope },
): string {
  const verdict = `IF(${holdsFormula(check.test, sides)},${quoted(words.passes)},${quoted(words.fails)})`;
  if (check.missing === "zero") return verdict;
  const cells = new Map(
    cellsOfCheck(check, place).map((cell) => [`${cell.table}!${cell.cell} ${cell.lastYear}`, cell]),
  );
  const ranges = rangesOf([...cells.values()], scope);
  const counted = ranges.length === 0 ? "0" : `COUNT(${ranges.join(",")})`;
  return `IF(${counted}<${cells.size},${quoted(words.waits)},${verdict})`;
}

function holdsFormula(test: CheckTest, { left, right }: SideReferences): string {
  switch (test.kind) {
    case "relation":
      return `${left}${test.relation === "!=" ? "<>" : test.relation}${right}`;
    case "both-or-neither":
      return `(${left}=0)=(${right}=0)`;
    case "either-or":
      return `OR(${left}<=0,${right}<=0)`;
    case "band": {
      const moved = `ABS(${left}-${right})`;
      return `OR(${moved}<=${test.absolute},${moved}*100<=${test.percent}*ABS(${right}))`;
    }
  }
}

function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}
