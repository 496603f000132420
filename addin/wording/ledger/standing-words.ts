import { STANDING_WORDS_ZH, type StandingWords } from "#core/sheet/standing/standing-words.ts";
import type { Language } from "#core/wording/language.ts";

const STANDING_WORDS_EN: StandingWords = {
  sheet: "Standing",
  title: "{year}: standing of “{template}”",
  info: "Scope: {scope}   Ranked: {of}   As of: {time}",
  ownPlaceOnly: "your own place only, of {of}",
  columns: {
    rank: "Rank",
    owner: "Owner",
    unit: "Unit",
    quantitative: "Quantitative",
    qualitative: "Qualitative",
    total: "Total",
    grade: "Grade",
    challenges: "Challenges",
    completion: "Complete (%)",
    completeItems: "Complete items",
  },
  printHeader: "{scope}   {year} standing",
  printFooter: "Exported by {account} at {time}",
  fairness: {
    raters: "Raters",
    pairs: "Mutual favour",
    items: "Most challenged",
    title: "{year}: fairness of “{template}”",
    columns: {
      rater: "Rater",
      raterClass: "Class",
      ledgers: "Ledgers rated",
      ratings: "Ratings",
      mean: "Mean (% of full marks)",
      spread: "Spread",
      alwaysMaximum: "Always full marks",
      first: "First",
      second: "Second",
      firstAbove: "First above others for second",
      secondAbove: "Second above others for first",
      item: "No.",
      task: "Item",
      challenges: "Challenges",
    },
    yes: "yes",
  },
};

/** On screen; files that travel stay Chinese. */
export function standingWords(language: Language): StandingWords {
  return language === "en" ? STANDING_WORDS_EN : STANDING_WORDS_ZH;
}
