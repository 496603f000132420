import type { Completion } from "#core/ledger/item-state.ts";
import type { LedgerView } from "./ledger-view.ts";

/** One item in two ledgers of the same template; a side without it is null. */
export interface ComparedItem {
  readonly key: string;
  readonly number: string;
  readonly name: string;
  readonly now: ItemFigures | null;
  readonly then: ItemFigures | null;
  /** Anything but the wording differs. */
  readonly differs: boolean;
}

export interface ItemFigures {
  readonly score: string | null;
  readonly maximum: string;
  readonly evidence: number;
  readonly completion: Completion;
}

/** Item by item, in the order of the one, then what only the other has. An item is the same while its key is. */
export function compareLedgers(now: LedgerView, then: LedgerView): readonly ComparedItem[] {
  const [ours, theirs] = [itemsOf(now), itemsOf(then)];
  const keys = new Set([...ours.keys(), ...theirs.keys()]);
  return [...keys].map((key) => {
    const [here, there] = [ours.get(key), theirs.get(key)];
    const named = here ?? there;
    return {
      key,
      number: named?.number ?? "",
      name: named?.name ?? "",
      now: here?.figures ?? null,
      then: there?.figures ?? null,
      differs: JSON.stringify(here?.figures) !== JSON.stringify(there?.figures),
    };
  });
}

interface NamedItem {
  readonly number: string;
  readonly name: string;
  readonly figures: ItemFigures;
}

function itemsOf(view: LedgerView): ReadonlyMap<string, NamedItem> {
  const firstText = view.template.columns[0]?.key ?? "";
  const views = new Map(view.items.map((item) => [item.key, item]));
  const named = view.template.sections.flatMap(({ items }) =>
    items.map((item): readonly [string, NamedItem] => {
      const own = views.get(item.key);
      const text = own?.texts.find(({ column }) => column === firstText)?.text ?? item.texts[firstText] ?? "";
      const figures = {
        score: own?.state.entries.at(-1)?.score ?? null,
        maximum: item.maximum,
        evidence: own?.state.evidence ?? 0,
        completion: own?.completion ?? ("missing" as const),
      };
      return [item.key, { number: item.number, name: text, figures }];
    }),
  );
  return new Map(named);
}
