import { ledgerBook } from "#core/sheet/ledger/ledger-book.ts";
import { LEDGER_WORDS_ZH } from "#core/sheet/ledger/ledger-words.ts";
import type { SheetBook } from "#core/sheet/sheet-book.ts";
import { anItem, aSection, aTemplate } from "#test/builders/ledger-template.ts";
import { aLedgerView } from "#test/builders/sheet-ledger-view.ts";

/** A ledger's book of so many items, with the owner's scores of some. */
export function bookOf(items: number, scores: Readonly<Record<string, string>>): SheetBook {
  const rows = Array.from({ length: items }, (_, index) =>
    anItem({ key: `q${index + 1}`, number: `1.${index + 1}`, maximum: "5" }),
  );
  const template = aTemplate({ sections: [aSection({ items: rows })] });
  const ratings = [{ item: "l1", raterClass: "self", rater: "me", score: "9" }];
  return ledgerBook(aLedgerView({ template, scores, ratesAs: "self", ratings }), LEDGER_WORDS_ZH);
}
