import { LEDGER_WORDS_ZH, type LedgerWords } from "#core/sheet/ledger/ledger-words.ts";
import type { Language } from "#core/wording/language.ts";
import { ledgerWordsEn } from "./ledger-words-en.ts";

export function ledgerWords(language: Language): LedgerWords {
  return language === "zh-CN" ? LEDGER_WORDS_ZH : ledgerWordsEn;
}
