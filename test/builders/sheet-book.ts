import type { SheetBook } from "#core/sheet/sheet-book.ts";
import { ledgerBook } from "#core/sheet/ledger/ledger-book.ts";
import { LEDGER_WORDS_ZH } from "#core/sheet/ledger/ledger-words.ts";
import { anItem, aQualitativeItem, aSection, aTemplate } from "./ledger-template.ts";
import { aLedgerView, type LedgerViewWish } from "./sheet-ledger-view.ts";

/** Two sections, four items, texts that a spreadsheet would love to spoil, two qualitative items, grades. */
export const A_SHEET_TEMPLATE = aTemplate({
  sections: [
    aSection({
      items: [
        anItem({ key: "q1", number: "1.1", texts: { task: "按期召开支部党员大会", due: "2026.10" } }),
        anItem({ key: "q2", number: "1.2", texts: { task: "=1+1", requirement: "第一行\n第二行" } }),
        anItem({ key: "q3", number: "1.10", texts: { task: "@联系人", responsible: "110101199001011234" } }),
      ],
    }),
    aSection({
      key: "s2",
      title: "党员学习 & <教育>",
      items: [anItem({ key: "q4", number: "2.1", texts: { task: "-每月学习", requirement: "_x0041_ 原样" } })],
    }),
  ],
  qualitative: [aQualitativeItem(), aQualitativeItem({ key: "l2", name: "作用发挥" })],
  policy: {
    grades: [
      { name: "优秀", from: "15" },
      { name: "合格", from: null },
    ],
  },
});

/** The owner's book: scores, wording and self ratings are editable. */
export function aLedgerBook(wish: LedgerViewWish = {}): SheetBook {
  const view = aLedgerView({
    template: A_SHEET_TEMPLATE,
    scores: { q1: "10", q2: "8.5", q4: "7" },
    ratesAs: "self",
    ratings: [
      { item: "l1", raterClass: "self", rater: "me", score: "9" },
      { item: "l1", raterClass: "peer", rater: "李四", score: "8" },
      { item: "l2", raterClass: "leader", rater: "赵书记", score: "9.5" },
    ],
    views: [{ key: "q1", history: ["2026-06-01 支部书记 未填 → 10"] }],
    ...wish,
  });
  return ledgerBook(view, LEDGER_WORDS_ZH);
}
