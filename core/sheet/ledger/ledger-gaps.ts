import type { CellKeys } from "../sheet-host.ts";
import type { ItemView, LedgerView, LedgerViewer } from "./ledger-view.ts";

/** What a ledger still lacks, as far as its viewer is the one who can mend it. */
export interface LedgerGap {
  /**
   * evidence-missing, score-missing, partial: the owner's. answer-owed: a dispute waits for the viewer. rating-owed: he has
   * not rated a qualitative item.
   */
  readonly code: "answer-owed" | "evidence-missing" | "score-missing" | "partial" | "rating-owed";
  readonly number: string;
  readonly name: string;
  readonly cell: CellKeys;
}

/** Most urgent first; within a kind in the order of the sheet. */
export function ledgerGaps(view: LedgerView): readonly LedgerGap[] {
  const found = [...itemGaps(view), ...ratingGaps(view)];
  return ORDER.flatMap((code) => found.filter((gap) => gap.code === code));
}

const ORDER: readonly LedgerGap["code"][] = [
  "answer-owed",
  "evidence-missing",
  "score-missing",
  "partial",
  "rating-owed",
];

function itemGaps(view: LedgerView): readonly LedgerGap[] {
  const items = new Map(view.items.map((item) => [item.key, item]));
  const firstText = view.template.columns[0]?.key ?? "";
  return view.template.sections.flatMap((section) =>
    section.items.flatMap((item): readonly LedgerGap[] => {
      const itemView = items.get(item.key);
      // What nobody expects of everybody is not missing: a bonus that was not claimed, a veto that did not occur.
      const isExpected = item.kind.kind !== "bonus" && item.kind.kind !== "veto";
      const found = itemView && gapOf(itemView, view.viewer, isExpected);
      if (!itemView || !found) return [];
      const own = itemView.texts.find(({ column }) => column === firstText)?.text;
      const cell = { sheet: "quantitative", row: item.key, column: found.column };
      return [{ code: found.code, number: item.number, name: own ?? item.texts[firstText] ?? "", cell }];
    }),
  );
}

interface FoundGap {
  readonly code: LedgerGap["code"];
  readonly column: string;
}

function gapOf(item: ItemView, viewer: LedgerViewer, isExpected: boolean): FoundGap | undefined {
  if (item.handling.length > 0 && isOwed(item, viewer)) return { code: "answer-owed", column: "handling" };
  if (viewer !== "owner" || !isExpected) return undefined;
  if (item.state.evidence === 0) return { code: "evidence-missing", column: "evidence" };
  if ((item.state.entries.at(-1)?.score ?? null) === null) return { code: "score-missing", column: "score" };
  return item.completion === "partial" ? { code: "partial", column: "score" } : undefined;
}

/** What he may do is not always what is waited for: a challenger may withdraw any time. */
function isOwed(item: ItemView, viewer: LedgerViewer): boolean {
  const status = item.state.entries.at(-1)?.status;
  if (viewer === "owner") return status === "challenged";
  return viewer === "leader" && status === "escalated";
}

function ratingGaps(view: LedgerView): readonly LedgerGap[] {
  const items = view.template.qualitative;
  return view.ratings.flatMap((rating): readonly LedgerGap[] => {
    const item = items.find(({ key }) => key === rating.item);
    if (!item || rating.own?.mayRate !== true || rating.own.score !== null) return [];
    const cell = { sheet: "qualitative", row: item.key, column: `rating.${rating.raterClass}` };
    return [{ code: "rating-owed", number: "", name: item.name, cell }];
  });
}
