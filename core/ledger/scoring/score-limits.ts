/** Bounds that keep every figure of a ledger exact in a spreadsheet's doubles (see score-formulas.ts). All inclusive. */

/** No single score, maximum or base is larger, an uncapped bonus included. */
export const LARGEST_SCORE = "10000";
/** Maxima of one half (quantitative or qualitative) may sum up to this. */
export const LARGEST_SUM = "100000";
export const WEIGHT_DECIMALS = 4;
export const MOST_DECIMALS = 4;
/** A kind that allows only certain scores lists at most so many of them. */
export const MOST_STEPS = 200;
export const MOST_ITEMS = 500;
export const MOST_SECTIONS = 30;
export const MOST_QUALITATIVE = 60;
export const MOST_CLASSES = 8;
export const MOST_GRADES = 10;
export const MOST_COLUMNS = 16;
