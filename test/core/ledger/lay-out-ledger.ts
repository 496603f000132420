import type { ItemKey } from "#core/kernel/ids.ts";
import { isSummed } from "#core/ledger/scoring/scheme-maximum.ts";
import {
  classMeanFormula,
  gradeFormula,
  itemFigureFormula,
  qualitativeFormula,
  qualitativeSumFormula,
  quantitativeFormula,
  quantitativeSumFormula,
  sectionSubtotalFormula,
  totalFormula,
} from "#core/ledger/scoring/score-formulas.ts";
import type { LedgerTotals } from "#core/ledger/scoring/totals.ts";
import type { RandomLedger } from "#test/builders/ledger-random.ts";
import type { FormulaCell } from "./calculate-formulas.ts";

/** A ledger as bare cells, one figure per row: enough to let a spreadsheet compute it. */
export interface LedgerFormulas {
  readonly sheet: string;
  readonly cells: readonly FormulaCell[];
  readonly figures: readonly { readonly address: string; readonly figure: (totals: LedgerTotals) => number | string }[];
}

export function formulasOf({ body, scores, ratings }: RandomLedger, sheet: string): LedgerFormulas {
  const { policy } = body;
  const { decimals } = policy;
  const cells: FormulaCell[] = [];
  const figures: { address: string; figure: (totals: LedgerTotals) => number | string }[] = [];
  let row = 0;
  const put = (value: number | null): string => {
    cells.push({ row, column: 0, value });
    row += 1;
    return `A${row}`;
  };
  const compute = (formula: string, figure: (totals: LedgerTotals) => number | string): string => {
    cells.push({ row, column: 0, formula });
    row += 1;
    figures.push({ address: `A${row}`, figure });
    return `A${row}`;
  };
  const number = (text: string | null): number | null => (text === null ? null : Number(text));

  const vetoes: string[] = [];
  const sections = body.sections.map((section, index) => {
    const refs: string[] = [];
    for (const item of section.items) (isSummed(item) ? refs : vetoes).push(put(number(scores.get(item.key) ?? null)));
    const subtotal = compute(sectionSubtotalFormula(refs, decimals), (totals) =>
      Number(totals.sections[index]?.subtotal),
    );
    return { subtotal, weight: section.weight === null ? null : put(number(section.weight)) };
  });
  const weights = new Map(policy.classes.map(({ code, weight }) => [code, put(number(weight))]));
  const base = put(number(policy.base));
  const quantitativeSum = compute(quantitativeSumFormula(sections, decimals), (totals) =>
    Number(totals.quantitativeSum),
  );
  const quantitative = compute(
    quantitativeFormula(body, { sum: quantitativeSum, weight: put(number(policy.quantitativeWeight)), base }),
    (totals) => Number(totals.quantitative),
  );

  const itemRow = (key: ItemKey, index: number): string => {
    const classes = policy.classes.map(({ code }) => {
      const given = ratings.filter((rating) => rating.item === key && rating.raterClass === code);
      const refs = given.map(({ score }) => put(number(score)));
      // A rater who has not scored yet is an empty cell among the others.
      refs.push(put(null));
      const mean = compute(classMeanFormula([`${refs[0]!}:${refs.at(-1)!}`], policy), (totals) => {
        const text = totals.qualitativeItems[index]?.means[code];
        return text === undefined ? "" : Number(text);
      });
      return { mean, weight: weights.get(code)! };
    });
    return compute(itemFigureFormula(classes, decimals), (totals) => {
      const score = totals.qualitativeItems[index]?.score ?? null;
      return score === null ? "" : Number(score);
    });
  };
  const items = body.qualitative.map(({ key }, index) => itemRow(key, index));
  const qualitativeSum = compute(qualitativeSumFormula(items, decimals), (totals) => Number(totals.qualitativeSum));
  const qualitative = compute(
    qualitativeFormula(body, { sum: qualitativeSum, weight: put(number(policy.qualitativeWeight)), base }),
    (totals) => Number(totals.qualitative),
  );
  const total = compute(totalFormula(policy, { quantitative, qualitative, vetoes }), (totals) => Number(totals.total));
  const grade = gradeFormula(policy, total, vetoes);
  if (grade !== undefined) compute(grade, (totals) => totals.grade ?? "");
  return { sheet, cells, figures };
}
