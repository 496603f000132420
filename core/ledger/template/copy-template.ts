import type { ItemKey } from "#core/kernel/ids.ts";
import type { QuantitativeItem, TemplateBody, TextColumn } from "./template.ts";

/** A ledger's own wording: text per item and column. Everything else stays the template's (L2). */
export type LedgerTexts = ReadonlyMap<ItemKey, Readonly<Record<string, string>>>;

/** An earlier ledger of the same template lineage, whose wording a new one may start from. */
export interface EarlierLedger {
  readonly name: string;
  readonly texts: LedgerTexts;
}

export interface LedgerCopy {
  readonly name: string;
  readonly texts: LedgerTexts;
}

/**
 * Copy-new (复制新增): what a new ledger's texts begin with. Item keys are stable across the versions of one lineage, so
 * an earlier ledger's wording is taken over by key, for the columns that may still be reworded; new items and fixed
 * columns read as the template has them, items that the template dropped are gone.
 */
export function copyTemplate(body: TemplateBody, earlier?: EarlierLedger): LedgerCopy {
  const items = body.sections.flatMap((section) => section.items);
  const texts = new Map(items.map((item) => [item.key, copiedTexts(body.columns, item, earlier?.texts.get(item.key))]));
  return { name: earlier ? nameForYear(earlier.name, body) : body.name, texts };
}

function copiedTexts(
  columns: readonly TextColumn[],
  item: QuantitativeItem,
  earlier: Readonly<Record<string, string>> = {},
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    columns.map(({ key, rewordable }) => [key, (rewordable ? earlier[key] : undefined) ?? item.texts[key] ?? ""]),
  );
}

/** "机关党总支2025年台账" becomes "机关党总支2026年台账"; a name without a year, or with several, stays as it is. */
function nameForYear(name: string, { year }: TemplateBody): string {
  const years = name.match(YEARS) ?? [];
  return years.length === 1 ? name.replace(YEARS, String(year)) : name;
}

const YEARS = /(?<!\d)20\d{2}(?!\d)/gu;
