import type { Completion } from "#core/ledger/handling/item-state.ts";
import type { QuantitativeItem } from "#core/ledger/template/template.ts";
import type { ItemView, LedgerView } from "./ledger-view.ts";

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
  const all = new Map([...theirs, ...ours]);
  const keys = [...new Set([...ours.keys(), ...theirs.keys()])];
  return keys.flatMap((key): readonly ComparedItem[] => {
    const named = all.get(key);
    if (!named) return [];
    const sides = { now: ours.get(key)?.figures ?? null, then: theirs.get(key)?.figures ?? null };
    const differs = JSON.stringify(sides.now) !== JSON.stringify(sides.then);
    return [{ key, number: named.number, name: named.name, ...sides, differs }];
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
  const items = view.template.sections.flatMap((section) => section.items);
  return new Map(items.map((item) => [item.key, namedItem(item, views.get(item.key), firstText)]));
}

function namedItem(item: QuantitativeItem, own: ItemView | undefined, firstText: string): NamedItem {
  const reworded = own?.texts.find(({ column }) => column === firstText)?.text;
  return {
    number: item.number,
    name: reworded ?? item.texts[firstText] ?? "",
    figures: { score: null, evidence: 0, completion: "missing", maximum: item.maximum, ...(own && figuresOf(own)) },
  };
}

function figuresOf({ state, completion }: ItemView): Omit<ItemFigures, "maximum"> {
  return { score: state.entries.at(-1)?.score ?? null, evidence: state.evidence, completion };
}
