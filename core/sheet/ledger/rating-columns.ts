import type { RaterClass } from "#core/ledger/policy.ts";
import type { Column } from "../sheet.ts";
import { fillWords } from "../draft/fill-words.ts";
import { ratingSight, type LedgerView, type RatingSight } from "./ledger-view.ts";
import type { LedgerWords } from "./ledger-words.ts";

/** The qualitative sheet's columns of one rater class, as far as the viewer sees it (L11). */
export interface ClassColumns {
  readonly raterClass: RaterClass;
  /** Column of the viewer's own rating, when he rates in this class. */
  readonly own: string | null;
  /** Everybody else by name; only for who sees raters. */
  readonly others: readonly { readonly column: string; readonly rater: string; readonly name: string }[];
  /** Column of the class mean; null for who sees no means. */
  readonly mean: string | null;
  /** Can the mean be a formula over shown ratings, or is it the service's figure? */
  readonly computed: boolean;
}

export function classColumns(view: LedgerView): readonly ClassColumns[] {
  const sight = ratingSight(view.viewer);
  return view.template.policy.classes.map((raterClass) => columnsOfClass(view, raterClass, sight));
}

function columnsOfClass(view: LedgerView, raterClass: RaterClass, sight: RatingSight): ClassColumns {
  const { code } = raterClass;
  const ratings = view.ratings.filter((rating) => rating.raterClass === code);
  const own = sight !== "nothing" && ratings.some((rating) => rating.own !== null) ? `rating.${code}` : null;
  const seesMeans = sight === "raters" || sight === "means";
  const others =
    sight === "raters"
      ? othersOf(
          code,
          ratings.flatMap((rating) => rating.others),
        )
      : [];
  // The owner is the only rater of his own class: his mean follows what he types.
  const computed = sight === "raters" || (own !== null && code === "self");
  return {
    raterClass,
    own,
    others,
    mean: seesMeans ? `mean.${code}` : null,
    computed: computed && (own !== null || others.length > 0),
  };
}

function othersOf(
  code: string,
  others: readonly { readonly rater: string; readonly name: string }[],
): ClassColumns["others"] {
  const names = new Map(others.map(({ rater, name }) => [rater, name]));
  return [...names].map(([rater, name], index) => ({ column: `rater.${code}.${index + 1}`, rater, name }));
}

export function sheetColumns(classes: readonly ClassColumns[]): readonly Column[] {
  return classes.flatMap((columns) => [
    ...(columns.own === null ? [] : [{ key: columns.own, width: 12 }]),
    ...columns.others.map(({ column }) => ({ key: column, width: 10 })),
    ...(columns.mean === null ? [] : [{ key: columns.mean, width: 11 }]),
  ]);
}

export function columnHeaders(classes: readonly ClassColumns[], words: LedgerWords): Readonly<Record<string, string>> {
  const headers: Record<string, string> = {};
  for (const { raterClass, own, others, mean } of classes) {
    if (own !== null) headers[own] = fillWords(words.columns.ownRating, { class: raterClass.name });
    for (const other of others) headers[other.column] = `${raterClass.name}\n${other.name}`;
    if (mean !== null) headers[mean] = fillWords(words.columns.mean, { class: raterClass.name });
  }
  return headers;
}
